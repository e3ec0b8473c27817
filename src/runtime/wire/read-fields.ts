/** Reads the fields of one code out of bodies of one layout. */
import { memberName, readerOf, readInside } from "../reader-of.js";
import type { Issue } from "../received.js";
import type { Reader, Shape } from "../shape.js";
import { pathInside, type Read, readPlace } from "./place.js";
import type { Source } from "./source.js";
import type { Layout } from "./template.js";
import type { CodeRow, DecodeSpec } from "./wire-spec.js";

/** Reads the fields of one code, and says in `issues` what did not fit; undefined where a required one is missing or broken. */
export type ReadFields = (source: Source, issues: Issue[]) => Record<string, unknown> | undefined;

interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly read: Reader;
  /** The places, the preferred first. */
  readonly places: readonly Read[];
}

/** A function that reads the fields; made once for a code and a layout. Headers are asked first, then the body. */
export function fieldsReader(
  { entry, omits = [] }: CodeRow,
  layout: Layout,
  spec: DecodeSpec,
): ReadFields {
  const shapes = new Map<string, Shape>();
  const required = new Set<string>();
  for (const [key, shape] of Object.entries(entry.fields ?? {})) {
    const { name, optional } = memberName(key);
    shapes.set(name, shape);
    if (!optional && !omits.includes(name)) required.add(name);
  }
  const inBody = new Map<string, readonly Read[]>();
  for (const name of shapes.keys()) inBody.set(name, readsInBody(name, shapes, layout, spec));
  const fields = [...shapes].map(([name, shape]): Field => {
    const inHeaders = spec.fromHeaders?.(name, shape, inBody, spec.headers ?? {}) ?? [];
    return {
      name,
      required: required.has(name),
      read: readerOf(shape),
      places: [...inHeaders, ...(inBody.get(name) ?? [])],
    };
  });
  return (source, issues) => {
    const values: Record<string, unknown> = {};
    let isBroken = false;
    for (const field of fields) {
      const value = readField(field, source, issues);
      if (value !== undefined) values[field.name] = value;
      else if (field.required) isBroken = true;
    }
    return isBroken ? undefined : values;
  };
}

/** The field from the first place where it fits; what is wrong in the others does not matter then. */
function readField(
  { name, required, read, places }: Field,
  source: Source,
  issues: Issue[],
): unknown {
  const before = issues.length;
  let isThere = false;
  for (const place of places) {
    const given = place(source);
    if (given === undefined) continue;
    const first = issues.length;
    const value = readInside(name, given, read, issues);
    if (value !== undefined) {
      if (first > before) issues.splice(before, first - before);
      return value;
    }
    // `null` is absence, unless the type allows it.
    if (given === null) issues.splice(first);
    else isThere = true;
  }
  if (required && !isThere) issues.push({ message: "expected a value", path: [name] });
  return undefined;
}

function readsInBody(
  name: string,
  shapes: ReadonlyMap<string, Shape>,
  { places }: Layout,
  { pieces: readPieces, spread }: DecodeSpec,
): readonly Read[] {
  const shape = shapes.get(name) as Shape;
  const reads: Read[] = [];
  const pieces: { path: readonly string[]; read: (source: Source, shape: Shape) => unknown }[] = [];
  for (const place of places) {
    const path = place.beside === undefined ? pathInside(place.from, name, shapes) : undefined;
    if (path?.length === 0) reads.push((source) => readPlace(place, source, shape));
    else if (path !== undefined)
      pieces.push({ path, read: (source, inner) => readPlace(place, source, inner) });
  }
  if (pieces.length > 0) reads.push((source) => readPieces?.(pieces, shape, source));
  for (const place of places) {
    const read = place.beside && spread?.(place, name, shapes, reads.length > 0);
    if (read !== undefined) reads.push(read);
  }
  return reads;
}
