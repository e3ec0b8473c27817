/** A change, and the kinds that it is found to be. */
import type { CatalogTexts } from "../../support/catalog-of.js";

/** One change of a catalog. */
export interface Row {
  readonly name: string;
  readonly base: CatalogTexts;
  readonly current: CatalogTexts;
  /** `id path` of every change, the worst first. */
  readonly finds: readonly string[];
  /** `id path` of those that a ledger does not tell, since it has no such texts. */
  readonly untold?: readonly string[];
}
