/** Tells whether a text is a code that somebody misspelt. */
import { distance } from "fastest-levenshtein";
import { nearestFinder } from "../../diagnostics/suggest.js";
import type { CatalogNames } from "../link/catalog-names.js";

/** Compares texts with the codes of all catalogs. */
export interface CodeGuesser {
  /** The code that a text is most like, where one is near. */
  nearest(text: string): string | undefined;
  /**
   * Whether a text that nobody says is a code of a catalog can hardly be anything else.
   *
   * Stricter than `nearest`: codes of other systems, such as `auth/invalid-token`, are often like ours.
   */
  isMisspelling(text: string): boolean;
}

/** A guesser that compares each text once. */
export function codeGuesser(catalogs: readonly CatalogNames[]): CodeGuesser {
  const codes = catalogs.flatMap(({ entries }) => [...entries.keys()]);
  const dressed = new Map(codes.toReversed().map((code) => [bare(code), code]));
  const finder = nearestFinder(codes);
  const known = new Map<string, string | undefined>();
  const nearest = (text: string): string | undefined => {
    if (!known.has(text)) known.set(text, dressed.get(bare(text)) ?? finder.nearest(text));
    return known.get(text);
  };
  return {
    nearest,
    isMisspelling: (text) => {
      const code = nearest(text);
      return code !== undefined && isMistyped(text, code);
    },
  };
}

function isMistyped(text: string, code: string): boolean {
  if (bare(code) === bare(text)) return true;
  if (text.length < 6) return false;
  // Two letters in the wrong order are one mistake.
  const isSwap = distance(text, code) === 2 && sorted(text) === sorted(code);
  return isSwap || distance(text, code) <= Math.min(2, Math.floor(text.length / 6));
}

function sorted(text: string): string {
  return [...text].sort().join("");
}

// `quotaExceeded` and `QUOTA-EXCEEDED` are `quota_exceeded` in other clothes.
function bare(text: string): string {
  return text.toLowerCase().replace(/[_.-]/g, "");
}
