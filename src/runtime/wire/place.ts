/** Where fields are read from. */
import type { Shape } from "../shape.js";
import { type Place, valueAt } from "./layout.js";
import type { Source } from "./source.js";

/** Gives what stands in a place. */
export type Read = (source: Source) => unknown;

/** What stands in a place, as the field has it. */
export function readPlace(
  { from, at = from, as, item, leaf, isHeader }: Place,
  { body, headers, now }: Source,
  shape: Shape,
): unknown {
  const given = valueAt(isHeader ? headers : body, at);
  return as === undefined ? given : as.fromWire(given, shape, now ?? Date.now(), item, leaf);
}

/** How a variable concerns the field: the path inside it, where the field is the first of those named that the error has. */
export function pathInside(
  from: readonly string[],
  name: string,
  names: ReadonlyMap<string, unknown>,
): readonly string[] | undefined {
  for (const path of from) {
    const [root = "", ...rest] = path.split(".");
    if (names.has(root) || root === "$context") return root === name ? rest : undefined;
  }
  return undefined;
}
