/** Shapes as functions, each made once, when the first value of the shape is met. */
import { isRecord } from "./is-record.js";
import type { FieldShapes, Shape } from "./shape.js";

/** Whether a value is of a shape as it is. */
export type Check = (value: unknown) => boolean;

type Limits = { readonly min?: number; readonly max?: number };

const made = new WeakMap<object, Check>();

/** The check of a shape. Shapes that are one object share one check. */
export function checkOf(shape: Shape): Check {
  if (typeof shape === "string") return typeChecks[shape];
  let check = made.get(shape);
  if (check === undefined) {
    check = makeCheck(shape);
    made.set(shape, check);
  }
  return check;
}

const typeChecks: Readonly<Record<Extract<Shape, string>, Check>> = {
  any: (value) => value !== undefined,
  string: (value) => typeof value === "string",
  number: (value) => Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

function makeCheck(shape: Exclude<Shape, string>): Check {
  if ("members" in shape) return membersCheck(shape.members, shape.rest);
  if ("enum" in shape) {
    const [only, ...more] = shape.enum;
    return more.length === 0 ? (value) => value === only : (value) => shape.enum.includes(value);
  }
  if ("oneOf" in shape) {
    const variantOf = variantFinder(shape);
    return (value) => {
      const variant = variantOf(value);
      return variant !== undefined && checkOf(variant)(value);
    };
  }
  if ("items" in shape) {
    const item = checkOf(shape.items);
    return (value) => Array.isArray(value) && inLimits(shape, value.length) && value.every(item);
  }
  const type = typeChecks[shape.range];
  return (value) =>
    type(value) &&
    inLimits(shape, typeof value === "string" ? [...value].length : (value as number));
}

/** Whether a number, or a length, is within limits. */
export function inLimits({ min, max }: Limits, size: number): boolean {
  return (min === undefined || size >= min) && (max === undefined || size <= max);
}

function membersCheck(shapes: FieldShapes, rest: Shape | undefined): Check {
  const members = Object.entries(shapes).map(([key, shape]) => ({
    ...memberName(key),
    check: checkOf(shape),
  }));
  const others = rest === undefined ? undefined : checkOf(rest);
  return (value) => {
    if (!isRecord(value)) return false;
    for (const { name, optional, check } of members) {
      // No catalog declares a member that every object has, so what is read here is the value's own.
      const member = value[name];
      if (!(check(member) || (optional && member === undefined))) return false;
    }
    return others === undefined || otherNames(shapes, value).every((name) => others(value[name]));
  };
}

/** `name?` is an optional member. */
export function memberName(key: string): { readonly name: string; readonly optional: boolean } {
  const optional = key.endsWith("?");
  return { name: optional ? key.slice(0, -1) : key, optional };
}

/** The value's members that the shapes do not name. */
export function otherNames(shapes: FieldShapes, value: object): string[] {
  return Object.keys(value).filter(
    (name) => !(Object.hasOwn(shapes, name) || Object.hasOwn(shapes, `${name}?`)),
  );
}

/** Finds the variant of a union that a value is, as far as its constants tell. */
export function variantFinder({
  oneOf,
  by,
}: Extract<Shape, { oneOf: readonly Shape[] }>): (value: unknown) => Shape | undefined {
  if (by === undefined) return (value) => oneOf.find((variant) => checkOf(variant)(value));
  const byTag = new Map<unknown, Shape>();
  for (const variant of oneOf) for (const tag of tagsOf(variant, by)) byTag.set(tag, variant);
  return (value) => (isRecord(value) ? byTag.get(value[by]) : undefined);
}

/** The constants that a variant has in the member that tells variants apart. */
export function tagsOf(variant: Shape, by: string): readonly unknown[] {
  const tag = typeof variant === "object" && "members" in variant ? variant.members[by] : undefined;
  return typeof tag === "object" && "enum" in tag ? tag.enum : [];
}
