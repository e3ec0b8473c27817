/** Values as JSON on one line, the members of objects sorted. */
import { compareText } from "./catalog.js";

/** The value on one line, the members of objects sorted: equal texts are equal values. */
export function inlineJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlineJson).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = sortedMembers(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${inlineJson(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Whether the value is an object with members. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members that JSON has, by name; numbers come first, as in every object, so that what is read is in this order. */
export function sortedMembers(
  value: Readonly<Record<string, unknown>>,
): readonly [string, unknown][] {
  const sorted = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareText(a, b));
  return Object.entries(Object.fromEntries(sorted));
}
