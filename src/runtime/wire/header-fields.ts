/** What stands in headers: a part of the runtime for formats that have such. */
import type { Shape } from "../shape.js";
import { type Answer, headerIn } from "./answer.js";
import { memberOf, type PathStep, type Place, valueAt } from "./layout.js";
import { pathInside, type Read, readPlace } from "./place.js";
import type { Source } from "./source.js";

/** Leads from the headers of an answer to one of them. */
export interface HeaderStep extends PathStep {
  /** In lower case. */
  readonly name: string;
  readonly as: FindHeader;
}

/** Finds a header. */
export type FindHeader = (headers: unknown, step: HeaderStep) => unknown;

/** What the header says. */
export const findHeader: FindHeader = (headers, { name }) =>
  headers ? headerIn(headers as Answer["headers"], name) : undefined;

/** How a field is read out of headers. `inBody`: how each field of the code is read out of bodies. */
export type ReadHeaders = (
  name: string,
  shape: Shape,
  inBody: ReadonlyMap<string, readonly Read[]>,
  places?: readonly Place[],
) => readonly Read[];

/** Reads a field out of every header that is written from it. */
export const readHeaders: ReadHeaders = (name, shape, inBody, places = []) =>
  places.flatMap((place) => {
    const { from, at = from } = place;
    if (pathInside(from, name, inBody)?.length !== 0) return [];
    const others = from.map((path) => path.split(".")).filter(([root]) => root !== name);
    return (source: Source) => {
      const text = valueAt(source.headers, at);
      if (text === undefined) return undefined;
      const value = readPlace(place, source, shape);
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

/** Whether a header says a value: of a delay it says whole seconds alone, or a time. */
function says(exact: unknown, text: unknown, inHeader: unknown): boolean {
  const asText = Array.isArray(exact) ? exact.map(wordOf).join(", ") : wordOf(exact);
  const isRounded =
    typeof exact === "number" && typeof inHeader === "number" && Math.abs(exact - inHeader) < 1;
  const isAlike =
    isRounded || (typeof exact === "object" && JSON.stringify(exact) === JSON.stringify(inHeader));
  return exact === inHeader || asText === text || isAlike;
}

// What an object says of itself as a text is not asked: its members come from outside.
function wordOf(value: unknown): string {
  return typeof value === "object" ? "" : String(value);
}
