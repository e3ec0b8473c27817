/** What the search of a site knows of the wire formats: where their codes and messages stand, and what a status means. */
import type { Catalog } from "../../model/catalog.js";
import { bodiesOf, names, placesIn, saysCode, type TemplatePlace } from "../../model/placement.js";
import type { TemplateNode, WireFormat } from "../../model/wire-format.js";
import { inferencesOf, resolveRows } from "../../model/wire-rows.js";
import type { SearchFormatRow } from "../../site/search-entry.js";

/** A row for each format of the catalog. */
export function searchFormats(catalog: Catalog): readonly SearchFormatRow[] {
  return catalog.wireFormats.map((format) => formatRow(format, catalog));
}

function formatRow(format: WireFormat, catalog: Catalog): SearchFormatRow {
  const isText = (place: TemplatePlace) => names(place, "$message") || names(place, "$title");
  const bodies = bodiesOf(format).map(neededMembers);
  return [
    keysOf(format, saysCode),
    keysOf(format, isText),
    unique(bodies.filter((needed) => needed.length > 0)),
    unique([...inferred(format, catalog)]),
  ];
}

function keysOf(format: WireFormat, isMeant: (place: TemplatePlace) => boolean): readonly string[] {
  // Those of single codes come first: they say more than the body of all others.
  const inBodies = bodiesOf(format)
    .flatMap(placesIn)
    .filter(isMeant)
    .map(({ way }) => way.findLast((step) => typeof step === "string"));
  const inHeaders = format.headers.flatMap(({ name, value }) =>
    placesIn(value).some(isMeant) ? [name.value] : [],
  );
  const keys = [...inBodies, ...inHeaders].filter((key) => key !== undefined);
  return [...new Set(keys.map((key) => nameOf(String(key))))];
}

/** As the search reads names: `@code` and `aws:Code` are `code`. */
function nameOf(key: string): string {
  return key.replace(/^.*[:.$@]/, "").toLowerCase();
}

function neededMembers(body: TemplateNode): readonly string[] {
  if (body.kind !== "object") return [];
  const needed = body.members.flatMap(({ key, optional, value }) =>
    optional ? [] : isLeaf(value) ? [nameOf(key)] : neededMembers(value),
  );
  return [...new Set(needed)].sort();
}

function isLeaf({ kind }: TemplateNode): boolean {
  return kind === "variable" || kind === "constant" || kind === "filler" || kind === "any";
}

function inferred(format: WireFormat, catalog: Catalog): ReadonlyMap<string, string> {
  const always = inferencesOf(format, catalog).filter(({ when }) => when === undefined);
  const listed = always.map(({ status, code }): [string, string] => [status, code.value]);
  // A code that this wire sends without a name is known by its status.
  const unnamed = resolveRows(format, catalog).flatMap(({ entry, row, spelling }) =>
    spelling === null
      ? (row?.statuses ?? []).map(({ value }): [string, string] => [`${value}`, entry.code])
      : [],
  );
  return new Map([...unnamed, ...listed]);
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}
