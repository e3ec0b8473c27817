/** How a value is spelled on a wire, in both directions. */
import type { Shape } from "../shape.js";

/** Never throws: what cannot be converted is `undefined`, which counts as absent. */
export interface Codec {
  /** @param now milliseconds since 1970; what is missing is the present. */
  toWire(value: unknown, now?: number): unknown;
  /** @param now milliseconds since 1970. */
  fromWire(value: unknown, shape: Shape, now: number): unknown;
}
