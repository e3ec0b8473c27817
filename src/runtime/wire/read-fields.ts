/** Reads the fields of one code out of bodies of one layout. */
import { type Check, checkOf, memberName, tagsOf } from "../check-of.js";
import type { EntryRow } from "../decoded-error.js";
import { isRecord } from "../is-record.js";
import type { Issue } from "../received.js";
import type { Shape } from "../shape.js";
import { mend, setOwn } from "../validate.js";
import { type Answer, headerOf } from "./answer.js";
import { fromWire } from "./convert.js";
import { type Layout, matches, type Place } from "./layout.js";
import type { Variable } from "./wire-spec.js";

/** What fields are read from. */
export interface Source {
  readonly body: unknown;
  readonly headers: Answer["headers"];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What came of reading them. */
export interface FieldValues {
  readonly values: Record<string, unknown>;
  readonly issues: Issue[] | undefined;
  /** Whether a required field is missing or broken. */
  readonly broken: boolean;
}

type Read = (source: Source) => unknown;

interface FieldReader {
  readonly name: string;
  readonly shape: Shape;
  readonly check: Check;
  readonly required: boolean;
  /** The places, the preferred first. */
  readonly reads: readonly Read[];
}

/** A function that reads the fields; made once for a code and a layout. Headers are asked first, then the body. */
export function fieldsReader(
  { fields = {} }: EntryRow,
  omits: readonly string[],
  layout: Layout | undefined,
  headers: Readonly<Record<string, Variable>>,
): (source: Source) => FieldValues {
  const shapes = new Map<string, Shape>();
  for (const [key, shape] of Object.entries(fields)) shapes.set(memberName(key).name, shape);
  const readers = Object.keys(fields).map((key): FieldReader => {
    const { name, optional } = memberName(key);
    const shape = shapes.get(name) as Shape;
    const inBody = layout === undefined ? [] : bodyReads(name, shape, layout, shapes);
    return {
      name,
      shape,
      check: checkOf(shape),
      required: !optional && !omits.includes(name),
      reads: [...headerReads(name, shape, headers, shapes, inBody, layout), ...inBody],
    };
  });
  return (source) => {
    const values: Record<string, unknown> = {};
    let issues: Issue[] | undefined;
    let broken = false;
    for (const reader of readers) {
      const value = firstFitting(reader, source);
      if (value !== undefined) values[reader.name] = value;
      else {
        const found: Issue[] = [];
        const mended = mendFirst(reader, source, found);
        if (mended !== undefined) values[reader.name] = mended;
        else if (reader.required) {
          broken = true;
          if (found.length === 0) found.push({ message: "expected a value", path: [reader.name] });
        }
        if (found.length > 0) issues = issues === undefined ? found : [...issues, ...found];
      }
    }
    return { values, issues, broken };
  };
}

function firstFitting({ reads, check }: FieldReader, source: Source): unknown {
  for (const read of reads) {
    const value = read(source);
    if (value !== undefined && check(value)) return value;
  }
  return undefined;
}

function mendFirst({ reads, shape, name }: FieldReader, source: Source, issues: Issue[]): unknown {
  for (const read of reads) {
    const value = read(source);
    if (value === undefined || value === null) continue;
    const mended = mend(shape, value, [name], issues);
    if (mended !== undefined) return mended;
  }
  return undefined;
}

/** The path by which the place concerns the field: of several paths the first whose field the error has. */
function pathFor(
  paths: Place["paths"],
  name: string,
  shapes: ReadonlyMap<string, Shape>,
): readonly string[] | undefined {
  const path = paths.find(([root = ""]) => shapes.has(root));
  return path?.[0] === name ? path.slice(1) : undefined;
}

function bodyReads(
  name: string,
  shape: Shape,
  layout: Layout,
  shapes: ReadonlyMap<string, Shape>,
): readonly Read[] {
  const reads: Read[] = [];
  const pieces: { readonly path: readonly string[]; readonly place: Place }[] = [];
  for (const place of layout.places) {
    const path = pathFor(place.paths, name, shapes);
    if (path === undefined) continue;
    if (path.length > 0) pieces.push({ path, place });
    else if (place.each !== undefined) reads.push(elementsReader(place, place.each, shape));
    else reads.push(({ body, now }) => fromWire(place.get(body), place.as, shape, now));
  }
  if (pieces.length > 0) reads.push(piecesReader(pieces, shape));
  const isPlaced = reads.length > 0;
  for (const { field, get, taken } of layout.spreads) {
    if (field === name) reads.push(({ body }) => without(get(body), taken));
    else if (field === undefined && !isPlaced && !taken.has(name)) {
      reads.push(({ body }) => {
        const container = get(body);
        return isRecord(container) ? container[name] : undefined;
      });
    }
  }
  return reads;
}

function headerReads(
  name: string,
  shape: Shape,
  headers: Readonly<Record<string, Variable>>,
  shapes: ReadonlyMap<string, Shape>,
  inBody: readonly Read[],
  layout: Layout | undefined,
): readonly Read[] {
  return Object.entries(headers).flatMap(([header, { from, as }]) => {
    const paths = from.map((path) => path.split("."));
    const path = pathFor(paths, name, shapes);
    if (path === undefined || path.length > 0) return [];
    const key = header.toLowerCase();
    const others = paths
      .filter(([root]) => root !== name)
      .flatMap((other) => othersReads(other, shapes, layout));
    const read: Read = ({ headers: given, now }) => {
      const text = headerOf(given, key);
      return text === undefined ? undefined : fromHeader(text, as, shape, now);
    };
    if (others.length === 0) return [read];
    // The header may have been written from another field: what that one explains is not read a second time.
    return [
      (source: Source) => {
        const value = read(source);
        const isExplained = others.some((other) => other(source) === value);
        return isExplained && inBody.every((own) => own(source) === undefined) ? undefined : value;
      },
    ];
  });
}

function othersReads(
  [root = "", ...rest]: readonly string[],
  shapes: ReadonlyMap<string, Shape>,
  layout: Layout | undefined,
): readonly Read[] {
  const shape = shapes.get(root);
  if (shape === undefined || layout === undefined) return [];
  return bodyReads(root, shape, layout, shapes).map(
    (read) => (source: Source) =>
      rest.reduce(
        (value: unknown, step) => (isRecord(value) ? value[step] : undefined),
        read(source),
      ),
  );
}

function fromHeader(text: string, as: Variable["as"], shape: Shape, now: number): unknown {
  if (as !== undefined) return fromWire(text, as, shape, now);
  if (typeof shape === "object" && "items" in shape) {
    return text
      .split(",")
      .map((item) => fromWire(item.trim(), "string", shape.items, now))
      .filter((item) => item !== "");
  }
  return fromWire(text, "string", shape, now);
}

function without(container: unknown, taken: ReadonlySet<string>): unknown {
  if (!isRecord(container)) return undefined;
  const rest = {};
  for (const [key, value] of Object.entries(container))
    if (!taken.has(key)) setOwn(rest, key, value);
  return Object.keys(rest).length === 0 ? undefined : rest;
}

/** Puts an object together from pieces; of a union, the variant decides which pieces belong to it. */
function piecesReader(
  pieces: readonly { readonly path: readonly string[]; readonly place: Place }[],
  shape: Shape,
): Read {
  const variants = typeof shape === "object" && "oneOf" in shape ? shape.oneOf : [shape];
  const by = typeof shape === "object" && "oneOf" in shape ? shape.by : undefined;
  const assemble = (variant: Shape, { body, now }: Source): object | undefined => {
    const result: Record<string, unknown> = {};
    for (const { path, place } of pieces) {
      const inner = shapeAt(variant, path);
      if (inner === undefined) continue;
      const value = fromWire(place.get(body), place.as, inner, now);
      if (value !== undefined && value !== null) setAt(result, path, value);
    }
    if (by !== undefined && result[by] === undefined) {
      const [tag] = tagsOf(variant, by);
      if (Object.keys(result).length > 0) result[by] = tag;
    }
    return Object.keys(result).length === 0 ? undefined : result;
  };
  return (source) => {
    const all = variants.map((variant) => ({ variant, value: assemble(variant, source) }));
    return (
      all.find(({ variant, value }) => value !== undefined && checkOf(variant)(value)) ?? all[0]
    )?.value;
  };
}

function shapeAt(shape: Shape, [step, ...rest]: readonly string[]): Shape | undefined {
  if (step === undefined) return shape;
  if (typeof shape !== "object" || !("members" in shape)) return undefined;
  const inner = shape.members[step] ?? shape.members[`${step}?`] ?? shape.rest;
  return inner === undefined ? undefined : shapeAt(inner, rest);
}

function setAt(
  target: Record<string, unknown>,
  [step = "", ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    setOwn(target, step, value);
    return;
  }
  if (!isRecord(target[step])) setOwn(target, step, {});
  setAt(target[step] as Record<string, unknown>, rest, value);
}

/** Reads the elements of a list back into the list, or the map of lists, that they were written from. */
function elementsReader({ get }: Place, element: Layout, shape: Shape): Read {
  const isMap = typeof shape === "object" && "members" in shape;
  const lists = isMap ? (shape.rest ?? "any") : shape;
  const itemShape: Shape = typeof lists === "object" && "items" in lists ? lists.items : "any";
  const key = element.places.find(({ paths: [path] }) => path?.[0] === "$key");
  const parts = element.places.filter(({ paths: [path] }) => path?.[0] === "$item");
  const readItem = (given: unknown, now: number): unknown => {
    const result: Record<string, unknown> = {};
    for (const place of parts) {
      const [, ...path] = place.paths[0] ?? [];
      const inner = shapeAt(itemShape, path) ?? "any";
      const value = fromWire(place.get(given), place.as, inner, now);
      if (path.length === 0) return value;
      if (value !== undefined && value !== null) setAt(result, path, value);
    }
    return result;
  };
  return ({ body, now }) => {
    const given = get(body);
    if (!Array.isArray(given)) return undefined;
    const elements = given.filter((each) => matches(element, each));
    if (!isMap)
      return elements.map((each) => readItem(each, now)).filter((item) => item !== undefined);
    const map = {};
    for (const each of elements) {
      // What is wrong with nothing in particular has no name.
      const name = fromWire(key?.get(each), key?.as, "string", now) ?? "";
      const item = readItem(each, now);
      if (typeof name !== "string" || item === undefined) continue;
      const before = Object.hasOwn(map, name) ? (map as Record<string, unknown[]>)[name] : [];
      setOwn(map, name, [...(before ?? []), item]);
    }
    return map;
  };
}
