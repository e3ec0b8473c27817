/** Fields that stand beside others in one object: a part of the runtime for formats that have such. */
import { isRecord } from "../is-record.js";
import { detach, setOwn } from "../own-member.js";
import type { Shape } from "../shape.js";
import { memberOf, type Place } from "./layout.js";
import { type Read, readPlace } from "./place.js";

/** Adds to `reads` how a field is read out of objects that hold it, or members of it. */
export type ReadSpread = (
  name: string,
  shapes: ReadonlyMap<string, Shape>,
  places: readonly Place[],
  reads: Read[],
) => void;

/** Reads a field whose members are spread, and fields that stand nowhere else. */
export const readSpread: ReadSpread = (name, shapes, places, reads) => {
  const all: Shape = detach({ members: Object.fromEntries(shapes) });
  const shape = shapes.get(name) as Shape;
  for (const place of places) {
    const { from, beside } = place;
    if (beside === undefined) continue;
    if (from[0] === name) reads.push((source) => without(readPlace(place, source, shape), beside));
    else if (from[0] === "$fields" && reads.length === 0 && !beside.includes(name))
      reads.push((source) => memberOf(readPlace(place, source, all), name));
  }
};

function without(container: unknown, keys: readonly string[]): unknown {
  if (!isRecord(container)) return undefined;
  const rest = {};
  for (const [key, value] of Object.entries(container))
    if (!keys.includes(key)) setOwn(rest, key, value);
  return Object.keys(rest).length === 0 ? undefined : rest;
}
