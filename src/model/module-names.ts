/** Every name that a generated module exports or needs. */
import { type Catalog, type Entry, isTombstone } from "./catalog.js";
import { camelCase, constructorName, interfaceName, pascalCase } from "./identifier.js";
import type { Span } from "./source.js";

/** A name and what asked for it. */
export interface ModuleName {
  readonly name: string;
  /** What bears the name, for people: `the code quota_exceeded`. */
  readonly bearer: string;
  readonly at: Span;
}

/** Names that every generated module exports, imports or relies on. */
export const fixedNames: ReadonlySet<string> = new Set([
  ...[
    "AnyByCode",
    "CatalogError",
    "CatalogErrorOptions",
    "ErrorByCode",
    "ErrorCode",
    "ErrorEntry",
    "Handlers",
    "UnrecognizedError",
  ],
  ...[
    "RetryableError",
    "categories",
    "httpStatus",
    "statuses",
    "retries",
    "isRetryable",
    "match",
    "hasCode",
    "fromJSON",
  ],
  ...[
    "createError",
    "ownMembers",
    "hasCodeOf",
    "isCatalogError",
    "markOf",
    "matchError",
    "errorFromJson",
    "entries",
    "entryTable",
  ],
  ...[
    "Answer",
    "DecodeOptions",
    "DecodeSpec",
    "Decoder",
    "FallbackSpec",
    "anyOf",
    "decoder",
    "duration",
    "findElement",
    "formatMessage",
    "headerText",
    "pointer",
    "problemTypes",
    "readHeaders",
    "readPieces",
    "readSpread",
    "repetition",
    "seconds",
    "string",
    "strings",
    "EncodedAnswer",
    "EncodeOptions",
    "WireFormat",
    "operations",
    "wireFormat",
  ],
  ...[
    "decode",
    "encode",
    "format",
    "retryDelay",
    "wire",
    "unrecognized",
    "error",
    "fields",
    "options",
    "handlers",
  ],
  ...[
    "Array",
    "Error",
    "Exclude",
    "Extract",
    "Map",
    "Object",
    "Promise",
    "Readonly",
    "ReadonlyArray",
    "Record",
  ],
  ...[
    "ReturnType",
    "Response",
    "String",
    "Number",
    "Boolean",
    "Symbol",
    "Function",
    "Date",
    "Set",
    "Headers",
    "JSON",
  ],
  ...[
    "NaN",
    "Infinity",
    "globalThis",
    "constructor",
    "prototype",
    "hasOwnProperty",
    "toString",
    "valueOf",
    "then",
  ],
]);

/** The name of the catalog's union: `ImageHostingError`. */
export function unionName(catalog: Catalog): string {
  return `${pascalCase(catalog.name.value)}Error`;
}

/** The names that a catalog brings, with whom they belong to. */
export function moduleNames(catalog: Catalog): readonly ModuleName[] {
  const { categories, operations, types, name, wireFormats } = catalog;
  const union = unionName(catalog);
  const ofCatalog = { bearer: "the catalog", at: name.at };
  return [
    ...wireFormats.flatMap((format) => {
      const { value, at } = format.name;
      const names = [camelCase(value), `${pascalCase(value)}Error`, `${pascalCase(value)}ByCode`];
      return names.map((each) => ({ name: each, bearer: `the wire format ${value}`, at }));
    }),
    { name: union, ...ofCatalog },
    { name: `is${union}`, ...ofCatalog },
    ...[...types.values()].map((type) => ({
      name: type.name,
      bearer: `the type ${type.name}`,
      at: type.at,
    })),
    ...categories.flatMap(({ id, at }) => {
      const bearer = `the category ${id}`;
      const category = `${pascalCase(id)}Error`;
      return [
        { name: category, bearer, at },
        { name: `is${category}`, bearer, at },
      ];
    }),
    ...operations.map(({ id, at }) => ({
      name: `${pascalCase(id)}Error`,
      bearer: `the operation ${id}`,
      at,
    })),
    ...catalog.entries.filter((entry) => !isTombstone(entry)).flatMap(entryNames),
  ];
}

/** The names of an entry's constructor and interface. */
export function entryNames(entry: Entry): readonly ModuleName[] {
  const bearer = `the code ${entry.code}`;
  return [constructorName(entry), interfaceName(entry)].map((name) => ({
    name,
    bearer,
    at: entry.at,
  }));
}
