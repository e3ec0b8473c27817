/** What the search of a site looks through: data as a script, so that it also loads from a file. */
import { quote } from "../text/quote.js";
import type { CodePage } from "./code-page.js";
import { isRetired, type Site } from "./site-model.js";

/** Words in more than this part of the texts tell nothing apart, and make a search through all of them slow. */
const common = 0.1;
/** Below this many codes every word counts. */
const few = 500;

/** A script that hands the data to the site's script. The order of the parts is known to it alone. */
export function searchIndex(site: Site): string {
  const entries = new Map(site.catalog.entries.map((entry) => [entry.code, entry]));
  const texts = site.pages.map(({ code }) => {
    const entry = entries.get(code);
    const said = [entry?.messages, [entry?.meaning], entry?.causes].flatMap((parts) =>
      (parts ?? []).map((part) =>
        part === undefined ? "" : "text" in part ? part.text : part.value,
      ),
    );
    return [...new Set(wordsOf(said.join(" ")))];
  });
  const isCommon = commonWords(texts);
  const rows = site.pages.map((page, index) =>
    rowOf(page, texts[index]?.filter((word) => !isCommon(word)) ?? [], site),
  );
  return `globalThis.errdexSearch = [\n${rows.map((row) => `[${row.join(", ")}],\n`).join("")}];\n`;
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

// What stands in braces is a place for a value, not a word.
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/\{[^{}]*\}/g, " ")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

function commonWords(texts: readonly (readonly string[])[]): (word: string) => boolean {
  if (texts.length < few) return () => false;
  const counts = new Map<string, number>();
  for (const word of texts.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => (counts.get(word) ?? 0) > texts.length * common;
}
