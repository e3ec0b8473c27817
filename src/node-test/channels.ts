/** How assertions, recorder and reporter find each other where they are in one process, in whichever copies of this package. */
import type { CatalogError } from "../runtime/catalog-error.js";

/** Assertions say here which errors they are given. */
export const metChannel = "errdex:met";

/** An error that an assertion was given. */
export interface MetMessage {
  readonly error: CatalogError;
  /** Set by the recorder that counts it: there may be one of each copy. */
  isCounted: boolean;
}

/** The reporter asks here for what its own process recorded. */
export const gatherChannel = "errdex:gather";

/** Where the reporter wants it. */
export interface GatherMessage {
  readonly folder: string;
}
