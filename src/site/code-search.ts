/** Finds the codes that a text names, by themselves or as vendors spell them. */
import type { PastedText } from "./pasted-text.js";
import type { SearchEntry, SearchFormat } from "./search-entry.js";
import { queryWords } from "./word-search.js";

/** How surely a text names each code: more is surer. */
export type CodeSearch = (pasted: PastedText) => ReadonlyMap<SearchEntry, number>;

/** Where the code stands that an answer has, and how it is written. */
const sure = { inPlace: 4, elsewhere: 3, alikeInPlace: 2, alike: 1 };

/** Makes the tables. */
export function createCodeSearch(
  entries: readonly SearchEntry[],
  codeKeys: ReadonlyMap<string, number>,
): CodeSearch {
  const exact = new Map<string, SearchEntry[]>();
  const alike = new Map<string, SearchEntry[]>();
  const classes: (readonly [RegExp | readonly [number, number], SearchEntry])[] = [];
  for (const entry of entries)
    for (const name of [entry.code, ...entry.spellings]) {
      const several = classOf(name);
      if (several !== undefined) classes.push([several, entry]);
      add(exact, name, entry);
      add(alike, joined(name), entry);
    }
  const ofClass = (text: string) =>
    classes.flatMap(([several, entry]) => (isIn(text, several) ? [entry] : []));
  return ({ values, body, isAnswer }) => {
    const found = new Map<SearchEntry, number>();
    const note = (all: readonly SearchEntry[] | undefined, how: number) => {
      for (const entry of all ?? []) found.set(entry, Math.max(found.get(entry) ?? 0, how));
    };
    for (const [place, { key, text }] of values.entries()) {
      const rank = codeKeys.get(key);
      if (rank !== undefined) {
        // Of several errors in one answer the first is the one that it is about.
        const less = Math.min(rank, 5) / 10 + Math.min(place, 20) / 1000;
        note(exact.get(text) ?? ofClass(text), sure.inPlace - less);
        note(alike.get(joined(text)), sure.alikeInPlace);
      } else if (isName(text)) note(alike.get(joined(text)), sure.alike);
    }
    for (const word of namesIn(body)) {
      note(exact.get(word), sure.elsewhere);
      if (!isAnswer) note(alike.get(joined(word)), sure.alike);
    }
    if (!isAnswer) {
      note(alike.get(joined(body)), sure.inPlace);
      note(ofClass(body), sure.inPlace);
    }
    return found;
  };
}

/** The names under which some format has its code or its message, and which are looked at first. */
export function keysOf(
  formats: readonly SearchFormat[],
  which: "codeKeys" | "messageKeys",
): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const format of formats)
    for (const [rank, key] of format[which].entries())
      ranks.set(key, Math.min(rank, ranks.get(key) ?? rank));
  return ranks;
}

/** Whether a text is written as programs write names: `RATE_LIMIT`, `2fa_required`, `QuotaExceeded`, `E1001`. */
export function isName(text: string): boolean {
  return (
    /^[\p{L}\p{N}$][\p{L}\p{N}_.$:-]+$/u.test(text) &&
    (/[_\d-]|\p{Ll}[.:]?\p{Lu}/u.test(text) || /^\p{Lu}{3,}$/u.test(text)) &&
    /\p{L}|\d{4}/u.test(text)
  );
}

function namesIn(text: string): readonly string[] {
  const words = text.match(/-?[\p{L}\p{N}][\p{L}\p{N}_.-]*/gu) ?? [];
  return words.flatMap((word) => {
    const name = word.replace(/(?:\.(?:html?|md))?[.-]*$/, "");
    return isName(name) ? [name, ...(name.includes(".") ? name.split(".") : [])] : [];
  });
}

function classOf(spelling: string): RegExp | readonly [number, number] | undefined {
  if (/.\*$/.test(spelling)) {
    const start = spelling.slice(0, -1).replace(/[^\p{L}\p{N}]/gu, "\\$&");
    return new RegExp(`^${start}[\\p{L}\\p{N}_.-]*$`, "u");
  }
  const [, from, to] = /^(-?\d+)\.\.(-?\d+)$/.exec(spelling) ?? [];
  return from === undefined ? undefined : [Number(from), Number(to)];
}

function isIn(text: string, several: RegExp | readonly [number, number]): boolean {
  if (several instanceof RegExp) return several.test(text);
  const [from, to] = several;
  return /^-?\d+$/.test(text) && Number(text) >= from && Number(text) <= to;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const all = map.get(key);
  if (all === undefined) map.set(key, [value]);
  else if (!all.includes(value)) all.push(value);
}

function joined(text: string): string {
  return queryWords(text).join(" ");
}
