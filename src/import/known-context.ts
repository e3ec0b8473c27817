/** What a catalog has already that entries of a list have to get along with. */
import { type Catalog, isTombstone } from "../model/catalog.js";
import { pascalCase } from "../model/identifier.js";
import { moduleNames } from "../model/module-names.js";
import { TakenNames, TakenTitles } from "../model/taken-names.js";
import type { MadeCategory } from "./make/made-entry.js";
import type { KnownCatalog } from "./make/make-entries.js";

/** What is known before a list is read. */
export interface KnownContext
  extends Pick<KnownCatalog, "names" | "titles" | "entries" | "spellings"> {
  readonly categories: readonly MadeCategory[];
}

/** Of a catalog that an import begins. */
export function newContext(name: string): KnownContext {
  const union = `${pascalCase(name)}Error`;
  return {
    names: new TakenNames([union, `is${union}`]),
    titles: new TakenTitles([]),
    ...{ entries: new Map(), spellings: new Map(), categories: [] },
  };
}

/**
 * Of a catalog that is there.
 *
 * @param wire the wire format that spells codes as the list does.
 */
export function knownContext(catalog: Catalog, wire: string): KnownContext {
  const { entries, wireFormats, categories } = catalog;
  const rows = wireFormats.find(({ name }) => name.value === wire)?.rows ?? [];
  return {
    names: new TakenNames(moduleNames(catalog).map(({ name }) => name)),
    titles: new TakenTitles(entries.flatMap(({ title }) => title?.value ?? [])),
    entries: new Map(
      entries
        .filter((entry) => !isTombstone(entry))
        .map(({ code, title, name }) => [code, { title: title?.value, name: name?.value }]),
    ),
    spellings: new Map(
      rows.flatMap(({ code, spelling }) =>
        typeof spelling === "string" ? [[spelling, code] as const] : [],
      ),
    ),
    categories: categories.map(({ id, title }) => ({ id, title })),
  };
}
