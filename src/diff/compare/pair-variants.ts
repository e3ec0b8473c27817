/** Pairs the objects of two unions by the constants that tell them apart. */
import { type NamedTypes, propertyNamed } from "../../model/field.js";
import { constantsOf } from "../../model/union.js";
import { membersOf, type ObjectType } from "./type-parts.js";

/** The member by whose constants the objects of both sides are told apart; undefined where there is none. */
export function discriminatorOfBoth(
  base: readonly ObjectType[],
  baseTypes: NamedTypes,
  current: readonly ObjectType[],
  currentTypes: NamedTypes,
): string | undefined {
  const names = [...membersOf((base[0] ?? current[0])?.properties ?? []).keys()];
  return names.find(
    (name) => tellsApart(base, name, baseTypes) && tellsApart(current, name, currentTypes),
  );
}

function tellsApart(objects: readonly ObjectType[], by: string, types: NamedTypes): boolean {
  const tags = objects.map((object) => tagsOf(object, by, types));
  const all = tags.flat();
  return tags.every(({ length }) => length > 0) && new Set(all).size === all.length;
}

/** The constants that an object has in a member that it requires. */
export function tagsOf(
  object: ObjectType,
  by: string | undefined,
  types: NamedTypes,
): readonly unknown[] {
  const isRequired = by !== undefined && propertyNamed(object.properties, by)?.optional === false;
  return isRequired ? constantsOf(object, by, types) : [];
}
