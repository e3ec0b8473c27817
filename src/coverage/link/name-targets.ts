/** What names of the source are found to stand for. */

import type { SourceFacts } from "../read/source-facts.js";
import type { Imported } from "../read/value-origin.js";
import type { CatalogNames, Meaning } from "./catalog-names.js";

/** A name that leads to a catalog. */
export interface CatalogMember {
  readonly names: CatalogNames;
  /** Empty: the whole module. */
  readonly path: readonly (string | undefined)[];
  /** Undefined: nothing that errors are about. */
  readonly meaning: Meaning | undefined;
}

/** A function of the source. */
export interface SourceFunction {
  readonly file: SourceFacts;
  readonly owner: number;
}

/** What a name stands for. */
export type NameTarget =
  | CatalogMember
  | SourceFunction
  | { readonly types: readonly Imported[]; readonly file: SourceFacts };
