/** Tells whether a text is a code that somebody misspelt. */
import { distance } from "fastest-levenshtein";
import { nearest } from "../diagnostics/suggest.js";
import type { CatalogNames } from "./catalog-names.js";

/** The code that a text is most like, where one is near. */
export function nearestCode(text: string, catalogs: readonly CatalogNames[]): string | undefined {
  const codes = catalogs.flatMap(({ entries }) => [...entries.keys()]);
  return codes.find((code) => bare(code) === bare(text)) ?? nearest(text, codes);
}

/**
 * Whether a text that nobody says is a code of a catalog can hardly be anything else.
 *
 * Stricter than {@link nearestCode}: codes of other systems, such as `auth/invalid-token`, are often like ours.
 */
export function isMisspelling(text: string, catalogs: readonly CatalogNames[]): boolean {
  const code = nearestCode(text, catalogs);
  if (code === undefined) return false;
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
