/** Every name that a generated module exports or needs. */
import { type Catalog, type Entry, isTombstone } from "./catalog.js";
import { camelCase, constructorName, interfaceName, pascalCase } from "./identifier.js";
import { remembered } from "./remembered.js";
import type { Span } from "./source.js";

/** A name and what asked for it. */
export interface ModuleName {
  readonly name: string;
  /** What bears the name, for people: `the code quota_exceeded`. */
  readonly bearer: string;
  readonly at: Span;
}

/** What every generated module exports besides what its catalog brings: first values, then types. */
export const ownValues = [
  "categories",
  "decode",
  "encode",
  "fromJSON",
  "hasCode",
  "httpStatus",
  "isRetryable",
  "match",
  "operations",
  "retries",
  "statuses",
] as const;
/** Exports of ours that a module has where they have something to say, those of keys of the catalog's own among them. */
export const optionalTables = [
  "catalogExtensions",
  "exitCodes",
  "extensions",
  "fieldExtensions",
  "grpcStatus",
  "operationExtensions",
  "resolvers",
  "severities",
] as const;
export const ownTypes = [
  "AnyByCode",
  "ErrorByCode",
  "ErrorCode",
  "Handlers",
  "RetryableError",
  "UnrecognizedError",
] as const;

/** A name of ours among the exports of a generated module. */
export type OwnName =
  | (typeof ownValues)[number]
  | (typeof optionalTables)[number]
  | (typeof ownTypes)[number];

/** The name of the catalog's union: `ImageHostingError`. */
export function unionName(catalog: Catalog): string {
  return `${pascalCase(catalog.name.value)}Error`;
}

/**
 * What each of our exports is called in the module of the catalog: its name, or where the catalog has taken that, the
 * name with a `$`, under which it is exported in any case.
 */
export const ownName = remembered((catalog: Catalog) => {
  const taken = new Set(moduleNames(catalog).map(({ name }) => name));
  return (name: OwnName): string => (taken.has(name) ? `$${name}` : name);
});

/** The name of what the constructor of an entry takes; with a `$` where something of the catalog has the name. */
export const fieldsName = remembered((catalog: Catalog) => {
  const taken = new Set(moduleNames(catalog).map(({ name }) => name));
  return (entry: Entry): string => {
    const name = `${interfaceName(entry)}Fields`;
    return taken.has(name) ? `$${name}` : name;
  };
});

/** The names that a catalog brings into its module, with whom they belong to. */
export function moduleNames(catalog: Catalog): readonly ModuleName[] {
  const { categories, operations, types, name } = catalog;
  const union = unionName(catalog);
  const ofCatalog = { bearer: "the catalog", at: name.at };
  return [
    { name: union, ...ofCatalog },
    { name: `is${union}`, ...ofCatalog },
    ...[...types.values()].flatMap((type) =>
      type.owner === undefined
        ? [{ name: type.name, bearer: `the type ${type.name}`, at: type.at }]
        : [],
    ),
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

/** The names that its wire formats bring into the modules of their own. */
export function formatModuleNames({ wireFormats }: Catalog): readonly ModuleName[] {
  return wireFormats.flatMap(({ name: { value, at } }) =>
    [camelCase(value), `${pascalCase(value)}Error`, `${pascalCase(value)}ByCode`].map((name) => ({
      name,
      bearer: `the wire format ${value}`,
      at,
    })),
  );
}

/** The names of an entry's constructor and interface. */
export function entryNames(entry: Entry): readonly ModuleName[] {
  const bearer = `the code ${entry.code}`;
  return [constructorName(entry), interfaceName(entry)].map((name) => ({
    name,
    bearer,
    at: entry.owner?.at ?? entry.at,
  }));
}
