/** How alike two texts are, and whether two entries that have one code mean different things. */
import { distance } from "fastest-levenshtein";
import type { Entry } from "../../model/catalog.js";

/** How much of two texts has to be the same for them to be alike. */
export const enough = 0.7;

// Nobody compares longer texts by eye, and comparing takes the product of both lengths.
const longest = 512;

/** From 0, nothing in common, to 1, the same. */
export function alike(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const [a, b] = [one.slice(0, longest), other.slice(0, longest)];
  return 1 - distance(a, b) / Math.max(1, a.length, b.length);
}

/** The message that needs no field. */
export function messageOf({ messages }: Pick<Entry, "messages">): string | undefined {
  return messages.at(-1)?.text;
}

/**
 * Whether title, message and meaning are others, and not only other words for the same: then they have next to no words
 * in common, neither with each other nor with the code.
 *
 * @param known the words of the meaning before, where that is all that is known of it.
 */
export function meansAnother(before: Entry, after: Entry, known?: string): boolean {
  const pairs = [
    [before.title?.value, after.title?.value],
    [messageOf(before), messageOf(after)],
    ...(before.meaning && after.meaning ? [[before.meaning.value, after.meaning.value]] : []),
  ];
  if (pairs.some(([one, other]) => one === undefined || other === undefined)) return false;
  if (pairs.some(([one, other]) => alike(one, other) >= enough)) return false;
  if (known !== undefined && known === meaningWords(after)) return false;
  const old = wordsOf([before.code, known ?? "", ...pairs.map(([one = ""]) => one)]);
  const now = wordsOf([
    known === undefined ? "" : (after.meaning?.value ?? ""),
    ...pairs.map(([, other = ""]) => other),
  ]);
  const isShared = (word: string) =>
    [...old].some((other) => other.startsWith(word) || word.startsWith(other));
  return [...now].filter(isShared).length < fewest * Math.min(old.size, now.size);
}

/** The words of the meaning, by which a ledger knows it. */
export function meaningWords({ meaning }: Pick<Entry, "meaning">): string | undefined {
  return meaning && [...wordsOf([meaning.value])].slice(0, 32).join(" ");
}

/** The part of its words that a text keeps when it is said better. */
const fewest = 0.2;

/** The beginnings of the words that say something: what follows them is grammar. */
function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  const words =
    texts
      .join(" ")
      .slice(0, 4 * longest)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words
      .filter((word) => !idle.has(word))
      .map((word) => (irregular.get(word) ?? word).slice(0, 4)),
  );
}

const idle: ReadonlySet<string> = new Set(
  (
    "a about after again all already an and any are as at be because been before both but by can cannot could did do does " +
    "each either else for from had has have he her his how if in into is it its just let may me might more most must my no " +
    "not now of on once one only or other our out over own please she should so some such t s re ve ll than that the their " +
    "them then there these they this those to too under until up us very was we were what when where which while who whose " +
    "why will with would yet you your"
  ).split(" "),
);

const irregular: ReadonlyMap<string, string> = new Map([
  ["found", "find"],
  ["sent", "send"],
  ["gone", "go"],
  ["went", "go"],
  ["sold", "sell"],
  ["paid", "pay"],
  ["lost", "lose"],
  ["kept", "keep"],
  ["held", "hold"],
  ["left", "leave"],
  ["broke", "break"],
  ["wrote", "write"],
  ["took", "take"],
  ["taken", "take"],
  ["gave", "give"],
  ["chose", "choose"],
  ["knew", "know"],
  ["made", "make"],
  ["bought", "buy"],
  ["ran", "run"],
]);
