/** `:ms`: seconds as milliseconds. */
import type { Codec } from "../codec.js";
import { isDelay } from "../retry-after.js";
import { numberOf } from "./number-of.js";
import { delayAs } from "./seconds.js";

/** A number of milliseconds, exact: 64.57 seconds are 64570. Texts of digits are read too. */
export const ms: Codec = {
  toWire: (value) => (isDelay(value) ? shifted(value, 3) : undefined),
  fromWire: (value, shape) => {
    const milliseconds = numberOf(value);
    return milliseconds === undefined ? undefined : delayAs(shape, shifted(milliseconds, -3));
  },
};

/** The number with its decimal point moved to the right: 64.57 * 1000 is not 64570. */
function shifted(value: number, places: number): number {
  const [digits, exponent = 0] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}
