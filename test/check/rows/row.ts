/** A catalog, and what is wrong with it. */
import { type CatalogTexts, entryText, errorsText, headText } from "../../support/catalog-of.js";

/** One case of bad input. */
export interface Row {
  readonly name: string;
  readonly files: CatalogTexts;
  /** `rule path:line:column` of every diagnostic, in order. */
  readonly finds: readonly string[];
  /** What the messages and helps say, among other things. */
  readonly says?: readonly string[];
}

/** A catalog with one entry, the code `sold_out` on line 3 of `errors/a.yaml`, its first member on line 4. */
export function withEntry(
  members: Readonly<Record<string, string | undefined>>,
  ...head: readonly string[]
): CatalogTexts {
  return withEntries([entryText("sold_out", members)], ...head);
}

/** A catalog with entries. */
export function withEntries(entries: readonly string[], ...head: readonly string[]): CatalogTexts {
  return { "catalog.yaml": headText(...head), "errors/a.yaml": errorsText(...entries) };
}
