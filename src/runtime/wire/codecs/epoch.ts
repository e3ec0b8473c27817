/** `:epoch`: seconds from now as the time, in seconds since 1970. */
import type { Codec } from "../codec.js";
import { isDelay } from "../retry-after.js";
import { numberOf } from "./number-of.js";
import { delayAs } from "./seconds.js";

/**
 * A number of seconds since 1970, to the millisecond. Whole seconds from now give whole seconds, counted from the second
 * that has begun: a field of whole seconds is rounded up on reading, so that the same comes back. A time in the past is
 * read as 0, texts of digits too.
 */
export const epoch: Codec = {
  toWire: (value, now = Date.now()) => {
    if (!isDelay(value)) return undefined;
    return Number.isInteger(value)
      ? Math.floor(now / 1000) + value
      : Math.round(now + value * 1000) / 1000;
  },
  fromWire: (value, shape, now) => {
    const time = numberOf(value);
    if (time === undefined) return undefined;
    return delayAs(shape, Math.max(0, Math.round(time * 1000 - now) / 1000));
  },
};
