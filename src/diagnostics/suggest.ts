/** Finds what somebody may have meant. */
import { distance } from "fastest-levenshtein";

/** The nearest of the candidates, where one is near enough to be a misspelling. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  // Nobody mistypes a word of this length, and comparing takes the product of both lengths.
  if (word.length > 256) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const far = mistakes(word.toLowerCase(), candidate.toLowerCase());
    if (far < bestDistance) {
      best = candidate;
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

/** A help sentence that names the nearest candidate, else all of them where they are few. */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
): { readonly help: string } | object {
  const all = [...candidates];
  const near = nearest(word, all);
  if (near !== undefined) return { help: `Did you mean ${quoted(near)}?` };
  if (all.length === 0 || all.length > 12) return {};
  return { help: `Known: ${all.map(quoted).join(", ")}.` };
}

/** The word as diagnostics show it. */
export function quoted(word: string): string {
  return `"${word}"`;
}
