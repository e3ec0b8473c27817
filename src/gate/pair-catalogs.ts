/** Follows catalogs from the base to what there is now: by folder, by name, by what they consist of. */

import { isLive } from "../diff/compare/contract-parts.js";
import type { Contract } from "../model/catalog.js";
import { ownEntries } from "../model/used-catalog.js";

/** A catalog of a tree, and where it is. */
export interface PlacedContract {
  /** As it is shown: from where the command runs, with `/`. */
  readonly folder: string;
  readonly contract: Contract;
}

/** A catalog as it was and as it is. */
export interface CatalogPair<
  Head extends PlacedContract,
  Base extends PlacedContract = PlacedContract,
> {
  /** Undefined where the base does not have it. */
  readonly base: Base | undefined;
  readonly head: Head;
}

/** Catalogs with what they were, and those of which nothing is left. */
export interface Paired<Head extends PlacedContract, Base extends PlacedContract> {
  /** In the order of the catalogs that there are. */
  readonly pairs: readonly CatalogPair<Head, Base>[];
  readonly gone: readonly Base[];
}

/**
 * Finds for each catalog what it was. The surest sign counts first: the same folder and name, the same name elsewhere,
 * the same folder, at last most of the codes.
 */
export function pairCatalogs<Head extends PlacedContract, Base extends PlacedContract>(
  base: readonly Base[],
  head: readonly Head[],
): Paired<Head, Base> {
  const was = new Map<Head, Base>();
  const free = new Set(base);
  const signs: readonly ((one: PlacedContract, other: Head) => boolean)[] = [
    (one, other) => one.folder === other.folder && nameOf(one) === nameOf(other),
    (one, other) => nameOf(one) === nameOf(other),
    (one, other) => one.folder === other.folder,
    (one, other) => hasMostOf(one, other) && hasMostOf(other, one),
  ];
  for (const isSame of signs)
    for (const other of head) {
      if (was.has(other)) continue;
      const found = [...free].find((one) => isSame(one, other));
      if (found === undefined) continue;
      was.set(other, found);
      free.delete(found);
    }
  return { pairs: head.map((each) => ({ base: was.get(each), head: each })), gone: [...free] };
}

/** The codes that are in use. */
export function liveCodes(contract: Pick<Contract, "entries">): readonly string[] {
  return ownEntries(contract)
    .filter(isLive)
    .map(({ code }) => code);
}

function nameOf({ contract }: PlacedContract): string {
  return contract.name.value;
}

function hasMostOf(one: PlacedContract, other: PlacedContract): boolean {
  const codes = new Set(liveCodes(one.contract));
  const wanted = liveCodes(other.contract);
  return wanted.filter((code) => codes.has(code)).length * 2 > wanted.length;
}
