/** Why nobody gets an error of an entry. */
import type { Entry } from "../model/catalog.js";

/** The reason, for a sentence that says what it hinders; undefined where the error is sent. */
export function unsent({
  retired,
  neverSent,
  hasNoStatus,
}: Pick<Entry, "retired" | "neverSent" | "hasNoStatus">): string | undefined {
  if (retired !== undefined) return "it is retired";
  if (hasNoStatus) return "it has no HTTP status";
  return neverSent ? "it is never sent" : undefined;
}
