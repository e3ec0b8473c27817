/** How the wire formats of a catalog spell its codes. */
import type { Catalog } from "../../model/catalog.js";
import { resolveRows } from "../../model/wire-rows.js";
import { formatTitle } from "./answer-tabs.js";

/** A spelling that is not the code itself, and whose it is. */
export interface Spelling {
  readonly text: string;
  readonly formats: readonly string[];
}

/** The spellings of each code, older ones included, in the order of the formats. */
export function spellingsByCode(catalog: Catalog): ReadonlyMap<string, readonly Spelling[]> {
  const found = new Map<string, Map<string, string[]>>();
  for (const format of catalog.wireFormats) {
    for (const { entry, row, spelling } of resolveRows(format, catalog)) {
      const texts = [spelling, ...(row?.also.map(({ value }) => value) ?? [])].map(String);
      const own = found.get(entry.code) ?? new Map<string, string[]>();
      found.set(entry.code, own);
      for (const text of new Set(texts)) {
        if (text === entry.code || (text === "null" && spelling === null)) continue;
        own.set(text, [...(own.get(text) ?? []), formatTitle(format)]);
      }
    }
  }
  return new Map(
    [...found].map(([code, own]) => [code, [...own].map(([text, formats]) => ({ text, formats }))]),
  );
}
