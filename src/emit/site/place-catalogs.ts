/** Where the catalogs of one site are in it: as the addresses of their pages say. */
import type { Catalog } from "../../model/catalog.js";
import { siteAddresses } from "../../model/site-address.js";

/** A catalog and its place in a site of several. */
export interface PlacedCatalog {
  readonly catalog: Catalog;
  /** Relative to the folder of the site, with `/` at its end: `orders/`. */
  readonly folder: string;
}

/** Where catalogs are in one site. */
export interface Placement {
  readonly placed: readonly PlacedCatalog[];
  /** The address of the folder of the site; undefined where none is known, or catalogs are on several hosts. */
  readonly base: string | undefined;
}

/**
 * Puts catalogs whose `docs` share a host where these addresses say, below what they have in common; others in a
 * folder of their name.
 */
export function placeCatalogs(catalogs: readonly Catalog[]): Placement {
  const bases = catalogs.map((catalog) => baseOf(catalog));
  const known = bases.filter((base) => base !== undefined);
  const [first] = known;
  const isOneHost = known.every(({ origin }) => origin === first?.origin);
  if (first === undefined || !isOneHost)
    return {
      placed: catalogs.map((catalog) => ({ catalog, folder: `${catalog.name.value}/` })),
      base: undefined,
    };
  const ways = known.map(({ pathname }) => pathname.split("/").slice(1, -1));
  const shortest = Math.min(...ways.map(({ length }) => length));
  const alike = (depth: number) => ways.every((way) => way[depth] === ways[0]?.[depth]);
  let shared = 0;
  while (shared < shortest - 1 && alike(shared)) shared += 1;
  const top = (ways[0] ?? []).slice(0, shared).map((step) => `${step}/`);
  return {
    placed: catalogs.map((catalog, index) => {
      const below = bases[index]?.pathname.split("/").slice(1 + shared, -1);
      const steps = below ?? [catalog.name.value];
      return { catalog, folder: steps.map((step) => `${step}/`).join("") };
    }),
    base: `${first.origin}/${top.join("")}`,
  };
}

function baseOf(catalog: Catalog): URL | undefined {
  const base = siteAddresses(catalog).absolute("");
  return URL.canParse(base) ? new URL(base) : undefined;
}

/** Catalogs that cannot be in one site. */
export interface PlaceClash {
  readonly catalog: Catalog;
  /** The one that is there already; undefined where the index of all is. */
  readonly other: Catalog | undefined;
}

/** Those that have no folder of their own. */
export function placeClashes({ placed }: Placement): readonly PlaceClash[] {
  const seen = new Map<string, Catalog | undefined>([["", undefined]]);
  return placed.flatMap(({ catalog, folder }): PlaceClash[] => {
    const key = folder.toLowerCase();
    if (seen.has(key)) return [{ catalog, other: seen.get(key) }];
    seen.set(key, catalog);
    return [];
  });
}
