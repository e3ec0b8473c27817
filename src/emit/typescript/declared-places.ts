/** Where in the catalog's files stands what a generated module declares. */
import { type Catalog, liveEntries } from "../../model/catalog.js";
import type { Property } from "../../model/field.js";
import { camelCase, constructorName, interfaceName, pascalCase } from "../../model/identifier.js";
import { fieldsName, ownName, unionName } from "../../model/module-names.js";
import type { Span } from "../../model/source.js";
import { isOwn } from "../../model/used-catalog.js";
import { formatNames } from "./format-names.js";

/** The place of a declaration, and of its members by name. */
export interface DeclaredPlace {
  readonly at: Span | undefined;
  readonly members: ReadonlyMap<string, Span>;
}

const none: ReadonlyMap<string, Span> = new Map();

/** The declarations of all modules of a catalog by name. What has no place of its own is left out. */
export function declaredPlaces(catalog: Catalog): ReadonlyMap<string, DeclaredPlace> {
  const places = new Map<string, DeclaredPlace>();
  const add = (name: string, at: Span | undefined, members = none) =>
    places.set(name, { at, members });
  const entries = liveEntries(catalog).filter(isOwn);
  const codes = new Map(entries.map(({ code, at }) => [code, at]));
  const own = ownName(catalog);
  for (const name of ["ErrorByCode", "httpStatus", "statuses", "categories", "retries"] as const)
    add(own(name), undefined, codes);
  for (const name of [
    "extensions",
    "fieldExtensions",
    "resolvers",
    "severities",
    "grpcStatus",
    "exitCodes",
  ] as const)
    add(own(name), undefined, codes);
  add(own("operations"), undefined, new Map(catalog.operations.map(({ id, at }) => [id, at])));
  add(unionName(catalog), catalog.name.at);
  add(`is${unionName(catalog)}`, catalog.name.at);
  for (const { name, at, type, owner } of catalog.types.values()) {
    if (owner !== undefined) continue;
    add(name, at, type.kind === "object" ? membersOf(type.properties) : none);
  }
  for (const { id, at } of [...catalog.categories, ...catalog.operations])
    add(`${pascalCase(id)}Error`, at);
  for (const { id, at } of catalog.categories) add(`is${pascalCase(id)}Error`, at);
  for (const { tag } of catalog.locales) add(camelCase(tag.value), tag.at);
  const named = catalog.wireFormats.map((format) => ({ format, names: formatNames(format) }));
  for (const entry of entries) {
    const members = membersOf(entry.fields);
    add(interfaceName(entry), entry.at, members);
    add(fieldsName(catalog)(entry), entry.at, members);
    add(constructorName(entry), entry.at, members);
    // Where a wire format does not send all fields of a code, it has an interface of its own for it.
    for (const { names } of named)
      add(`${names.union.slice(0, -"Error".length)}${interfaceName(entry)}`, entry.at, members);
  }
  for (const { format, names } of named) {
    const at = format.builtIn ? undefined : format.name.at;
    add(names.value, at);
    add(names.union, at);
    add(names.byCode, at, codes);
  }
  return places;
}

function membersOf(properties: readonly Property[]): ReadonlyMap<string, Span> {
  return new Map(properties.map(({ name, at }) => [name, at]));
}
