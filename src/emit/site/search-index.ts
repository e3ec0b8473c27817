/** What the search of a site looks through: data as a script, so that it also loads from a file. */
import type { Entry } from "../../model/catalog.js";
import { type FieldType, resolveType } from "../../model/field.js";
import { grouped } from "../../model/grouped.js";
import { registeredStatuses } from "../../model/http-status.js";
import { partsOf } from "../../model/visit-type.js";
import { inlineMarkdown, plainText } from "../../runtime/inline-markdown.js";
import { isUnspaced, splitWords } from "../../site/search-words.js";
import { quote } from "../text/quote.js";
import type { CodePage } from "./code-page.js";
import { searchFormats } from "./search-formats.js";
import { isRetired, type Site } from "./site-model.js";

/** Words in more than this part of the codes tell nothing apart, and make every search through all of them slow. */
const common = 0.1;
/** Below this many codes every word counts. */
const few = 500;

/** Names that older standards gave to statuses, and that many servers still send. */
const formerPhrases: readonly (readonly [number, string])[] = [
  [413, "Payload Too Large"],
  [413, "Request Entity Too Large"],
  [414, "Request-URI Too Long"],
  [422, "Unprocessable Entity"],
];

type TextKind = "title" | "messages" | "fixes" | "words" | "fields";
type Texts = Readonly<Record<TextKind, readonly string[]>>;

/** A site whose codes are looked through. */
export interface SearchedSite {
  readonly site: Site;
  /** From the folder of the index to that of the site: nothing, or `orders/`. */
  readonly to: string;
}

/** A script that hands the data to the site's script, which alone knows the order of the parts. */
export function searchIndex(sites: readonly SearchedSite[]): string {
  const searched = sites.map(({ site, to }) => ({ site, to, texts: textsIn(site) }));
  const isCommon = commonWords(
    searched.flatMap(({ texts }) => texts.map((each) => new Set(Object.values(each).flat()))),
  );
  let first = 0;
  const rows = searched.flatMap(({ site, to, texts }) => {
    const foldsOf = foldPlaces(site, first);
    first += site.pages.length;
    return site.pages.map((page, index) => [
      ...rowOf(page, texts[index], isCommon, { site, to }),
      list(foldsOf(page.code)),
      ...(sites.length > 1 ? [quote(site.title)] : []),
    ]);
  });
  const statuses = new Set(
    sites.flatMap(({ site }) => site.pages.flatMap(({ code }) => site.statusesOf(code))),
  );
  const formats = new Set(
    sites.flatMap(({ site }) => searchFormats(site.catalog).map((row) => list(row))),
  );
  const phrases = [...registeredStatuses, ...formerPhrases].filter(([each]) => statuses.has(each));
  return [
    "globalThis.errdexSearch = {",
    `common: ${list([...isCommon].sort())},`,
    `phrases: ${list(phrases)},`,
    `formats: [`,
    ...[...formats].map((row) => `${row},`),
    "],",
    "rows: [",
    ...rows.map((row) => `[${row.join(", ")}],`),
    "] };\n",
  ].join("\n");
}

function textsIn(site: Site): readonly Texts[] {
  const entries = new Map(site.catalog.entries.map((entry) => [entry.code, entry]));
  return site.pages.map((page) => textsOf(page, entries.get(page.code), site));
}

/** The places in the index of what some format sends in the stead of a code. */
function foldPlaces(
  { catalog, pages }: Site,
  first: number,
): (code: string) => readonly (number | undefined)[] {
  const places = new Map(pages.map(({ code }, index) => [code, first + index]));
  const folds = grouped(
    catalog.wireFormats.flatMap((format) => format.folds),
    ({ code }) => code,
  );
  return (code) => [...new Set(folds.get(code)?.map(({ target }) => places.get(target.value)))];
}

function textsOf({ title }: CodePage, entry: Entry | undefined, site: Site): Texts {
  const texts = (all: readonly { readonly value: string }[] = []) =>
    all.map(({ value }) => plainText(inlineMarkdown(value)));
  const wordsOfAll = (all: readonly string[]) => wordsOf(all.join(" "));
  return {
    title: wordsOf(title),
    messages: wordsOfAll([
      ...site.messagesOf(entry?.code ?? ""),
      // People paste what a service said in its own language too.
      ...(entry?.messages.map(({ text }) => text) ?? []),
    ]),
    fixes: wordsOfAll(texts(entry?.fixes)),
    words: wordsOfAll(texts([entry?.meaning ?? [], entry?.causes ?? []].flat())),
    fields: wordsOfAll(entry === undefined ? [] : fieldTexts(entry, site)),
  };
}

/** The names that an answer has, and the values that they may have: what is internal is on no page. */
function fieldTexts({ fields }: Entry, { catalog }: Site): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<FieldType>();
  const look = (type: FieldType): void => {
    const known = resolveType(type, catalog.types) ?? type;
    if (seen.has(known)) return;
    seen.add(known);
    if (known.kind === "enum")
      for (const value of known.values) if (typeof value === "string") found.add(value);
    for (const { step = "", type: inner } of partsOf(known)) {
      found.add(step);
      look(inner);
    }
  };
  for (const { name, type, internal } of fields) {
    if (internal) continue;
    found.add(name);
    look(type);
  }
  return [...found];
}

function rowOf(
  page: CodePage,
  texts: Texts | undefined,
  isCommon: ReadonlySet<string>,
  { site, to }: SearchedSite,
): readonly string[] {
  const { code, title } = page;
  const told = (kind: TextKind) =>
    quote(texts?.[kind].filter((word) => !isCommon.has(word)).join(" ") ?? "");
  return [
    quote(code),
    quote(title),
    list(site.statusesOf(code)),
    list(site.spellingsOf(code).map(({ text }) => text)),
    told("messages"),
    told("fixes"),
    told("words"),
    told("fields"),
    quote(to + site.addresses.page(code)),
    isRetired(page) ? "1" : "0",
  ];
}

type Listed = string | number | undefined | readonly Listed[];

function list(values: Listed): string {
  if (typeof values === "string") return quote(values);
  return Array.isArray(values) ? `[${values.map(list).join(", ")}]` : String(values);
}

/** The words of a text, each once. What stands in braces is a place for a value, not a word. */
function wordsOf(text: string): readonly string[] {
  const words = splitWords(text.replace(/\{[^{}]*\}/g, " ").toLowerCase());
  return [...new Set(words.filter((word) => word.length > 1 || isUnspaced(word)))];
}

function commonWords(texts: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const words of texts)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const limit = texts.length < few ? texts.length : texts.length * common;
  return new Set([...counts].flatMap(([word, count]) => (count > limit ? [word] : [])));
}
