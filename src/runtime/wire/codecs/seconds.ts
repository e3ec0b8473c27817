/** `:seconds`: a delay as Retry-After has it. Dates are read too. */
import type { Codec } from "../codec.js";
import { parseRetryAfter } from "../retry-after.js";

/** Whole seconds as a text; an HTTP date is read as the seconds until then. */
export const seconds: Codec = {
  toWire: (value) => (isDelay(value) ? String(Math.ceil(value)) : undefined),
  fromWire: (value, _shape, now) =>
    typeof value === "string"
      ? parseRetryAfter(value.trim(), now)
      : isDelay(value)
        ? value
        : undefined,
};

/** Whether the value is a number of seconds, 0 or more. */
export function isDelay(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}
