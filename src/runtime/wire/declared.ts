/** Leaves out what a catalog does not declare. */
import { variantFinder } from "../check-of.js";
import { isRecord } from "../is-record.js";
import type { Shape } from "../shape.js";
import { setOwn } from "../validate.js";

/**
 * The value without members that its shape does not name: what one wire added is none of another wire's business.
 *
 * A variant that the union does not know, and an object of which the shape says nothing, stay as they are.
 */
export function declared(value: unknown, shape: Shape): unknown {
  if (typeof shape !== "object") return value;
  if ("oneOf" in shape) {
    const variant = variantFinder(shape)(value);
    return variant === undefined ? value : declared(value, variant);
  }
  if ("items" in shape && Array.isArray(value))
    return value.map((item: unknown) => declared(item, shape.items));
  if (!("members" in shape) || !isRecord(value)) return value;
  const { members, rest } = shape;
  if (rest === undefined && Object.keys(members).length === 0) return value;
  const result = {};
  for (const name of Object.keys(value)) {
    const own = memberOf(members, name) ?? rest;
    if (own !== undefined) setOwn(result, name, declared(value[name], own));
  }
  return result;
}

function memberOf(members: Readonly<Record<string, Shape>>, name: string): Shape | undefined {
  const key = Object.hasOwn(members, name) ? name : `${name}?`;
  return Object.hasOwn(members, key) ? members[key] : undefined;
}
