/** `:duration`: seconds as `"30s"`, the JSON form of google.protobuf.Duration. */
import type { Codec } from "../codec.js";
import { isDelay } from "../retry-after.js";
import { delayAs } from "./seconds.js";

/** Seconds as a text with an `s` behind. */
export const duration: Codec = {
  toWire: (value) => (isDelay(value) ? `${value}s` : undefined),
  fromWire: (value, shape) => {
    const [, seconds] = /^(\d+(?:\.\d{1,9})?)s$/.exec(typeof value === "string" ? value : "") ?? [];
    return seconds === undefined ? undefined : delayAs(shape, Number(seconds));
  },
};
