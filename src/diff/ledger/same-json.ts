/** Whether two values are the same JSON, whatever the order of their members. */
import { isObject } from "../../model/inline-json.js";

/** A member that is undefined counts as absent. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => same(item, other[index]))
    );
  if (!isObject(one) || !isObject(other)) return false;
  // Each member is compared once: twice at each of many levels would be two to the power of their number.
  return (
    Object.keys(one).every((name) => one[name] === undefined || Object.hasOwn(other, name)) &&
    hasMembersOf(one, other)
  );
}

type Members = Readonly<Record<string, unknown>>;

function hasMembersOf(one: Members, other: Members): boolean {
  return Object.entries(other).every(
    ([name, value]) => value === undefined || (Object.hasOwn(one, name) && same(one[name], value)),
  );
}
