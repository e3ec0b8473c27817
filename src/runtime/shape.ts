/** The types of fields as data, small enough to travel with a client. */
import type { Issue } from "./received.js";

/** One value's type: the JSON Schema of a field, reduced to what can be checked. */
export type Shape =
  | "any"
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "null"
  | { readonly enum: readonly unknown[] }
  /** A range of a number, or of the length of a string in code points. */
  | {
      readonly range: "string" | "number" | "integer";
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly items: Shape; readonly min?: number; readonly max?: number }
  /** Members; a name that ends with `?` is optional. */
  | { readonly members: FieldShapes; readonly rest?: Shape }
  /** Variants told apart by the constant in the member `by`. */
  | { readonly oneOf: readonly Shape[]; readonly by: string }
  /** Variants of which the first that fits is meant; no member tells them apart. */
  | { readonly oneOf: readonly Shape[]; readonly as: AnyOf };

/** Fields by name; a name that ends with `?` is optional. */
export type FieldShapes = Readonly<Record<string, Shape>>;

/**
 * Gives the value as far as it fits its shape, or undefined where it does not, and says why in `issues`. Never throws.
 *
 * An optional member that does not fit is left out, at any depth; `null` counts as absent unless the shape allows it.
 * A variant that its union does not know stays as it is, with an issue.
 */
export type Reader = (value: unknown, issues: Issue[]) => unknown;

/** Makes the reader of a union; a client whose catalog has no such unions does not bring it along. */
export type AnyOf = (variants: readonly Shape[]) => Reader;
