/** Telling the variants of a union apart. */
import { type FieldType, type NamedTypes, resolveType, variantsOf } from "./field.js";

/** The variants of a union by JSON type. */
export interface VariantGroups {
  readonly objects: readonly ObjectType[];
  readonly others: readonly FieldType[];
  /** The member whose constants tell the objects apart; undefined where there is at most one, or no such member. */
  readonly by: string | undefined;
}

type ObjectType = Extract<FieldType, { kind: "object" }>;

/** Sorts the variants of a union into objects and the rest. */
export function groupVariants(type: FieldType, types: NamedTypes): VariantGroups {
  const variants = variantsOf(type, types);
  const objects = variants.filter((variant) => variant.kind === "object");
  return {
    objects,
    others: variants.filter((variant) => variant.kind !== "object"),
    by: objects.length > 1 ? discriminatorOf(objects, types) : undefined,
  };
}

/** Whether every value fits at most one variant, as far as constants and JSON types tell. */
export function areDistinct({ objects, others, by }: VariantGroups): boolean {
  if (objects.length > 1 && by === undefined) return false;
  const keys = others.flatMap(distinctionsOf);
  return new Set(keys).size === keys.length && !others.some(({ kind }) => kind === "any");
}

function distinctionsOf(type: FieldType): readonly string[] {
  if (type.kind === "scalar") return [type.type === "integer" ? "number" : type.type];
  // Two enums of one type are distinct, an enum beside its own type is not: no enum's key equals a type's.
  if (type.kind === "enum")
    return type.values.map((value) => (value === null ? "null" : `${typeof value} ${value}`));
  return [type.kind];
}

function discriminatorOf(objects: readonly ObjectType[], types: NamedTypes): string | undefined {
  const [first] = objects;
  return first?.properties.find(({ name }) => {
    const values = objects.flatMap((object) => constantsOf(object, name, types) ?? [undefined]);
    return !values.includes(undefined) && new Set(values).size === values.length;
  })?.name;
}

function constantsOf(
  object: ObjectType,
  name: string,
  types: NamedTypes,
): readonly unknown[] | undefined {
  const property = object.properties.find((candidate) => candidate.name === name);
  if (property === undefined || property.optional) return undefined;
  const type = resolveType(property.type, types);
  return type?.kind === "enum" ? type.values : undefined;
}
