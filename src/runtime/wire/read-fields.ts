/** Reads the fields of one code out of bodies of one layout. */
import { memberName, readerOf, readInside } from "../reader-of.js";
import type { Issue } from "../received.js";
import type { Reader, Shape } from "../shape.js";
import { type FieldValues, missing } from "./field-values.js";
import type { Layout, Place } from "./layout.js";
import type { Piece } from "./pieces.js";
import { pathInside, type Read, readPlace } from "./place.js";
import type { Source } from "./source.js";
import type { CodeRow, DecodeSpec } from "./wire-spec.js";

interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly read: Reader;
  readonly places: readonly Read[];
}

/** Reads the fields of one code. */
export type ReadFields = (source: Source) => FieldValues;

/** A function that reads the fields; made once for a code and a layout. Headers are asked first, then the body. */
export function fieldsReader(
  { entry, omits = [] }: CodeRow,
  layout: Layout,
  spec: DecodeSpec,
): ReadFields {
  const members = Object.entries(entry.fields ?? {}).map(([key, shape]) => ({
    ...memberName(key),
    shape,
  }));
  const shapes = new Map(members.map(({ name, shape }) => [name, shape]));
  const addSpread = spec.spread?.(shapes, layout.places ?? []);
  const inBody = new Map(
    members.map(({ name, shape }) => {
      const reads = readsIn(layout, name, shape, shapes, spec);
      addSpread?.(name, reads);
      return [name, reads];
    }),
  );
  const fields = members.map(
    ({ name, optional, shape }): Field => ({
      name,
      required: !optional && !omits.includes(name),
      read: readerOf(shape),
      places: [
        ...(spec.fromHeaders?.(name, shape, inBody, spec.headers?.places) ?? []),
        ...(inBody.get(name) ?? []),
      ],
    }),
  );
  return (source) => {
    // No more than it needs, which a list that grows takes.
    const values: unknown[] = new Array(fields.length);
    const issues: Issue[] = [];
    let broken = false;
    for (let index = 0; index < fields.length; index += 1) {
      const { name, required, read, places } = fields[index] as Field;
      const before = issues.length;
      let value: unknown;
      let isThere = false;
      for (const place of places) {
        const given = place(source);
        if (given === undefined) continue;
        const first = issues.length;
        value = readInside(name, given, read, issues);
        if (value === undefined && source.lenient && typeof given === "string")
          value = readInside(name, Number(given || Number.NaN), read, issues);
        if (value !== undefined) {
          // What is wrong in the places before does not matter then.
          if (first > before) issues.splice(before, first - before);
          break;
        }
        // `null` is absence, unless the type allows it.
        if (given === null) issues.length = first;
        else isThere = true;
      }
      values[index] = value;
      if (required && value === undefined) {
        broken = true;
        if (!isThere) issues.push({ message: missing, path: [name] });
      }
    }
    return { values, issues, broken };
  };
}

function readsIn(
  { places = [] }: Layout,
  name: string,
  shape: Shape,
  shapes: ReadonlyMap<string, Shape>,
  { pieces: readPieces }: DecodeSpec,
): Read[] {
  const reads: Read[] = [];
  const pieces: Piece[] = [];
  for (const place of places) {
    const path = place.beside === undefined ? pathInside(place.from, name, shapes) : undefined;
    if (path?.length === 0)
      reads.push(fieldOrMessage(place, (source) => readPlace(place, source, shape), shape));
    else if (path !== undefined) pieces.push({ path, place });
  }
  if (pieces.length > 0) reads.push((source) => readPieces?.(pieces, shape, source));
  return reads;
}

/** Where the message may stand instead of the field, what is no field is none that is broken. */
function fieldOrMessage({ from }: Place, read: Read, shape: Shape): Read {
  if (!from.includes("$message")) return read;
  return (source) => {
    const value = read(source);
    return readerOf(shape)(value, []) === undefined ? undefined : value;
  };
}
