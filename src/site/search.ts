/** Finds codes by what people paste and type: a code, a vendor's spelling, a status, a title, words of a text. */
import MiniSearch, { type SearchOptions } from "minisearch";
import type { SearchData, SearchEntry } from "./search-entry.js";
import { isUnspaced, splitWords } from "./search-words.js";

/** Finds the best codes for a text, best first. */
export type Search = (
  text: string,
  most: number,
) => {
  readonly found: readonly SearchEntry[];
  /** How many there are in all. */
  readonly count: number;
};

const fields = ["code", "spelling", "status", "title", "words"] as const;

/** How much each field counts. */
const boost = { code: 8, spelling: 6, status: 4, title: 3, words: 1 };

/** Makes the index. It is built a few codes at a time, so that typing is never held up. */
export async function createSearch({ entries, common }: SearchData): Promise<Search> {
  const isCommon = new Set(common);
  const index = new MiniSearch<SearchEntry>({
    fields: [...fields],
    extractField: (entry, field) => textOf(entry, field),
    tokenize: wordsOf,
    processTerm: (term, field) => (field === "title" && isCommon.has(term) ? undefined : term),
  });
  await index.addAllAsync(entries, { chunkSize: 500 });
  const exact = new Map<string, SearchEntry[]>();
  for (const entry of entries) {
    for (const name of new Set([entry.code, ...entry.spellings].map(joined)))
      exact.set(name, [...(exact.get(name) ?? []), entry]);
  }
  return (text, most) => {
    const words = wordsOf(text);
    const name = words.join(" ");
    if (name === "") return { found: [], count: 0 };
    // Half a status: nearly every code has one that begins like it, so there is nothing to rank.
    if (/^\d{1,2}$/.test(name)) {
      const all = entries.filter(({ statuses }) =>
        statuses.some((each) => `${each}`.startsWith(name)),
      );
      return { found: all.slice(0, most), count: all.length };
    }
    const telling = words.filter((word) => !isCommon.has(word));
    const ranked = telling.length === 0 ? [] : matches(index, telling);
    // Nothing but words that are everywhere: there is nothing to rank.
    const hits = ranked.length > 0 ? ranked : withTitle(entries, words);
    const first = exact.get(name) ?? [];
    const found = new Set(first);
    for (const { id } of hits) {
      if (found.size >= most) break;
      const entry = entries[id];
      if (entry !== undefined) found.add(entry);
    }
    return { found: [...found].slice(0, most), count: Math.max(hits.length, found.size) };
  };
}

function matches(
  index: MiniSearch<SearchEntry>,
  words: readonly string[],
): readonly { id: number }[] {
  const last = words.at(-1);
  const options: SearchOptions = {
    boost,
    // The word that is being typed is not whole yet. Half a number is the beginning of too many.
    prefix: (term) => (term === last || term.length > 3) && !/^\d{1,2}$/.test(term),
    // A number that is off by one is another number.
    fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.25 : false),
    maxFuzzy: 2,
    weights: { prefix: 0.6, fuzzy: 0.2 },
    combineWith: "AND",
    tokenize: wordsOf,
  };
  // What is in the middle of being typed would match too much of the texts.
  const narrow =
    words.join("").length < 3 && !words.some(isUnspaced)
      ? { fields: ["code", "spelling", "status", "title"] }
      : {};
  const query = words.join(" ");
  const all = index.search(query, { ...options, ...narrow });
  return all.length > 0 ? all : index.search(query, { ...options, combineWith: "OR" });
}

function withTitle(
  entries: readonly SearchEntry[],
  words: readonly string[],
): readonly SearchEntry[] {
  return entries.filter(({ title }) => {
    const text = title.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function textOf(entry: SearchEntry, field: string): string {
  if (field === "spelling") return entry.spellings.join(" ");
  if (field === "status") return entry.statuses.join(" ");
  return String(entry[field as keyof SearchEntry]);
}

/** `QuotaExceeded`, `QUOTA_EXCEEDED` and `quota exceeded` are the same three words. `HTTP 429` is a status. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/\b(http|status|error)(\/[\d.]+)?[\s:]+(?=\d{1,3}$|\d{3}\b)/g, "");
  return [...splitWords(plain)];
}

function joined(text: string): string {
  return wordsOf(text).join(" ");
}
