/** Telling the variants of a union apart. */
import {
  type FieldType,
  type NamedTypes,
  propertyNamed,
  resolveType,
  variantsOf,
} from "./field.js";
import { remembered } from "./remembered.js";

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
  return groupsIn(types)(variantsOf(type, types));
}

const groupsIn = remembered((types: NamedTypes) =>
  remembered((variants: readonly FieldType[]): VariantGroups => {
    const objects = variants.filter((variant) => variant.kind === "object");
    return {
      objects,
      others: variants.filter((variant) => variant.kind !== "object"),
      by: objects.length > 1 ? discriminatorOf(objects, types) : undefined,
    };
  }),
);

/** Whether every value fits at most one variant, as far as constants and JSON types tell. */
export const areDistinct: (groups: VariantGroups) => boolean = remembered(
  ({ objects, others, by }) => {
    if (objects.length > 1 && by === undefined) return false;
    const keys = others.flatMap(distinctionsOf);
    return new Set(keys).size === keys.length && !others.some(({ kind }) => kind === "any");
  },
);

function distinctionsOf(type: FieldType): readonly string[] {
  if (type.kind === "scalar") return [type.type === "integer" ? "number" : type.type];
  // Two enums of one type are distinct, an enum beside its own type is not: no enum's key equals a type's.
  if (type.kind === "enum")
    return type.values.map((value) => (value === null ? "null" : `${typeof value} ${value}`));
  return [type.kind];
}

function discriminatorOf(objects: readonly ObjectType[], types: NamedTypes): string | undefined {
  return objects[0]?.properties.find(({ name }) => tellsApart(name, objects, types))?.name;
}

function tellsApart(name: string, objects: readonly ObjectType[], types: NamedTypes): boolean {
  const seen = new Set<unknown>();
  return objects.every((object) => {
    const property = propertyNamed(object.properties, name);
    const values = property?.optional === false ? constantsOf(object, name, types) : [];
    const areNew = values.length > 0 && values.every((value) => !seen.has(value));
    for (const value of values) seen.add(value);
    return areNew && new Set(values).size === values.length;
  });
}

/** The constants that an object has in a member. */
export function constantsOf(
  { properties }: ObjectType,
  name: string,
  types: NamedTypes,
): readonly unknown[] {
  const property = propertyNamed(properties, name);
  const type = property === undefined ? undefined : resolveType(property.type, types);
  return type?.kind === "enum" ? type.values : [];
}
