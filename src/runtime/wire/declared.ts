/** Leaves out what a catalog does not declare. */
import { isRecord } from "../is-record.js";
import { memberIn, own, ownMembers, setOwn } from "../own-member.js";
import { memberName, readerOf, tagsOf } from "../reader-of.js";
import type { FieldShapes, Shape } from "../shape.js";

/**
 * The value without members that its shape does not name: what one wire added is none of another wire's business.
 *
 * A variant that the union does not know, and an object of which the shape says nothing, stay as they are.
 */
export function declared(value: unknown, shape: Shape): unknown {
  if (typeof shape !== "object") return value;
  if ("oneOf" in shape) {
    const by = "by" in shape ? shape.by : undefined;
    const tag = by !== undefined && isRecord(value) ? value[by] : undefined;
    const variant = shape.oneOf.find((each) =>
      by === undefined ? readerOf(each)(value, []) !== undefined : tagsOf(each, by).includes(tag),
    );
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
  return own(members, name) ?? own(members, `${name}?`);
}

/**
 * The public fields of an error with nothing inside them that the shapes do not name.
 *
 * @param fitting whether a field of another shape is left out: another code's may bear the same name.
 */
export function declaredFields(
  error: object,
  shapes: FieldShapes = {},
  fitting: boolean,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [key, shape] of Object.entries(shapes)) {
    const { name } = memberName(key);
    const value = memberIn(error as Record<string, unknown>, name);
    if (value === undefined || (fitting && readerOf(shape)(value, []) !== value)) continue;
    fields[name] = declared(value, shape);
  }
  return ownMembers(fields);
}
