/** Values in headers without a conversion: as text, as a number, or as a list with commas, whichever fits the field. */
import { readerOf } from "../../reader-of.js";
import type { Codec } from "../codec.js";

/** What a header says as it stands there. */
export const headerText: Codec = {
  toWire: (value) => value,
  fromWire: (value, shape) => {
    const text = String(value);
    const list = text.split(",").map((item) => item.trim());
    return [text, Number(text), list].find((each) => readerOf(shape)(each, []) !== undefined);
  },
};
