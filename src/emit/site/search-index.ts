/** What the search of a site looks through: data as a script, so that it also loads from a file. */
import { isUnspaced, splitWords } from "../../site/search-words.js";
import { quote } from "../text/quote.js";
import type { CodePage } from "./code-page.js";
import { isRetired, type Site } from "./site-model.js";

/** Words in more than this part of the codes tell nothing apart, and make every search through all of them slow. */
const common = 0.1;
/** Below this many codes every word counts. */
const few = 500;

/** A script that hands the data to the site's script, which alone knows the order of the parts. */
export function searchIndex(site: Site): string {
  const entries = new Map(site.catalog.entries.map((entry) => [entry.code, entry]));
  const texts = site.pages.map(({ code, title }) => {
    const entry = entries.get(code);
    const said = [
      ...site.messagesOf(code),
      // People paste what a service said in its own language too.
      ...(entry?.messages.map(({ text }) => text) ?? []),
      entry?.meaning?.value ?? "",
      ...(entry?.causes.map(({ value }) => value) ?? []),
    ];
    return { title: wordsOf(title), words: wordsOf(said.join(" ")) };
  });
  const isCommon = commonWords(texts.map(({ title, words }) => new Set([...title, ...words])));
  const rows = site.pages.map((page, index) =>
    rowOf(page, texts[index]?.words.filter((word) => !isCommon.has(word)) ?? [], site),
  );
  return [
    `globalThis.errdexSearch = { common: [${[...isCommon].sort().map(quote).join(", ")}], rows: [`,
    ...rows.map((row) => `[${row.join(", ")}],`),
    "] };\n",
  ].join("\n");
}

function rowOf(page: CodePage, words: readonly string[], site: Site): readonly string[] {
  const { code, title, statuses } = page;
  const spellings = site.spellingsOf(code).map(({ text }) => text);
  return [
    quote(code),
    quote(title),
    `[${statuses.map(({ value }) => value).join(", ")}]`,
    `[${spellings.map(quote).join(", ")}]`,
    quote(words.join(" ")),
    quote(site.addresses.page(code)),
    isRetired(page) ? "1" : "0",
  ];
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
