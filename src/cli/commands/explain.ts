/** `errdex explain`: the help page of a code, or what a rule or kind of change is about, in the terminal. */

import { type RuleName, rules } from "../../check/check-rules.js";
import { coverageKinds, isCoverageKind } from "../../coverage/report/coverage-kinds.js";
import { lineForTerminal } from "../../diagnostics/escape.js";
import { nearest, quoted } from "../../diagnostics/suggest.js";
import { changeKinds, isChangeKind } from "../../diff/changes/change-kinds.js";
import { extensionText, extensionTitle } from "../../emit/site/extension-text.js";
import { fillWords, resolverWords, retryWords } from "../../emit/site/words.js";
import type { Catalog, Ending, Entry } from "../../model/catalog.js";
import { extensionMembers } from "../../model/extension.js";
import { registeredStatuses } from "../../model/http-status.js";
import { localizedCatalog } from "../../model/localized-catalog.js";
import { type Words, wordsOf } from "../../model/site-words.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { changeText } from "../explain-change.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { openSoundCatalog, type ReportFormat } from "../open-catalog.js";

/** Options of the command. */
export interface ExplainOptions {
  readonly catalog?: string;
  /** A language that the catalog has. */
  readonly locale?: string;
  readonly format: ReportFormat;
}

/** Prints the page of a code, rule or kind of change. */
export async function explain(
  word: string,
  { catalog: named, locale, format }: ExplainOptions,
  host: Host,
): Promise<ExitCode> {
  const print = (text: string, json: object) =>
    host.out(format === "json" ? `${JSON.stringify(json, null, 2)}\n` : text);
  if (Object.hasOwn(rules, word)) {
    const { name, ...rest } = rules[word as RuleName];
    print(ruleText(word as RuleName, host), { rule: name, ...rest });
    return exitCode.fine;
  }
  if (isChangeKind(word)) {
    print(changeText(word, host.colors), { change: word, ...changeKinds[word] });
    return exitCode.fine;
  }
  const kind = word.replace(/^coverage-/, "");
  if (kind !== word && isCoverageKind(kind)) {
    const summary = coverageKinds[kind];
    const { bold, dim } = host.colors;
    print(`${bold(word)}\n${summary}\n${dim("Page:")} docs/rules/${word}.md\n`, {
      coverage: word,
      summary,
    });
    return exitCode.fine;
  }
  const catalogs = await catalogsFor(named, host);
  for (const each of catalogs) {
    const { catalog, words } = inLocale(each, locale);
    const entry = catalog.entries.find(({ code }) => code === word);
    if (entry === undefined) continue;
    print(entryText(entry, catalog, words, host), entryJson(entry, catalog));
    return exitCode.fine;
  }
  const known = [
    ...catalogs.flatMap(({ entries }) => entries.map(({ code }) => code)),
    ...Object.keys(rules),
    ...Object.keys(changeKinds),
    ...Object.keys(coverageKinds).map((each) => `coverage-${each}`),
  ];
  const near = nearest(word, known);
  throw new UsageError(
    `There is no code or rule ${quoted(word)}.${near === undefined ? "" : ` Did you mean ${quoted(near)}?`}`,
  );
}

async function catalogsFor(named: string | undefined, host: Host): Promise<readonly Catalog[]> {
  const folders = await findCatalogs(named, host.cwd);
  return Promise.all(folders.map((folder) => openSoundCatalog(folder, host)));
}

function inLocale(
  catalog: Catalog,
  tag: string | undefined,
): { readonly catalog: Catalog; readonly words: Words } {
  const locale = catalog.locales.find(({ tag: { value } }) => value === tag);
  if (locale !== undefined)
    return { catalog: localizedCatalog(catalog, locale), words: lineWords(wordsOf(locale)) };
  if (tag === undefined) return { catalog, words: wordsOf(undefined) };
  const known = catalog.locales.map(({ tag: { value } }) => quoted(value)).join(", ");
  throw new UsageError(
    `The catalog ${catalog.name.value} has no locale ${quoted(tag)}.${known === "" ? "" : ` Known: ${known}.`}`,
  );
}

function lineWords(words: Words): Words {
  const lines = Object.entries(words).map(([key, text]) => [key, lineForTerminal(text)]);
  return Object.fromEntries(lines) as Words;
}

function ruleText(name: RuleName, { colors }: Host): string {
  const { severity, summary, exemptible } = rules[name];
  const exempt = exemptible
    ? "A code can be exempted from it by `allow` in catalog.yaml, with a reason.\n"
    : "";
  return `${colors.bold(name)} (${severity})\n${summary}\n${exempt}${colors.dim("Page:")} docs/rules/${name}.md\n`;
}

function entryText(entry: Entry, catalog: Catalog, words: Words, { colors }: Host): string {
  const { code, title, meaning, causes, fixes, statuses, category, resolver, retry, since } = entry;
  const heading =
    catalog.categories.find(({ id }) => id === category.value)?.title ?? category.value;
  const numbers = statuses
    .map(({ value }) => `${value} ${registeredStatuses.get(value) ?? ""}`.trim())
    .join(", ");
  const ending = entry.retired ?? entry.deprecated;
  const ended = words[entry.retired === undefined ? "page.deprecated" : "page.retired"];
  const lines = [
    colors.bold(lineForTerminal(title?.value ?? code)),
    [
      colors.cyan(code),
      ...(numbers === "" ? [] : [`HTTP ${numbers}`]),
      lineForTerminal(heading),
    ].join(" · "),
    ...(ending === undefined
      ? []
      : [
          `${colors.red(fillWords(ended, { version: lineForTerminal(ending.since) }))} ${lineForTerminal(ending.reason ?? "")}`.trim(),
        ]),
    ...(ending?.replacedBy === undefined
      ? []
      : [`${words["page.replaced"]} ${ending.replacedBy.value}`]),
    ...(meaning === undefined ? [] : ["", lineForTerminal(meaning.value)]),
    ...section(words.causes, causes, colors),
    ...section(words.fixes, fixes, colors),
    "",
    ...(resolver === undefined
      ? []
      : [`${colors.dim(`${words.resolver}:`)} ${resolverWords(words, resolver.value)}`]),
    ...(entry.retired === undefined || retry !== undefined
      ? [`${colors.dim(`${words.retry}:`)} ${retryWords(words, retry?.value)}`]
      : []),
    ...(since === undefined ? [] : [`${colors.dim(`${words.since}:`)} ${since.value}`]),
    ...entry.extensions.map((each) => {
      const title = lineForTerminal(extensionTitle(each, catalog));
      return `${colors.dim(`${title}:`)} ${lineForTerminal(extensionText(each))}`;
    }),
    ...(catalog.docs === undefined
      ? []
      : [`${colors.dim("Page:")} ${catalog.docs.value.replaceAll("{code}", code)}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function entryJson(entry: Entry, catalog: Catalog): object {
  const { code, title, meaning, causes, fixes, statuses, category, resolver, retry, since } = entry;
  const texts = (all: readonly { readonly value: string }[]) => all.map(({ value }) => value);
  const ending = (end: Ending | undefined) =>
    end && { since: end.since, replacedBy: end.replacedBy?.value, reason: end.reason };
  return {
    code,
    statuses: statuses.map(({ value }) => value),
    category: category.value,
    title: title?.value ?? code,
    messages: entry.messages.map(({ text }) => text),
    meaning: meaning?.value,
    causes: texts(causes),
    fixes: texts(fixes),
    resolver: resolver?.value,
    retry: retry?.value ?? null,
    since: since?.value,
    ...extensionMembers(entry.extensions),
    deprecated: ending(entry.deprecated),
    retired: ending(entry.retired),
    page: catalog.docs?.value.replaceAll("{code}", code),
  };
}

function section(
  heading: string,
  texts: readonly { readonly value: string }[],
  colors: Host["colors"],
): readonly string[] {
  return texts.length === 0
    ? []
    : ["", colors.bold(heading), ...texts.map(({ value }) => `  - ${lineForTerminal(value)}`)];
}
