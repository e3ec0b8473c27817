/** A thing that is wrong with a request, at its place, without the value that was sent. */
import type { Problem } from "../runtime/server-catalog.js";
import { pointerStep } from "./pointer-step.js";

/** A problem at a path. */
export function problem(
  path: readonly string[],
  detail: string,
  part: Problem["in"] | undefined,
): Problem {
  return {
    pointer: path.map(pointerStep).join(""),
    name: path.join("."),
    detail,
    ...(part && { in: part }),
  };
}

/** Whether a message has the value in it, or a text or number that is inside the value. */
export function saysValue(message: string, value: unknown, left = { values: 1000 }): boolean {
  left.values -= 1;
  if (left.values < 0) return true;
  if (typeof value === "object" && value !== null)
    return Object.values(value).some((inner) => saysValue(message, inner, left));
  if (typeof value === "string")
    return value !== "" && (value.length > 2 ? isIn(value, message) : isWordIn(value, message));
  return typeof value === "number" || typeof value === "bigint"
    ? isWordIn(String(value), message)
    : false;
}

/** As it is, or as JSON writes it, which some libraries quote values with. */
function isIn(value: string, message: string): boolean {
  return message.includes(value) || message.includes(JSON.stringify(value).slice(1, -1));
}

function isWordIn(word: string, message: string): boolean {
  const before = /[\p{L}\p{N}_.]$/u;
  const after = /^[\p{L}\p{N}_]/u;
  const parts = message.split(word);
  return parts.some(
    (part, index) => index > 0 && !before.test(parts[index - 1] as string) && !after.test(part),
  );
}
