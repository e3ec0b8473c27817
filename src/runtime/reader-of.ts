/** Shapes as functions that read values from outside. Each is made once, when the first value of the shape is met. */
import { isRecord } from "./is-record.js";
import type { Issue } from "./received.js";
import type { FieldShapes, Reader, Shape } from "./shape.js";

/** A member of an object, or a field of an error. */
interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly read: Reader;
}

const made = new WeakMap<object, Reader>();

/** The reader of a shape. Shapes that are one object share one. */
export function readerOf(shape: Shape): Reader {
  if (typeof shape === "string") return testReader(shape, (value) => isOf(shape, value));
  let reader = made.get(shape);
  if (reader === undefined) {
    reader = makeReader(shape);
    made.set(shape, reader);
  }
  return reader;
}

/** Says what was expected. */
export function refuse(expected: string, issues: Issue[]): undefined {
  issues.push({ message: `expected ${expected}`, path: [] });
}

function isOf(type: Extract<Shape, string>, value: unknown): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return Number.isFinite(value);
  return type === "any" || type === (value === null ? "null" : typeof value);
}

function makeReader(shape: Exclude<Shape, string>): Reader {
  if ("members" in shape) return objectReader(shape.members, shape.rest);
  if ("by" in shape) return unionReader(shape.oneOf, shape.by);
  if ("as" in shape) return shape.as(shape.oneOf);
  if ("enum" in shape) {
    const expected = shape.enum.map((value) => JSON.stringify(value)).join(" or ");
    return testReader(expected, (value) => shape.enum.includes(value));
  }
  const { min, max } = shape;
  const limits = `${min === undefined ? "" : ` from ${min}`}${max === undefined ? "" : ` to ${max}`}`;
  // A limit that is absent is never passed: no number is less or more than undefined.
  const isWithin = (size: number) => !(size < (min as number) || size > (max as number));
  if ("range" in shape) {
    const { range } = shape;
    const sizeOf = (value: unknown) =>
      typeof value === "string" ? [...value].length : (value as number);
    return testReader(range + limits, (value) => isOf(range, value) && isWithin(sizeOf(value)));
  }
  const read = readerOf(shape.items);
  return (value, issues) => {
    if (!Array.isArray(value) || !isWithin(value.length))
      return refuse(`array${limits && ` of length${limits}`}`, issues);
    let items: unknown[] | undefined = value;
    for (let index = 0; index < value.length; index += 1) {
      const given: unknown = value[index];
      const taken = readInside(index, given, read, issues);
      if (taken === undefined) items = undefined;
      else if (taken !== given && items !== undefined) {
        if (items === value) items = [...value];
        items[index] = taken;
      }
    }
    return items;
  };
}

function testReader(expected: string, test: (value: unknown) => boolean): Reader {
  return (value, issues) => (test(value) ? value : refuse(expected, issues));
}

/** `name?` is an optional member. */
export function memberName(key: string): { readonly name: string; readonly optional: boolean } {
  const optional = key.endsWith("?");
  return { name: optional ? key.slice(0, -1) : key, optional };
}

/** Reads what is inside something else; issues say that it is the member or element `key`. */
export function readInside(
  key: string | number,
  given: unknown,
  read: Reader,
  issues: Issue[],
): unknown {
  const before = issues.length;
  const taken = read(given, issues);
  for (let index = before; index < issues.length; index += 1)
    ((issues[index] as Issue).path as (string | number)[]).unshift(key);
  return taken;
}

function objectReader(shapes: FieldShapes, rest: Shape | undefined): Reader {
  const members = Object.entries(shapes).map(
    ([key, shape]): Member => ({ ...memberName(key), read: readerOf(shape) }),
  );
  const names = new Set(members.map(({ name }) => name));
  const readRest = rest && readerOf(rest);
  return (value, issues) => {
    if (!isRecord(value)) return refuse("object", issues);
    let result: Record<string, unknown> | undefined = value;
    const readMember = (name: string, optional: boolean, read: Reader) => {
      const given = value[name];
      if (given === undefined && optional) return;
      const before = issues.length;
      const taken = readInside(name, given, read, issues);
      if (taken === undefined && !optional) result = undefined;
      else if (taken !== given && result !== undefined) {
        result = { ...result, [name]: taken };
        if (taken === undefined) delete result[name];
      }
      if (given === null && optional) issues.length = before;
    };
    for (const { name, optional, read } of members) readMember(name, optional, read);
    if (readRest !== undefined)
      for (const name of Object.keys(value))
        if (!names.has(name)) readMember(name, false, readRest);
    return result;
  };
}

function unionReader(variants: readonly Shape[], by: string): Reader {
  const byTag = new Map<unknown, Reader>();
  for (const variant of variants)
    for (const tag of tagsOf(variant, by)) byTag.set(tag, readerOf(variant));
  return (value, issues) => {
    const tag = isRecord(value) ? value[by] : undefined;
    const read = byTag.get(tag);
    if (read !== undefined) return read(value, issues);
    refuse(`object with a known ${by}`, issues);
    return typeof tag === "string" ? value : undefined;
  };
}

/** The constants that a variant has in the member that tells variants apart. */
export function tagsOf(variant: Shape, by: string): readonly unknown[] {
  const tag = typeof variant === "object" && "members" in variant ? variant.members[by] : undefined;
  return typeof tag === "object" && "enum" in tag ? tag.enum : [];
}
