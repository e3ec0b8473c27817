/** Problem types, RFC 9457 section 3.1.1: compared as the URIs that they resolve to. */
import type { Addresses, CodeRow, DecodeSpec, ReadTypes } from "./wire-spec.js";

/** Reads codes out of problem types, by the address of today and by those of earlier years. */
export const problemTypes: ReadTypes = (spec) => {
  const { docs = "", type = docs, typeAlso = [], pages = {}, rows } = spec;
  const byType = new Map<string, string>();
  const earlier = [...typeAlso, ...Object.values(pages).flatMap((each) => each.typeAlso ?? [])];
  const add = (address: string, { entry, spelling = entry.code, also = [], category }: CodeRow) => {
    for (const code of [...also, spelling]) {
      const uri = pageOf(address, `${code}`, category);
      if (code === null) continue;
      byType.set(uri, `${code}`);
      if (URL.canParse(uri)) byType.set(new URL(uri).href, `${code}`);
    }
  };
  for (const address of earlier) for (const row of rows) add(address, row);
  for (const row of rows) {
    const own = addressesOf(row.entry.code, spec);
    add(own.type ?? own.docs ?? "", row);
  }
  const base = pageOf(type, "");
  return (given) =>
    byType.get(given) ??
    (URL.canParse(given, base) ? byType.get(new URL(given, base).href) : undefined);
};

/** The addresses of a code: those of the catalog that owns it, if it has any. */
export function addressesOf(code: string, spec: DecodeSpec): Addresses {
  return spec.pages?.[spec.owners?.[code] ?? ""] ?? spec;
}

/** The address of a code: of its page, or of its type. */
export function pageOf(address: string, code: string, category = ""): string {
  return address.replaceAll("{code}", () => code).replaceAll("{category}", () => category);
}
