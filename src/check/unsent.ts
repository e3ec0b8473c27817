/** Why nobody gets an error of an entry. */
import type { Entry } from "../model/catalog.js";

/** The reason, for a sentence that says what it hinders; undefined where the error is sent. */
export function unsent({
  retired,
  neverSent,
}: Pick<Entry, "retired" | "neverSent">): string | undefined {
  if (retired !== undefined) return "it is retired";
  return neverSent ? "it is never sent" : undefined;
}
