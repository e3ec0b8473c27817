/** Typed data that an error carries: JSON Schema as far as errdex supports it. */
import type { Extension } from "./extension.js";
import { remembered } from "./remembered.js";
import type { Located, Span } from "./source.js";

/** The JSON types that a scalar may have. */
export type ScalarType = "string" | "integer" | "number" | "boolean" | "null";

/** The formats that a string may announce. They annotate, as in JSON Schema 2020-12: what decodes is any string. */
export const stringFormats = ["date-time", "date", "uri", "uuid", "email"] as const;
/** A format that a string may announce. */
export type StringFormat = (typeof stringFormats)[number];

interface TypeBase {
  readonly at: Span;
  readonly description?: string;
  /** Keys of its own; absent where there are none. */
  readonly extensions?: readonly Extension[];
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
  /** The catalog that it is taken from; absent for one of the catalog itself. */
  readonly owner?: string;
  readonly at: Span;
  readonly type: FieldType;
}

/** The types of a catalog by name. */
export type NamedTypes = ReadonlyMap<string, NamedType>;

type Resolved = Exclude<FieldType, { kind: "reference" }>;

/** The type behind a reference, and behind that one's; undefined where a name is unknown or leads in a circle. */
export function resolveType(
  type: FieldType,
  types: NamedTypes,
): Exclude<FieldType, { kind: "reference" }> | undefined {
  if (type.kind !== "reference") return type;
  const known = resolvedNames(types);
  const way: string[] = [];
  let current: FieldType | undefined = type;
  while (current?.kind === "reference" && !known.has(current.name)) {
    // Until the way has an end it leads nowhere, and so does what comes back to it.
    known.set(current.name, undefined);
    way.push(current.name);
    current = types.get(current.name)?.type;
  }
  const found: Resolved | undefined =
    current?.kind === "reference" ? known.get(current.name) : current;
  for (const name of way) known.set(name, found);
  return found;
}

// Names may lead through thousands of others, and thousands of fields may have one of them.
const resolvedNames = remembered((_: NamedTypes) => new Map<string, Resolved | undefined>());

/** The variants of a union and of the unions in it; the type itself where it is none. */
export function variantsOf(type: FieldType, types: NamedTypes): readonly FieldType[] {
  const resolved = resolveType(type, types);
  if (resolved?.kind !== "oneOf") return resolved === undefined ? [] : alone(resolved);
  const known = knownVariants(types);
  const key = unionKey(resolved);
  const found = known.get(key) ?? flattened(resolved, types);
  known.set(key, found);
  return found;
}

// The same list for the same type, so that what is worked out from it is worked out once.
const alone = remembered((type: FieldType): readonly FieldType[] => [type]);
const knownVariants = remembered((_: NamedTypes) => new Map<unknown, readonly FieldType[]>());

/** What two unions have alike that are the same. Thousands of fields may be a large type or null. */
const unionKey = remembered((union: Extract<FieldType, { kind: "oneOf" }>): unknown => {
  const names = union.variants.map((variant) =>
    variant.kind === "reference" ? `$${variant.name}` : isNull(variant) ? "null" : undefined,
  );
  return names.includes(undefined) ? union : names.join(" ");
});

/** Whether null is the type's only value. */
export function isNull(type: FieldType): boolean {
  return type.kind === "scalar" && type.type === "null";
}

function flattened(type: FieldType, types: NamedTypes): readonly FieldType[] {
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

/** The member with the name: the first of them, where several have it. */
export function propertyNamed<P extends Property>(
  properties: readonly P[],
  name: string,
): P | undefined {
  return propertiesByName(properties).get(name) as P | undefined;
}

const propertiesByName = remembered((properties: readonly Property[]) => {
  const byName = new Map<string, Property>();
  for (const property of properties)
    if (!byName.has(property.name)) byName.set(property.name, property);
  return byName;
});

/** A place in fields, as messages, delays and headers name it. */
export type FieldPath = Located<readonly string[]>;
