/** Fields that stand in headers: a part of the runtime for formats that have such. */
import type { Shape } from "../shape.js";
import { headerIn } from "./answer.js";
import { memberOf } from "./layout.js";
import { pathInside, type Read } from "./place.js";
import type { Source } from "./source.js";
import type { Variable } from "./template.js";

/** How a field is read out of headers. `inBody`: how each field of the code is read out of bodies. */
export type ReadHeaders = (
  name: string,
  shape: Shape,
  inBody: ReadonlyMap<string, readonly Read[]>,
  headers?: Readonly<Record<string, Variable>>,
) => readonly Read[];

/** Reads a field out of every header that is written from it. */
export const readHeaders: ReadHeaders = (name, shape, inBody, headers = {}) =>
  Object.entries(headers).flatMap(([header, { from, as }]) => {
    if (pathInside(from, name, inBody)?.length !== 0) return [];
    const key = header.toLowerCase();
    const others = from.map((path) => path.split(".")).filter(([root]) => root !== name);
    return (source: Source) => {
      const text = source.headers && headerIn(source.headers, key);
      if (text === undefined) return undefined;
      const value = as?.fromWire(text, shape, source.now ?? Date.now());
      // The header may have been written from another field: what that one explains is not read a second time.
      const isExplained = others.some(([root = "", ...path]) =>
        inBody.get(root)?.some((read) => says(path.reduce(memberOf, read(source)), text, value)),
      );
      const own = inBody.get(name)?.map((read) => read(source)) ?? [];
      // What is exact beside it counts.
      const isRounded = own.some((exact) => exact !== value && says(exact, text, value));
      return isRounded || (isExplained && own.every((each) => each === undefined))
        ? undefined
        : value;
    };
  });

/** Whether a header says a value: of a delay it says whole seconds alone. */
function says(exact: unknown, text: string, inHeader: unknown): boolean {
  const asText = Array.isArray(exact) ? exact.join(", ") : String(exact);
  const isRounded = typeof exact === "number" && Math.ceil(exact) === inHeader;
  return exact === inHeader || asText === text || isRounded;
}
