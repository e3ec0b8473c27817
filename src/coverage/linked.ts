/** What names of the source are found to stand for. */
import type { CatalogNames, Meaning } from "./catalog-names.js";
import type { SourceFacts } from "./facts.js";
import type { Imported } from "./origin.js";

/** A name that leads to a catalog. */
export interface Linked {
  readonly names: CatalogNames;
  /** Empty: the whole module. */
  readonly path: readonly (string | undefined)[];
  /** Undefined: nothing that errors are about. */
  readonly meaning: Meaning | undefined;
}

/** A function of the source. */
export interface LinkedFunction {
  readonly file: SourceFacts;
  readonly owner: number;
}

/** What a name stands for. */
export type Found =
  | Linked
  | LinkedFunction
  | { readonly types: readonly Imported[]; readonly file: SourceFacts };
