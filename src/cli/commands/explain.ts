/** `errdex explain`: the help page of a code, or what a rule or kind of change is about, in the terminal. */

import { type RuleName, rules } from "../../check/check-rules.js";
import { coverageKinds, isCoverageKind } from "../../coverage/report/coverage-kinds.js";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.js";
import { lineForTerminal } from "../../diagnostics/escape.js";
import { nearest, quoted } from "../../diagnostics/suggest.js";
import { changeKinds, isChangeKind } from "../../diff/changes/change-kinds.js";
import { spellingsByCode } from "../../emit/site/spellings.js";
import { type GateKind, gateKinds, isGateKind } from "../../gate/gate-kinds.js";
import type { Catalog, Entry } from "../../model/catalog.js";
import { foreignCode } from "../../model/foreign-code.js";
import { localizedCatalog } from "../../model/localized-catalog.js";
import { type Words, wordsOf } from "../../model/site-words.js";
import { entryMeant } from "../../model/used-catalog.js";
import { entryJson, entryText } from "../entry-page.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { changeText } from "../explain-change.js";
import { findCatalogs } from "../find-catalogs.js";
import { findingsText } from "../findings-text.js";
import type { Host } from "../host.js";
import { type OpenedCatalog, openCatalog } from "../open-catalog.js";
import type { ReportFormat } from "../option-choices.js";
import { shown } from "../report-folders.js";

/** Options of the command. */
export interface ExplainOptions {
  /** Folders of catalogs. */
  readonly catalog?: readonly string[];
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
  if (isGateKind(word)) {
    print(gateText(word, host), { gate: word, ...gateKinds[word] });
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
  const opened = await openAll(named ?? [], host);
  const pages = pagesFor(word, opened, locale);
  if (pages.length === 0) throw notFound(word, opened, host);
  for (const { folder, diagnostics } of opened)
    if (hasErrors(diagnostics))
      host.err(`The catalog in ${shown(folder, host)} has errors, shown by \`errdex check\`.\n`);
  const own = pages.flatMap((page) => errorsOf(page));
  if (own.length > 0)
    throw new UsageError(
      `${quoted(word)} has errors.`,
      findingsText(own, host, "`errdex check --all`"),
    );
  const isOneOfMany = opened.length > 1;
  const texts = pages.map(({ entry, catalog, words }) => {
    const text = entryText(entry, catalog, words, host);
    return isOneOfMany ? `${host.colors.dim(catalog.name.value)}\n${text}` : text;
  });
  const data = pages.map(({ entry, catalog }) => ({
    ...(isOneOfMany && { catalog: catalog.name.value }),
    ...entryJson(entry, catalog),
  }));
  print(texts.join("\n"), data.length === 1 ? (data[0] ?? {}) : data);
  return exitCode.fine;
}

interface Page {
  readonly entry: Entry;
  /** In the language that was asked for. */
  readonly catalog: Catalog;
  readonly words: Words;
  readonly diagnostics: readonly Diagnostic[];
}

async function openAll(named: readonly string[], host: Host): Promise<readonly OpenedCatalog[]> {
  const opened: OpenedCatalog[] = [];
  for (const folder of await findCatalogs(named, host))
    opened.push(await openCatalog(folder, host));
  return opened;
}

/** The entries that have the name, else those that a vendor spells so, of all catalogs. */
function pagesFor(
  word: string,
  opened: readonly OpenedCatalog[],
  locale: string | undefined,
): readonly Page[] {
  for (const find of [entryNamed, entriesSpelled]) {
    const pages = opened.flatMap(({ catalog: own, diagnostics }) => {
      const codes = own === undefined ? [] : find(word, own).map(({ code }) => code);
      if (own === undefined || codes.length === 0) return [];
      const { catalog, words } = inLocale(own, locale);
      return catalog.entries
        .filter(({ code }) => codes.includes(code))
        .map((entry) => ({ entry, catalog, words, diagnostics }));
    });
    if (pages.length > 0) return pages;
  }
  return [];
}

/** The errors that stand in an entry itself: between its code and the next. */
function errorsOf({ entry, catalog, diagnostics }: Page): readonly Diagnostic[] {
  const { file, start } = entry.at;
  const next = Math.min(
    ...catalog.entries.flatMap(({ at }) =>
      at.file === file && at.start > start ? [at.start] : [],
    ),
  );
  return diagnostics.filter(
    ({ severity, at }) =>
      severity === "error" && at.file === file && at.start >= start && at.start < next,
  );
}

function notFound(word: string, opened: readonly OpenedCatalog[], host: Host): UsageError {
  const catalogs = opened.flatMap(({ catalog }) => catalog ?? []);
  const known = [
    ...catalogs.flatMap(({ entries }) => entries.map(({ code }) => code)),
    ...catalogs.flatMap(spellingsIn),
    ...Object.keys(rules),
    ...Object.keys(changeKinds),
    ...Object.keys(gateKinds),
    ...Object.keys(coverageKinds).map((each) => `coverage-${each}`),
  ];
  const near = nearest(word, known);
  const broken = opened.flatMap(({ diagnostics }) => (hasErrors(diagnostics) ? diagnostics : []));
  return new UsageError(
    `There is no code or rule ${quoted(word)}.${near === undefined ? "" : ` Did you mean ${quoted(near)}?`}`,
    // It may be where the catalog cannot be read.
    broken.length === 0 ? "" : findingsText(broken, host, "`errdex check --all`"),
  );
}

/** The entry of a code, which may be said with its catalog: `platform/auth_required`. */
function entryNamed(word: string, catalog: Catalog): readonly Entry[] {
  const meant = foreignCode(word);
  const entry = entryMeant(meant?.catalog === catalog.name.value ? meant.code : word, catalog);
  return entry === undefined ? [] : [entry];
}

/** The codes that a vendor spells so: of two formats they may be two. Letters of another case are tried last. */
function entriesSpelled(word: string, catalog: Catalog): readonly Entry[] {
  const spellings = spellingsByCode(catalog);
  const spelledBy = (isMeant: (text: string) => boolean) =>
    catalog.entries.filter(
      ({ code }) => spellings.get(code)?.some(({ text }) => isMeant(text)) || isMeant(code),
    );
  const exact = spelledBy((text) => text === word);
  return exact.length > 0 ? exact : spelledBy((text) => text.toLowerCase() === word.toLowerCase());
}

function spellingsIn(catalog: Catalog): readonly string[] {
  return [...spellingsByCode(catalog).values()].flat().map(({ text }) => text);
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

function gateText(name: GateKind, { colors }: Host): string {
  const { severity, summary, reason } = gateKinds[name];
  return `${colors.bold(name)} (${severity})\n${summary} ${reason}\n${colors.dim("Page:")} docs/ci.md#${name}\n`;
}

function ruleText(name: RuleName, { colors }: Host): string {
  const { severity, summary, exemptible } = rules[name];
  const exempt = exemptible
    ? "A code can be exempted from it by `allow` in catalog.yaml, with a reason.\n"
    : "";
  return `${colors.bold(name)} (${severity})\n${summary}\n${exempt}${colors.dim("Page:")} docs/rules/${name}.md\n`;
}
