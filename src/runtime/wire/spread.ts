/** Fields that stand beside others in one object: a part of the runtime for formats that have such. */
import { isRecord } from "../is-record.js";
import { detach, setOwn } from "../own-member.js";
import { readerOf } from "../reader-of.js";
import type { Shape } from "../shape.js";
import { memberOf, type Place } from "./layout.js";
import { type Read, readPlace } from "./place.js";
import type { Source } from "./source.js";

/** For the fields of a code and the places of a layout, what adds to `reads` how a field is read out of objects that hold it, or members of it. */
export type ReadSpread = (
  shapes: ReadonlyMap<string, Shape>,
  places: readonly Place[],
) => (name: string, reads: Read[]) => void;

/** Reads a field whose members are spread, and fields that stand nowhere else. */
export const readSpread: ReadSpread = (shapes, places) => {
  const all: Shape = detach({ members: Object.fromEntries(shapes) });
  const spread = places.flatMap((place) =>
    place.beside === undefined ? [] : { ...place, beside: place.beside, read: once(place, all) },
  );
  return (name, reads) => {
    for (const place of spread) {
      const { from, beside, read } = place;
      if (from[0] === name) {
        const shape = shapes.get(name) as Shape;
        const isText = readerOf(shape)("", []) === "";
        reads.push((source) => {
          const members = without(readPlace(place, source, shape), beside);
          return isText ? textAmong(members) : members;
        });
      } else if (from[0] === "$fields" && reads.length === 0 && !beside.includes(name))
        reads.push((source) => memberOf(read(source), name));
    }
  };
};

/** What stands in the place; where it is converted, that is done once for all fields that are in it. */
function once(place: Place, shape: Shape): Read {
  if (place.as === undefined) return (source) => readPlace(place, source, shape);
  const made = new WeakMap<Source, unknown>();
  return (source) => {
    if (!made.has(source)) made.set(source, readPlace(place, source, shape));
    return made.get(source);
  };
}

/** The first text among members. */
function textAmong(members: Readonly<Record<string, unknown>> | undefined): unknown {
  return Object.values(members ?? {}).find((value) => typeof value === "string");
}

/** Leads to the first text member of an object, but for those with a place of their own. */
export const findText = (
  value: unknown,
  { beside }: { readonly beside: readonly string[] },
): unknown => textAmong(without(value, beside));

function without(container: unknown, keys: readonly string[]): Record<string, unknown> | undefined {
  if (!isRecord(container)) return undefined;
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(container))
    if (!keys.includes(key)) setOwn(rest, key, value);
  return Object.keys(rest).length === 0 ? undefined : rest;
}
