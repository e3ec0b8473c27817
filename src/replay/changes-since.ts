/** What changed in a catalog since a base, with all that the two versions make of each other's answers. */
import { catalogPlaces } from "../diff/catalog-places.js";
import type { Change } from "../diff/change.js";
import { contractOf } from "../diff/contract-of.js";
import { diffCatalogs } from "../diff/diff-catalogs.js";
import type { Catalog } from "../model/catalog.js";
import type { Ledger } from "../model/contract.js";
import { replayExamples } from "./replay-examples.js";

/** Every change since the base, the worst first; `catalog` is there where the base is one and no ledger. */
export function changesSince(
  base: Ledger & { readonly catalog?: Catalog },
  catalog: Catalog,
): readonly Change[] {
  return diffCatalogs(base.contract, contractOf(catalog), {
    base: base.placeOf,
    current: catalogPlaces(catalog),
    replay: replayExamples(base, catalog),
    isLedgerGone: base.catalog?.released !== undefined && catalog.released === undefined,
  });
}
