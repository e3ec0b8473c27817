/** Leaves out what a catalog does not declare. */
import { isRecord } from "../is-record.js";
import { memberIn, ownMembers, setOwn } from "../own-member.js";
import { memberName, readerOf, tagsOf } from "../reader-of.js";
import type { FieldShapes, Shape } from "../shape.js";
import { memberShape } from "../shape-at.js";

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
  if (shape.rest === undefined && Object.keys(shape.members).length === 0) return value;
  const result = {};
  for (const name of Object.keys(value)) {
    const inner = memberShape(shape, name);
    if (inner !== undefined) setOwn(result, name, declared(value[name], inner));
  }
  return result;
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
