/** Fields that stand beside others in one object: a part of the runtime for formats that have such. */
import { isRecord } from "../is-record.js";
import { setOwn } from "../reader-of.js";
import type { Shape } from "../shape.js";
import { memberOf } from "./layout.js";
import { type Read, readPlace } from "./place.js";
import type { Place } from "./template.js";

/** How a field is read out of an object that holds it, or members of it; undefined where it is not in there. */
export type ReadSpread = (
  place: Place,
  name: string,
  shapes: ReadonlyMap<string, Shape>,
  isElsewhere: boolean,
) => Read | undefined;

/** Reads a field whose members are spread, and fields that stand nowhere else. */
export const readSpread: ReadSpread = (place, name, shapes, isElsewhere) => {
  const { from, beside = [] } = place;
  const shape = shapes.get(name) as Shape;
  if (from[0] === name) return (source) => without(readPlace(place, source, shape), beside);
  if (from[0] !== "$fields" || isElsewhere || beside.includes(name)) return undefined;
  const members = Object.fromEntries(shapes);
  return (source) => memberOf(readPlace(place, source, { members }), name);
};

function without(container: unknown, keys: readonly string[]): unknown {
  if (!isRecord(container)) return undefined;
  const rest = {};
  for (const [key, value] of Object.entries(container))
    if (!keys.includes(key)) setOwn(rest, key, value);
  return Object.keys(rest).length === 0 ? undefined : rest;
}
