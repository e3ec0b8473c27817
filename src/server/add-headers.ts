/** The headers of an answer to a failure, among those that are already set for the answer that never came. */

import { own } from "../runtime/own-member.js";

/** What becomes of the headers that are set. */
export interface HeaderChanges {
  readonly set: Readonly<Record<string, string>>;
  /** They describe a body that is not sent. */
  readonly remove: readonly string[];
}

/** RFC 9110 sections 8 and 14, RFC 9111 section 5.3, RFC 9213, RFC 9530: what is said of a representation. */
const ofBody = [
  "Accept-Ranges",
  "CDN-Cache-Control",
  "Content-Digest",
  "Content-Disposition",
  "Content-Encoding",
  "Content-Language",
  "Content-Length",
  "Content-Location",
  "Content-MD5",
  "Content-Range",
  "Content-Type",
  "Digest",
  "ETag",
  "Expires",
  "Last-Modified",
  "Repr-Digest",
  "Surrogate-Control",
  "Transfer-Encoding",
];

/**
 * What an answer's headers change.
 *
 * - `Vary` is added to, never replaced.
 * - A `Cache-Control` that was meant for a good answer becomes `no-store`, unless the error has its own.
 * - What describes another body goes.
 *
 * @param standing what is set under a name.
 */
export function addHeaders(
  headers: Readonly<Record<string, string>>,
  standing: (name: string) => string | undefined,
): HeaderChanges {
  const names = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const set: Record<string, string> = { ...headers };
  const vary = standing("Vary");
  if (vary) {
    const name = Object.keys(headers).find((each) => each.toLowerCase() === "vary") ?? "Vary";
    set[name] = addToVary(vary, own(headers, name) ?? "");
  }
  if (!names.has("cache-control") && standing("Cache-Control") !== undefined)
    set["Cache-Control"] = "no-store";
  const remove = ofBody.filter(
    (name) => !names.has(name.toLowerCase()) && standing(name) !== undefined,
  );
  return { set, remove };
}

/** The names in either list, each once. */
export function addToVary(vary: string, added: string): string {
  const names = (text: string) =>
    text
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
  const all = names(vary);
  if (all.includes("*")) return vary;
  const known = new Set(all.map((name) => name.toLowerCase()));
  for (const name of names(added)) {
    if (known.has(name.toLowerCase())) continue;
    known.add(name.toLowerCase());
    all.push(name);
  }
  return all.join(", ");
}
