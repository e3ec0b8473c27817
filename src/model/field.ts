/** Typed data that an error carries: JSON Schema as far as errdex supports it. */
import type { Located, Span } from "./source.js";

/** The JSON types that a scalar may have. */
export type ScalarType = "string" | "integer" | "number" | "boolean" | "null";

/** The formats that a string may announce. They annotate, as in JSON Schema 2020-12: what decodes is any string. */
export const stringFormats = ["date-time", "date", "uri", "uuid", "email"] as const;
/** A format that a string may announce. */
export type StringFormat = (typeof stringFormats)[number];

/** A JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

interface TypeBase {
  readonly at: Span;
  readonly description?: string;
}

/** The type of a field or of anything inside it. */
export type FieldType =
  | (TypeBase & { readonly kind: "any" })
  | (TypeBase & {
      readonly kind: "scalar";
      readonly type: ScalarType;
      readonly format?: StringFormat;
      /** Of a number, or of the length of a string in code points. */
      readonly min?: number;
      readonly max?: number;
    })
  /** One value is a `const`. */
  | (TypeBase & {
      readonly kind: "enum";
      readonly values: readonly (string | number | boolean | null)[];
    })
  | (TypeBase & {
      readonly kind: "array";
      readonly items: FieldType;
      readonly min?: number;
      readonly max?: number;
    })
  | (TypeBase & {
      readonly kind: "object";
      readonly properties: readonly Property[];
      /** The type of members that have no property; absent: anything goes. */
      readonly rest?: FieldType;
      /** `additionalProperties: false`: producers may add nothing. Consumers stay open. */
      readonly closed: boolean;
    })
  | (TypeBase & { readonly kind: "oneOf"; readonly variants: readonly FieldType[] })
  | (TypeBase & { readonly kind: "reference"; readonly name: string });

/** A member of an object. */
export interface Property {
  readonly name: string;
  readonly at: Span;
  readonly optional: boolean;
  /** On a wire, but redacted in logs, terminals and telemetry. */
  readonly secret: boolean;
  readonly type: FieldType;
}

/** A member of an error. */
export interface Field extends Property {
  /** Kept in the process: never on a wire, never read from one. */
  readonly internal: boolean;
}

/** A type that the catalog names. */
export interface NamedType {
  readonly name: string;
  readonly at: Span;
  readonly type: FieldType;
}

/** The types of a catalog by name. */
export type NamedTypes = ReadonlyMap<string, NamedType>;

/** The type behind a reference, and behind that one's; undefined where a name is unknown or leads in a circle. */
export function resolveType(
  type: FieldType,
  types: NamedTypes,
): Exclude<FieldType, { kind: "reference" }> | undefined {
  const seen = new Set<string>();
  let current = type;
  while (current.kind === "reference") {
    if (seen.has(current.name)) return undefined;
    seen.add(current.name);
    const named = types.get(current.name);
    if (named === undefined) return undefined;
    current = named.type;
  }
  return current;
}

/** The variants of a union and of the unions in it; the type itself where it is none. */
export function variantsOf(type: FieldType, types: NamedTypes): readonly FieldType[] {
  const variants: FieldType[] = [];
  // Each union once: they may hold one another, which a check reports.
  const unions = new Set<FieldType>();
  const rest = [type];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const resolved = resolveType(next, types);
    if (resolved?.kind !== "oneOf") {
      if (resolved !== undefined) variants.push(resolved);
    } else if (!unions.has(resolved)) {
      unions.add(resolved);
      for (const variant of resolved.variants.toReversed()) rest.push(variant);
    }
  }
  return variants;
}

/** A place in fields, as messages, delays and headers name it. */
export type FieldPath = Located<readonly string[]>;
