/** The types of fields as data, small enough to travel with a client. */

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
  /** Variants told apart by the constant in the member `by`, or by their JSON types where there is none. */
  | { readonly oneOf: readonly Shape[]; readonly by?: string };

/** Fields by name; a name that ends with `?` is optional. */
export type FieldShapes = Readonly<Record<string, Shape>>;
