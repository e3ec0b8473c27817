/** `:list`: lists, of which a single value is one too. */
import type { Codec } from "../codec.js";

/** The value itself; a single one is read as a list of one where the field takes a list. */
export const list: Codec = {
  toWire: (value) => value,
  fromWire: (value, shape) =>
    value === undefined ||
    value === null ||
    Array.isArray(value) ||
    typeof shape !== "object" ||
    !("items" in shape)
      ? value
      : [value],
};
