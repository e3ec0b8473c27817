/** Problem types, RFC 9457 section 3.1.1: compared as the URIs that they resolve to. */
import type { ReadTypes } from "./wire-spec.js";

/** Reads codes out of problem types, by the address of today and by those of earlier years. */
export const problemTypes: ReadTypes = ({ docs = "", type = docs, typeAlso = [], rows }) => {
  const byType = new Map<string, string>();
  for (const address of [...typeAlso, type])
    for (const { entry, spelling = entry.code, also = [], category } of rows)
      for (const code of [...also, spelling]) {
        const uri = pageOf(address, `${code}`, category);
        if (code === null) continue;
        byType.set(uri, `${code}`);
        if (URL.canParse(uri)) byType.set(new URL(uri).href, `${code}`);
      }
  const base = pageOf(type, "");
  return (given) =>
    byType.get(given) ??
    (URL.canParse(given, base) ? byType.get(new URL(given, base).href) : undefined);
};

/** The address of a code: of its page, or of its type. */
export function pageOf(address: string, code: string, category = ""): string {
  return address.replaceAll("{code}", () => code).replaceAll("{category}", () => category);
}
