/** Unions whose variants no member tells apart: a part of the runtime for shapes that have such. */
import { readerOf, refuse } from "./reader-of.js";
import type { Issue } from "./received.js";
import type { AnyOf, Shape } from "./shape.js";

/** Reads the first variant that fits. */
export const anyOf: AnyOf = (variants) => {
  const expected = variants.map(nameOf).join(" or ");
  return (value, issues) => {
    for (const variant of variants) {
      const found: Issue[] = [];
      const taken = readerOf(variant)(value, found);
      if (taken !== undefined) {
        issues.push(...found);
        return taken;
      }
    }
    return refuse(expected, issues);
  };
};

function nameOf(shape: Shape): string {
  if (typeof shape === "string") return shape;
  if ("range" in shape) return shape.range;
  if ("enum" in shape) return shape.enum.map((value) => JSON.stringify(value)).join(" or ");
  return "items" in shape ? "array" : "object";
}
