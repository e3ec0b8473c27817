/** Finds codes by the words of their texts. */
import MiniSearch, { type SearchOptions } from "minisearch";
import type { SearchEntry } from "./search-entry.js";
import { isUnspaced, splitWords } from "./search-words.js";

const fields = [
  ...["code", "spellings", "statuses", "title"],
  ...["messages", "fixes", "words", "fields"],
] as const;
type Field = (typeof fields)[number];

/** How much each field counts where somebody types a few words. */
const boost: Readonly<Record<Field, number>> = {
  ...{ code: 4, spellings: 2, statuses: 2, title: 3 },
  ...{ messages: 2, fixes: 1.5, words: 1, fields: 0.5 },
};

/** And in a sentence: a name that has two of its words is not what it is about. */
const sentenceBoost: Readonly<Record<Field, number>> = {
  ...{ code: 2, spellings: 1.5, statuses: 1, title: 2 },
  ...{ messages: 2, fixes: 1, words: 1, fields: 1 },
};

/** As many as make a sentence. */
const sentence = 4;
/** More words of a text tell no more. */
const most = 32;

/** How well each code fits the words, by its place in the list: 1 is as well as any can. */
export type WordSearch = (words: readonly string[]) => ReadonlyMap<number, number>;

/** Makes the index. It is built a few codes at a time, so that typing is never held up. */
export async function createWordSearch(
  entries: readonly SearchEntry[],
  isCommon: ReadonlySet<string>,
): Promise<WordSearch> {
  const index = new MiniSearch<SearchEntry>({
    fields: [...fields],
    extractField: (entry, field) => (field === "id" ? entry.id : textOf(entry, field)),
    tokenize: queryWords,
    processTerm: (term, field) => (field === "title" && isCommon.has(term) ? undefined : term),
  });
  await index.addAllAsync(entries, { chunkSize: 500 });
  return (all) => {
    const words = [...new Set(all)].slice(0, most);
    const isSentence = words.length >= sentence;
    const found = new Map<number, number>();
    let sum = 0;
    for (const word of words) {
      const hits = index
        .search(word, optionsFor(word, words))
        .map(({ id, match }) => ({ id, ...bestMatch(word, match, isSentence) }));
      const best = hits.reduce((most, { score }) => Math.max(most, score), 0);
      const sure = hits.filter(({ likeness }) => likeness > like.beginning);
      // A word that few codes have says more than one that is in many.
      const weight = Math.log(1 + entries.length / Math.max(1, sure.length || hits.length));
      sum += weight;
      const base = isSentence ? 0.6 : 0.3;
      for (const { id, score, likeness } of hits) {
        // Where the word itself is known, one that is only like it is worth less.
        const part = (base + ((1 - base) * score) / best) * (sure.length > 0 ? likeness : 1);
        found.set(id, (found.get(id) ?? 0) + weight * part);
      }
    }
    return new Map([...found].map(([id, score]) => [id, score / sum]));
  };
}

/** How alike two words are. */
const like = { same: 1, plural: 0.9, beginning: 0.5, misspelt: 0.4 };

function likenessOf(word: string, term: string): number {
  if (word === term) return like.same;
  const [short, long] = word.length < term.length ? [word, term] : [term, word];
  if (!long.startsWith(short)) return like.misspelt;
  return short.length > 3 && long.length === short.length + 1 ? like.plural : like.beginning;
}

/** The best of what a word found in a code. */
function bestMatch(
  word: string,
  match: Readonly<Record<string, readonly string[]>>,
  isSentence: boolean,
): { readonly score: number; readonly likeness: number } {
  const counts = isSentence ? sentenceBoost : boost;
  let best = { score: 0, likeness: 0 };
  for (const [term, where] of Object.entries(match)) {
    const likeness = likenessOf(word, term);
    const score = likeness * likeness * Math.max(...where.map((field) => counts[field as Field]));
    if (score > best.score) best = { score, likeness };
  }
  return best;
}

function optionsFor(word: string, words: readonly string[]): SearchOptions {
  const isLast = word === words.at(-1);
  return {
    // The word that is being typed is not whole yet. Half a number is the beginning of too many.
    prefix: (isLast || word.length > 3) && !/^\d{1,2}$/.test(word),
    // A number that is off by one is another number.
    fuzzy: word.length > 3 && !/\d/.test(word) ? 0.25 : false,
    maxFuzzy: 2,
    tokenize: queryWords,
    // What is in the middle of being typed would match too much of the texts.
    ...(words.join("").length < 3 && !isUnspaced(word)
      ? { fields: ["code", "spellings", "statuses", "title"] }
      : {}),
  };
}

function textOf(entry: SearchEntry, field: string): string {
  const value = entry[field as keyof SearchEntry];
  return Array.isArray(value) ? value.join(" ") : String(value);
}

/** `QuotaExceeded`, `QUOTA_EXCEEDED` and `quota exceeded` are the same two words. */
export function queryWords(text: string): string[] {
  return [...splitWords(text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase())];
}
