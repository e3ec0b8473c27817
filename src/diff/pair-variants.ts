/** Pairs the objects of two unions by the constants that tell them apart. */
import type { ContractTypes, ResolvedType } from "./resolved-type.js";
import { variantsOf } from "./resolved-type.js";

/** An object type. */
export type ObjectType = Extract<ResolvedType, { kind: "object" }>;

/** The member by whose constants the objects of both sides are told apart; undefined where there is none. */
export function discriminatorOf(
  base: readonly ObjectType[],
  baseTypes: ContractTypes,
  current: readonly ObjectType[],
  currentTypes: ContractTypes,
): string | undefined {
  const names = [...((base[0] ?? current[0])?.members.keys() ?? [])];
  return names.find(
    (name) => tellsApart(base, name, baseTypes) && tellsApart(current, name, currentTypes),
  );
}

function tellsApart(objects: readonly ObjectType[], by: string, types: ContractTypes): boolean {
  const tags = objects.map((object) => tagsOf(object, by, types));
  const all = tags.flat();
  return tags.every(({ length }) => length > 0) && new Set(all).size === all.length;
}

/** The constants that an object has in a member that it requires. */
export function tagsOf(
  object: ObjectType,
  by: string | undefined,
  types: ContractTypes,
): readonly unknown[] {
  const member = by === undefined ? undefined : object.members.get(by);
  if (member === undefined || member.optional) return [];
  const [type, ...others] = variantsOf(member.type, types);
  return type?.kind === "enum" && others.length === 0 ? type.values : [];
}
