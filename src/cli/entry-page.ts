/** The help page of a code as `errdex explain` prints it. */

import { lineForTerminal } from "../diagnostics/escape.js";
import { extensionText, extensionTitle } from "../emit/site/extension-text.js";
import { fieldRows } from "../emit/site/field-rows.js";
import type { Inline } from "../emit/site/page-text.js";
import { type Spelling, spellingsByCode } from "../emit/site/spellings.js";
import { fillWords, resolverWords, retryWords, severityWords } from "../emit/site/words.js";
import type { Catalog, Ending, Entry } from "../model/catalog.js";
import { extensionMembers } from "../model/extension.js";
import { registeredStatuses } from "../model/http-status.js";
import { codesOf } from "../model/operation-codes.js";
import { siteAddresses } from "../model/site-address.js";
import type { Words } from "../model/site-words.js";
import type { Host } from "./host.js";
import { terminalText } from "./terminal-text.js";

/** The page of a code, for people. */
export function entryText(entry: Entry, catalog: Catalog, words: Words, { colors }: Host): string {
  const { code, title, meaning, causes, fixes, statuses, category, resolver, retry, since } = entry;
  const heading =
    catalog.categories.find(({ id }) => id === category.value)?.title ?? category.value;
  const numbers = statuses
    .map(({ value }) => `${value} ${registeredStatuses.get(value) ?? ""}`.trim())
    .join(", ");
  const ending = entry.retired ?? entry.deprecated;
  const ended = words[entry.retired === undefined ? "page.deprecated" : "page.retired"];
  const spellings = spellingsOf(code, catalog);
  const text = [
    colors.bold(lineForTerminal(title?.value ?? code)),
    [
      colors.cyan(code),
      ...(numbers === "" ? [] : [`HTTP ${numbers}`]),
      ...(entry.hasNoStatus ? ["no HTTP status"] : []),
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
    ...(meaning === undefined ? [] : ["", lineForTerminal(terminalText(meaning.value))]),
    ...section(words.causes, causes, colors),
    ...section(words.fixes, fixes, colors),
    ...lines(words.fields, fieldLines(entry, catalog, words), colors),
    ...lines(words.operations, operationLines(code, catalog), colors),
    "",
    ...(resolver === undefined
      ? []
      : [`${colors.dim(`${words.resolver}:`)} ${resolverWords(words, resolver.value)}`]),
    ...(entry.severity === undefined
      ? []
      : [`${colors.dim(`${words.severity}:`)} ${severityWords(words, entry.severity.value)}`]),
    ...(entry.grpc === undefined ? [] : [`${colors.dim(`${words.grpc}:`)} ${entry.grpc.value}`]),
    ...(entry.exit === undefined ? [] : [`${colors.dim(`${words.exit}:`)} ${entry.exit.value}`]),
    ...(entry.retired === undefined || retry !== undefined
      ? [`${colors.dim(`${words.retry}:`)} ${retryWords(words, retry?.value)}`]
      : []),
    ...(since === undefined ? [] : [`${colors.dim(`${words.since}:`)} ${since.value}`]),
    ...(spellings.length === 0
      ? []
      : [`${colors.dim(`${words.spelled}:`)} ${spellings.map(spellingText).join(", ")}`]),
    ...entry.extensions.map((each) => {
      const title = lineForTerminal(extensionTitle(each, catalog));
      return `${colors.dim(`${title}:`)} ${lineForTerminal(extensionText(each))}`;
    }),
    ...(siteAddresses(catalog).type(code) === undefined
      ? []
      : [`${colors.dim("Page:")} ${siteAddresses(catalog).type(code)}`]),
  ];
  return `${text.join("\n")}\n`;
}

/** The same for programs. */
export function entryJson(entry: Entry, catalog: Catalog): object {
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
    severity: entry.severity?.value,
    grpc: entry.grpc?.value,
    exit: entry.exit?.value,
    retry: retry?.value ?? null,
    since: since?.value,
    fields: entry.fields
      .filter(({ internal }) => !internal)
      .map(({ name, optional }) => ({ name, optional })),
    spellings: spellingsOf(code, catalog).map(({ text, formats }) => ({ text, formats })),
    ...extensionMembers(entry.extensions),
    deprecated: ending(entry.deprecated),
    retired: ending(entry.retired),
    page: siteAddresses(catalog).type(code),
  };
}

function section(
  heading: string,
  texts: readonly { readonly value: string }[],
  colors: Host["colors"],
): readonly string[] {
  return lines(
    heading,
    texts.map(({ value }) => terminalText(value)),
    colors,
  );
}

function lines(
  heading: string,
  texts: readonly string[],
  colors: Host["colors"],
): readonly string[] {
  return texts.length === 0
    ? []
    : ["", colors.bold(heading), ...texts.map((text) => `  - ${lineForTerminal(text)}`)];
}

/** What an answer carries: what is internal is on no page. */
function fieldLines({ fields }: Entry, catalog: Catalog, words: Words): readonly string[] {
  const { types, declaredExtensions } = catalog;
  return fieldRows(fields, { types, words, declaredExtensions }).map(
    ({ name, optional, type, notes, text }) => {
      const told = [inlineText(type), ...(optional ? [words["fields.optional"]] : []), ...notes];
      return `${name}: ${told.join(", ")}${text === undefined ? "" : `. ${text}`}`;
    },
  );
}

function inlineText(text: readonly Inline[]): string {
  return text
    .map((piece) =>
      typeof piece === "string" ? piece : "text" in piece ? piece.text : inlineText(piece.inner),
    )
    .join("");
}

function operationLines(code: string, { operations, groups }: Catalog): readonly string[] {
  return operations
    .filter((operation) => codesOf(operation, groups).includes(code))
    .map(({ id, title, method, path }) => {
      const call = method === undefined || path === undefined ? id : `${method} ${path}`;
      return title === undefined ? call : `${title}: ${call}`;
    });
}

function spellingsOf(code: string, catalog: Catalog): readonly Spelling[] {
  return spellingsByCode(catalog).get(code) ?? [];
}

function spellingText({ text, formats }: Spelling): string {
  return lineForTerminal(`${text} (${formats.join(", ")})`);
}
