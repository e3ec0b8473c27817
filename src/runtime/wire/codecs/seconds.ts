/** `:seconds`: a delay as Retry-After has it. Dates are read too. */
import type { Shape } from "../../shape.js";
import type { Codec } from "../codec.js";
import { isDelay, parseRetryAfter } from "../retry-after.js";

/** Whole seconds as a text, rounded up; an HTTP date is read as the seconds until then. */
export const seconds: Codec = {
  toWire: (value) => (isDelay(value) ? String(Math.ceil(value)) : undefined),
  fromWire: (value, shape, now) =>
    delayAs(shape, typeof value === "string" ? parseRetryAfter(value.trim(), now) : value),
};

/** A delay for a field of the shape: whole seconds, rounded up, where it takes no others. */
export function delayAs(shape: Shape, value: unknown): number | undefined {
  if (!isDelay(value)) return undefined;
  const type = typeof shape === "object" && "range" in shape ? shape.range : shape;
  return type === "integer" ? Math.ceil(value) : value;
}
