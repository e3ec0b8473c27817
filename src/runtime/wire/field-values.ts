/** What comes of reading the fields of a code. */
import type { Issue } from "../received.js";

/** What is said of a required field that is absent. */
export const missing = "expected a value";

/** What came of reading them. */
export interface FieldValues {
  /** In the order of the entry; undefined where one is absent. */
  readonly values: unknown[];
  /** Why some did not fit. */
  readonly issues: readonly Issue[];
  /** Whether a required field is missing or broken. */
  readonly broken: boolean;
}
