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
        inBody.get(root)?.some((read) => path.reduce(memberOf, read(source)) === value),
      );
      const own = inBody.get(name)?.map((read) => read(source)) ?? [];
      // Of a delay a header says whole seconds alone.
      const isRounded = own.some(
        (exact) => typeof exact === "number" && Math.ceil(exact) === value,
      );
      return isRounded || (isExplained && own.every((each) => each === undefined))
        ? undefined
        : value;
    };
  });
