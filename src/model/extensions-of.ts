/** Every key of its own that a catalog has, wherever it stands. */
import type { Catalog } from "./catalog.js";
import type { Extension } from "./extension.js";
import type { FieldType } from "./field.js";
import { ownEntries } from "./used-catalog.js";
import { visitType } from "./visit-type.js";

/** The keys of the catalog, its types, its entries with their fields, and its operations. */
export function extensionsOf(catalog: Catalog): readonly Extension[] {
  const { extensions, types, partial, operations } = catalog;
  const own = [...types.values()].filter(({ owner }) => owner === undefined);
  return [
    ...extensions,
    ...own.flatMap(({ type }) => extensionsIn(type)),
    ...[...ownEntries(catalog), ...partial.map(({ entry }) => entry)].flatMap((entry) => [
      ...entry.extensions,
      ...entry.fields.flatMap(({ type }) => extensionsIn(type)),
    ]),
    ...operations.flatMap((operation) => operation.extensions),
  ];
}

/** The keys of a type and of what is inside it; what it refers to by name has its own. */
function extensionsIn(type: FieldType): readonly Extension[] {
  const found: Extension[] = [];
  visitType(type, ({ extensions = [] }) => found.push(...extensions));
  return found;
}
