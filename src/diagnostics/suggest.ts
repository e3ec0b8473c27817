/** Finds what somebody may have meant. */
import { distance } from "fastest-levenshtein";

/** Help for a complaint, or nothing. */
export type Guess = { readonly help: string } | object;

/** The nearest of the candidates, where one is near enough to be a misspelling. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestOf(word, [...candidates].map(candidateOf), { left: Number.POSITIVE_INFINITY });
}

/** A help sentence that names the nearest candidate, else all of them where they are few. */
export function didYouMean(word: string, candidates: Iterable<string>): Guess {
  return guesser(() => candidates)(word);
}

/** Guesses among the same candidates for each of many words. */
export function guesser(candidatesOf: () => Iterable<string>): (word: string) => Guess {
  let finder: NearestFinder | undefined;
  return (word) => {
    finder ??= nearestFinder(candidatesOf());
    const { names } = finder;
    const near = finder.nearest(word);
    if (near !== undefined) return { help: `Did you mean ${quoted(near)}?` };
    if (names.length === 0 || names.length > 12) return {};
    return { help: `Known: ${names.map(quoted).join(", ")}.` };
  };
}

/** Finds the nearest of the same candidates for each of many words. */
export interface NearestFinder {
  readonly names: readonly string[];
  nearest(word: string): string | undefined;
}

/** A finder that gives up where so many words are wrong that looking for each would take the product of both lists. */
export function nearestFinder(candidates: Iterable<string>): NearestFinder {
  const names = [...candidates];
  const all = names.map(candidateOf);
  const everything = all.reduce((sum, { small }) => sum + small.length ** 2, 0);
  const effort = { left: leastEffort + everything * sureSearches };
  return { names, nearest: (word) => nearestOf(word, all, effort) };
}

// Pairs of letters that are compared: some ten thousand names, and twenty times all there are.
const leastEffort = 10_000_000;
const sureSearches = 20;

interface Candidate {
  readonly name: string;
  readonly small: string;
}

function candidateOf(name: string): Candidate {
  return { name, small: name.length > longest * 2 ? "" : name.toLowerCase() };
}

// Nobody mistypes a word of this length, and comparing takes the product of both lengths.
const longest = 256;

function nearestOf(
  word: string,
  candidates: readonly Candidate[],
  effort: { left: number },
): string | undefined {
  if (word.length > longest || effort.left <= 0) return undefined;
  const small = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  effort.left -= candidates.length;
  for (const { name, small: other } of candidates) {
    if (Math.abs(name.length - word.length) >= bestDistance) continue;
    effort.left -= small.length * other.length;
    const far = mistakes(small, other);
    if (far < bestDistance) {
      best = name;
      bestDistance = far;
    }
  }
  return best;
}

// Two letters in the wrong order are one mistake.
function mistakes(word: string, candidate: string): number {
  const far = distance(word, candidate);
  const isSwap = far === 2 && [...word].sort().join("") === [...candidate].sort().join("");
  return isSwap ? 1 : far;
}

/** The word as diagnostics show it. */
export function quoted(word: string): string {
  return `"${shortened(word)}"`;
}

// A text may be megabytes long, and stand in each of thousands of messages.
const mostShown = 200;

/** The text, without its end where nobody would read on. */
export function shortened(text: string): string {
  return text.length > mostShown
    ? `${text.slice(0, mostShown).replace(/[\ud800-\udbff]$/, "")}…`
    : text;
}
