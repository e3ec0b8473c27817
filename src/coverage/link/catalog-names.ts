/** What the names that a generated module exports mean. */
import { type Catalog, type Entry, isTombstone, liveEntries } from "../../model/catalog.js";
import { grouped } from "../../model/grouped.js";
import { camelCase, constructorName, interfaceName, pascalCase } from "../../model/identifier.js";
import { type OwnName, ownTypes, unionName } from "../../model/module-names.js";
import { codesOf } from "../../model/operation-codes.js";
import { remembered } from "../../model/remembered.js";
import { isRetryable } from "../../model/retryable.js";

/** What an exported name is for. */
export type Meaning =
  | { readonly kind: "constructor"; readonly code: string }
  /** A guard that is true for several codes. `by` says which: `category account`. */
  | { readonly kind: "guard"; readonly by: string; readonly codes: readonly string[] }
  | { readonly kind: "match" }
  | { readonly kind: "hasCode" }
  /** The type of a table with a handler for each code. */
  | { readonly kind: "handlers" }
  /** `operations.upload_image` */
  | { readonly kind: "operation"; readonly operation: string }
  /** The type of errors, or of codes; of an operation where it is the union of one. */
  | { readonly kind: "type"; readonly operation: string | undefined }
  /** All constructors that the function of an operation is given. */
  | { readonly kind: "given"; readonly operation: string; readonly codes: readonly string[] }
  /** A function that gives errors of the catalog: `decode`, `imgPro.decode`, `fromJSON`. */
  | { readonly kind: "source" };

/** A catalog as its generated module shows it. */
export interface CatalogNames {
  readonly catalog: Catalog;
  /** Every code that was ever used, with its entry. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The codes that each operation declares. */
  readonly operations: ReadonlyMap<string, ReadonlySet<string>>;
  /** The operation that a function called like it handles: `uploadImage`. */
  readonly operationNames: ReadonlyMap<string, string>;
  meaningOf(path: readonly (string | undefined)[]): Meaning | undefined;
  /** What the function of an operation is given under a name; all of it where the path is empty. */
  meaningOfGiven(operation: string, path: readonly (string | undefined)[]): Meaning | undefined;
}

/** Works the names out. */
export function catalogNames(catalog: Catalog): CatalogNames {
  const meanings = new Map<string, Meaning>([
    // A name of ours gives way to what the catalog calls so, but has itself with a `$` in any case.
    ...ours(catalog).flatMap(([name, meaning]): [string, Meaning][] => [
      [name, meaning],
      [`$${name}`, meaning],
    ]),
    ...errorTypes(catalog),
    ...guards(catalog),
    ...liveEntries(catalog).map(
      (entry) => [constructorName(entry), { kind: "constructor", code: entry.code }] as const,
    ),
  ]);
  // Operations that name the same groups have one list of codes, and one set of it.
  const setOf = remembered((codes: readonly string[]): ReadonlySet<string> => new Set(codes));
  const operations = new Map(
    catalog.operations.map((each) => [each.id, setOf(codesOf(each, catalog.groups))]),
  );
  const entries = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  return {
    catalog,
    entries,
    operations,
    operationNames: new Map(catalog.operations.map(({ id }) => [camelCase(id), id])),
    meaningOf: ([first, second]) => {
      if (first === undefined) return undefined;
      if (/^\$?operations$/.test(first) && second !== undefined && operations.has(second))
        return { kind: "operation", operation: second };
      const meaning = meanings.get(first);
      // Of a wire format: its name is exported, and decodes. Codes may have the name too.
      if (second === "decode" && (meaning === undefined || meaning.kind === "constructor"))
        return { kind: "source" };
      return meaning;
    },
    meaningOfGiven: (operation, path) => {
      const codes = [...(operations.get(operation) ?? [])];
      if (path.length === 0) return { kind: "given", operation, codes };
      const [code = ""] = path;
      const entry = entries.get(code);
      return entry && !isTombstone(entry) ? { kind: "constructor", code } : undefined;
    },
  };
}

/** What our own exports mean. */
function ours(catalog: Catalog): readonly (readonly [OwnName, Meaning])[] {
  const live = catalog.entries.filter((entry) => !isTombstone(entry));
  const types = ownTypes.filter((name) => name !== "Handlers");
  return [
    ...types.map((name) => [name, { kind: "type", operation: undefined }] as const),
    ["match", { kind: "match" }],
    ["hasCode", { kind: "hasCode" }],
    ["Handlers", { kind: "handlers" }],
    ["decode", { kind: "source" }],
    ["fromJSON", { kind: "source" }],
    ["isRetryable", guard("isRetryable", live.filter(isRetryable))],
  ];
}

function errorTypes(catalog: Catalog): readonly (readonly [string, Meaning])[] {
  const { categories, operations, wireFormats } = catalog;
  const names = [
    unionName(catalog),
    ...liveEntries(catalog).map(interfaceName),
    ...categories.map(({ id }) => `${pascalCase(id)}Error`),
    ...wireFormats.flatMap(({ name: { value } }) =>
      [`Error`, `ByCode`].map((ending) => pascalCase(value) + ending),
    ),
  ];
  return [
    ...names.map((name) => [name, { kind: "type", operation: undefined }] as const),
    ...operations.map(
      ({ id }) => [`${pascalCase(id)}Error`, { kind: "type", operation: id }] as const,
    ),
  ];
}

function guards(catalog: Catalog): readonly (readonly [string, Meaning])[] {
  const live = catalog.entries.filter((entry) => !isTombstone(entry));
  const byCategory = grouped(live, ({ category }) => category.value);
  return [
    ...catalog.categories.map(
      ({ id }) =>
        [`is${pascalCase(id)}Error`, guard(`category ${id}`, byCategory.get(id) ?? [])] as const,
    ),
  ];
}

function guard(by: string, entries: readonly Entry[]): Meaning {
  return { kind: "guard", by, codes: entries.map(({ code }) => code) };
}
