/** Values in headers without a conversion: as a text, a number, a boolean or a list with commas, whichever fits the field. */
import { readerOf } from "../../reader-of.js";
import type { Shape } from "../../shape.js";
import type { Codec } from "../codec.js";

/** What a header says as it stands there. */
export const headerText: Codec = {
  toWire: (value) => value,
  fromWire: (value, shape) => {
    const text = String(value);
    const list = text === "" ? [] : text.split(",").map((item) => item.trim());
    const fits = (each: unknown) => readerOf(shape)(each, []) !== undefined;
    return [...scalars(text), list, listOf(list, shape)].find(fits);
  },
};

/** What a text may stand for. */
export function scalars(text: string): readonly unknown[] {
  const words: readonly unknown[] = text === "true" ? [true] : text === "false" ? [false] : [];
  return [text, ...(text.trim() === "" ? [] : [Number(text)]), ...words];
}

/** The elements of a list as its shape has them. */
function listOf(texts: readonly string[], shape: Shape): readonly unknown[] | undefined {
  if (typeof shape !== "object" || !("items" in shape)) return undefined;
  const read = readerOf(shape.items);
  return texts.map((text) => scalars(text).find((each) => read(each, []) !== undefined));
}
