/** Finds codes by what people paste and type: an answer, a code, a vendor's spelling, a status, words of a text. */
import { createCodeSearch, isName, keysOf } from "./code-search.js";
import { type PastedText, readPasted } from "./pasted-text.js";
import type { SearchData, SearchEntry, SearchFormat } from "./search-entry.js";
import { createWordSearch, queryWords } from "./word-search.js";

/** A code that was found. */
export interface Found extends SearchEntry {
  /** Why: the text names it, its status leads there, or words are alike. */
  readonly by: "code" | "status" | "words";
}

/** Finds the best codes for a text, best first. */
export type Search = (
  text: string,
  most: number,
) => {
  readonly found: readonly Found[];
  /** How many there are in all. */
  readonly count: number;
  /** Whether the text is an answer, or a part of one. */
  readonly isAnswer: boolean;
};

/** Makes the search of a catalog. */
export async function createSearch(data: SearchData): Promise<Search> {
  const { entries, formats, phrases, common } = data;
  const isCommon = new Set(common);
  const byWords = await createWordSearch(entries, isCommon);
  const codeKeys = keysOf(formats, "codeKeys");
  const byCode = createCodeSearch(entries, codeKeys);
  const messageKeys = keysOf(formats, "messageKeys");
  return (text, most) => {
    const pasted = readPasted(text);
    const all = queryWords(pasted.body);
    if (all.length === 0 && pasted.status === undefined) return listed([], "words", most);
    // Half a status: nearly every code has one that begins like it, so there is nothing to rank.
    if (/^\s*\d{1,2}\s*$/.test(text))
      return listed(halfStatus(entries, text.trim()), "status", most);
    const status = pasted.status ?? namedStatus(pasted, phrases);
    const named = byCode(pasted);
    const said = saidIn(pasted, messageKeys, named.size > 0 ? undefined : codeKeys, status);
    const telling = queryWords(said).filter((word) => !isCommon.has(word));
    const words = telling.length === 0 ? new Map<number, number>() : byWords(telling);
    const known = status === undefined ? undefined : byStatus(status, pasted, formats);
    // A code that nobody knows is not told by its status.
    const isUnknown = named.size === 0 && hasUnknownCode(pasted, codeKeys, phrases);
    const fits = withFolds(words, entries);
    const best = largest(fits.values());
    const least = named.size > 0 || status !== undefined ? Math.max(best * 0.6, 0.35) : best * 0.6;
    const ranked = entries.flatMap((entry) => {
      const name = named.get(entry) ?? 0;
      const inferred = known?.(entry) ?? 0;
      const fit = fits.get(entry.id) ?? 0;
      if (name === 0 && inferred === 0 && (fit === 0 || fit < least)) return [];
      const ofStatus = isUnknown || named.size > 0 ? inferred / 10 : inferred;
      const by = name > 0 ? "code" : ofStatus > fit * 2 ? "status" : "words";
      return [{ score: name * 1000 + ofStatus + fit * 2, entry, by } as const];
    });
    // Nothing but words that are everywhere, or the beginning of one: there is nothing to rank.
    if (ranked.length === 0) return listed(withTitle(entries, all), "words", most);
    const found = ranked.sort((a, b) => b.score - a.score).slice(0, most);
    return {
      found: found.map(({ entry, by }) => ({ ...entry, by })),
      count: ranked.length,
      isAnswer: pasted.isAnswer,
    };
  };
}

/**
 * What a text says of a code may have come with the one that some format sends in its stead: where that one fits at all,
 * it stands beside.
 */
function withFolds(
  words: ReadonlyMap<number, number>,
  entries: readonly SearchEntry[],
): ReadonlyMap<number, number> {
  const [id, best] = [...words].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0]);
  const beside = (entries[id]?.folds ?? []).flatMap((fold): [number, number][] => {
    const fit = words.get(fold) ?? 0;
    return fit < best / 2 ? [] : [[fold, Math.max(fit, best * 0.95 + fit / 1000)]];
  });
  return new Map([...words, ...beside]);
}

function largest(numbers: Iterable<number>): number {
  let best = 0;
  for (const each of numbers) best = Math.max(best, each);
  return best;
}

function listed(all: readonly SearchEntry[], by: Found["by"], most: number): ReturnType<Search> {
  const found = all.slice(0, most).map((entry) => ({ ...entry, by }));
  return { found, count: all.length, isAnswer: false };
}

function halfStatus(entries: readonly SearchEntry[], digits: string): readonly SearchEntry[] {
  return entries.filter(({ statuses }) => statuses.some((each) => `${each}`.startsWith(digits)));
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

/** The status of a phrase: `Too Many Requests`, `429 Too Many Requests`, or a number alone. */
function namedStatus(
  { body, values, isAnswer }: PastedText,
  phrases: ReadonlyMap<string, number>,
): number | undefined {
  const [, alone] = /^\s*([45]\d\d)(?:\s|\W?\s|$)/.exec(body) ?? [];
  if (alone !== undefined) return Number(alone);
  const texts = isAnswer ? values.map(({ text }) => text) : [body];
  for (const text of texts) {
    const status = phrases.get(text.trim().toLowerCase());
    if (status !== undefined) return status;
  }
  for (const [, digits, phrase = ""] of body.matchAll(
    /\b([45]\d\d)\b\W{1,3}(\p{L}+(?: \p{L}+)?)/gu,
  ))
    for (const [name, status] of phrases)
      if (Number(digits) === status && name.startsWith(phrase.toLowerCase())) return status;
  return undefined;
}

/** How well each code goes with a status, by what the formats whose bodies look alike take it for. */
function byStatus(
  status: number,
  { isAnswer, values }: PastedText,
  formats: readonly SearchFormat[],
): (entry: SearchEntry) => number {
  const keys = new Set(values.map(({ key }) => key));
  const fitting = formats.filter(({ bodies }) =>
    bodies.some((needed) => needed.every((key) => keys.has(key))),
  );
  const asked = isAnswer && fitting.length > 0 ? fitting : formats;
  const votes = new Map<string, number>();
  const vote = (code: string | undefined, count: number) => {
    if (code !== undefined) votes.set(code, (votes.get(code) ?? 0) + count);
  };
  for (const { inferred } of asked) {
    const code = inferred.get(`${status}`);
    vote(code ?? inferred.get(`${Math.floor(status / 100)}xx`), code === undefined ? 0.1 : 3);
  }
  return ({ code, statuses, retired }) => {
    const own = statuses[0] === status ? 1.5 : statuses.includes(status) ? 1 : 0;
    const voted = votes.get(code) ?? 0;
    // More formats that say so are a little more.
    return (Math.min(voted, 3) + voted / 100 + own) * (retired ? 0.1 : 1);
  };
}

/** The sentences of an answer: its messages, or whatever has several words. */
function saidIn(
  { isAnswer, values, body }: PastedText,
  messageKeys: ReadonlyMap<string, number>,
  codeKeys: ReadonlyMap<string, number> | undefined,
  status: number | undefined,
): string {
  if (!isAnswer) return status !== undefined ? wordsOnly(body) : withoutNumbers(body);
  const sentences = values.filter(({ text }) => /\p{L}[^\s]*\s+\S/u.test(text));
  const messages = sentences.filter(({ key }) => messageKeys.has(key));
  const codes = values.filter(({ key, text }) => codeKeys?.has(key) && isName(text));
  const chosen = messages.length > 0 ? messages : sentences;
  if (chosen.length === 0 && codes.length === 0) return wordsOnly(body.replace(/<[^<>]*>/g, " "));
  return withoutNumbers([...chosen, ...codes].map(({ text }) => text).join(" "));
}

/** `HTTP 429` and its like say a status and no words. */
function wordsOnly(text: string): string {
  return withoutNumbers(text.replace(/\b(?:http|status|error|code)\b(?:\/[\d.]+)?/gi, " "));
}

/** In a sentence numbers are values, and they are of this one error. */
function withoutNumbers(text: string): string {
  const rest = text.replace(/(?<![\p{L}\p{N}_-])\d[\d.,:]*(?![\p{L}\p{N}_])/gu, " ");
  return /\p{L}/u.test(rest) ? rest : text;
}

function hasUnknownCode(
  { isAnswer, values }: PastedText,
  codeKeys: ReadonlyMap<string, number>,
  phrases: ReadonlyMap<string, number>,
): boolean {
  return (
    isAnswer &&
    values.some(
      ({ key, text }) =>
        codeKeys.has(key) && isName(text) && !phrases.has(text.toLowerCase().replaceAll("_", " ")),
    )
  );
}
