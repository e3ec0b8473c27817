/** Shapes inside other shapes. */
import { own } from "./own-member.js";
import type { Shape } from "./shape.js";

/** The shape at a path inside another; undefined where it has no such member. */
export function shapeAt(shape: Shape, [step, ...rest]: readonly string[]): Shape | undefined {
  if (step === undefined) return shape;
  const inner = memberShape(shape, step);
  return inner === undefined ? undefined : shapeAt(inner, rest);
}

/** The shape of a member; of a union, in the first variant that has it. */
export function memberShape(shape: Shape, name: string): Shape | undefined {
  if (typeof shape !== "object") return undefined;
  if ("members" in shape) {
    const { members, rest } = shape;
    return own(members, name) ?? own(members, `${name}?`) ?? rest;
  }
  if (!("oneOf" in shape)) return undefined;
  for (const variant of shape.oneOf) {
    const inner = memberShape(variant, name);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
