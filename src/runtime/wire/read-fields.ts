/** Reads the fields of one code out of bodies of one layout. */
import { isRecord } from "../is-record.js";
import { locate, memberName, type Reader, readerOf, setOwn } from "../reader-of.js";
import type { Issue } from "../received.js";
import type { FieldShapes, Shape } from "../shape.js";
import { headersOf } from "./answer.js";
import { memberOf } from "./layout.js";
import type { Source } from "./source.js";
import type { Layout, Place } from "./template.js";
import type { CodeRow, DecodeSpec } from "./wire-spec.js";

/** What came of reading them. */
export interface FieldValues {
  readonly values: Record<string, unknown>;
  /** Why some did not fit. */
  readonly issues: readonly Issue[] | undefined;
  /** Whether a required field is missing or broken. */
  readonly broken: boolean;
}

/** Reads the fields of one code. */
export type ReadFields = (source: Source) => FieldValues;

type Read = (source: Source) => unknown;

interface FieldReader {
  readonly name: string;
  readonly required: boolean;
  readonly read: Reader;
  /** The places, the preferred first. */
  readonly places: readonly Read[];
}

/** A function that reads the fields; made once for a code and a layout. Headers are asked first, then the body. */
export function fieldsReader(
  { entry, omits = [] }: CodeRow,
  layout: Layout | undefined,
  spec: DecodeSpec,
): ReadFields {
  const shapes = new Map<string, Shape>();
  const bodyReads = new Map<string, readonly Read[]>();
  for (const key in entry.fields)
    shapes.set(memberName(key).name, (entry.fields as FieldShapes)[key] as Shape);
  for (const [name, shape] of shapes)
    bodyReads.set(name, readsInBody(name, shape, shapes, entry.fields ?? {}, layout, spec));
  const readers = Object.keys(entry.fields ?? {}).map((key): FieldReader => {
    const { name, optional } = memberName(key);
    const shape = shapes.get(name) as Shape;
    return {
      name,
      required: !optional && !omits.includes(name),
      read: readerOf(shape),
      places: [...readsInHeaders(name, shape, bodyReads, spec), ...(bodyReads.get(name) ?? [])],
    };
  });
  return (source) => {
    const values: Record<string, unknown> = {};
    const issues: Issue[] = [];
    let broken = false;
    for (const reader of readers) {
      const value = readField(reader, source, issues);
      if (value !== undefined) values[reader.name] = value;
      else if (reader.required) broken = true;
    }
    return { values, issues: issues.length > 0 ? issues : undefined, broken };
  };
}

/** The field from the first place where it fits; what is wrong in the others does not matter then. */
function readField(
  { name, required, read, places }: FieldReader,
  source: Source,
  issues: Issue[],
): unknown {
  const before = issues.length;
  let isThere = false;
  for (const place of places) {
    const given = place(source);
    if (given === undefined || (given === null && read(given, []) === undefined)) continue;
    const first = issues.length;
    const value = read(given, issues);
    if (issues.length > first) locate(name, first, issues);
    if (value !== undefined) {
      if (first > before) issues.splice(before, first - before);
      return value;
    }
    isThere = true;
  }
  if (required && !isThere) issues.push({ message: "expected a value", path: [name] });
  return undefined;
}

/** How a variable concerns the field: the path inside it, where the field is the first of those named that the error has. */
function pathInside(
  from: readonly string[],
  name: string,
  shapes: ReadonlyMap<string, unknown>,
): readonly string[] | undefined {
  const paths = from.map((path) => path.split("."));
  const [root, ...path] = paths.find(([first = ""]) => shapes.has(first)) ?? [];
  return root === name ? path : undefined;
}

function readsInBody(
  name: string,
  shape: Shape,
  shapes: ReadonlyMap<string, Shape>,
  members: FieldShapes,
  layout: Layout | undefined,
  { pieces: readPieces }: DecodeSpec,
): readonly Read[] {
  const reads: Read[] = [];
  const pieces: { path: readonly string[]; read: (source: Source, shape: Shape) => unknown }[] = [];
  const places = layout?.places ?? [];
  for (const place of places) {
    const path = place.beside === undefined ? pathInside(place.from, name, shapes) : undefined;
    if (path === undefined) continue;
    if (path.length > 0)
      pieces.push({ path, read: (source, inner) => readPlace(place, source, inner) });
    else if (place.as === undefined && place.each === undefined)
      reads.push(({ body }) => place.get(body));
    else reads.push((source) => readPlace(place, source, shape));
  }
  if (pieces.length > 0) reads.push((source) => readPieces?.(pieces, shape, source));
  for (const place of places) {
    const { from, beside } = place;
    if (beside === undefined) continue;
    if (from[0] === name) reads.push((source) => without(readPlace(place, source, shape), beside));
    else if (from[0] === "$fields" && reads.length === 0 && !beside.includes(name))
      reads.push((source) => memberOf(readPlace(place, source, { members }), name));
  }
  return reads;
}

function readPlace({ get, as, each }: Place, { body, now }: Source, shape: Shape): unknown {
  const given = get(body);
  if (each !== undefined) return each.as.read(given, each.layout, shape, now ?? Date.now());
  return as === undefined ? given : as.fromWire(given, shape, now ?? Date.now());
}

function readsInHeaders(
  name: string,
  shape: Shape,
  bodyReads: ReadonlyMap<string, readonly Read[]>,
  { headers = {} }: DecodeSpec,
): readonly Read[] {
  return Object.entries(headers).flatMap(([header, { from, as }]) => {
    if (pathInside(from, name, bodyReads)?.length !== 0) return [];
    const key = header.toLowerCase();
    const others = from.map((path) => path.split(".")).filter(([root]) => root !== name);
    const fitting = (value: unknown) => readerOf(shape)(value, []) !== undefined;
    return [
      (source: Source) => {
        const text = headersOf(source.headers)[key];
        if (text === undefined) return undefined;
        const value =
          as === undefined
            ? [text, Number(text), text.split(",").map((item) => item.trim())].find(fitting)
            : as.fromWire(text, shape, source.now ?? Date.now());
        // The header may have been written from another field: what that one explains is not read a second time.
        const isExplained = others.some(([root = "", ...path]) =>
          bodyReads.get(root)?.some((read) => path.reduce(memberOf, read(source)) === value),
        );
        return isExplained && bodyReads.get(name)?.every((read) => read(source) === undefined)
          ? undefined
          : value;
      },
    ];
  });
}

function without(container: unknown, keys: readonly string[]): unknown {
  if (!isRecord(container)) return undefined;
  const rest = {};
  for (const [key, value] of Object.entries(container))
    if (!keys.includes(key)) setOwn(rest, key, value);
  return Object.keys(rest).length === 0 ? undefined : rest;
}
