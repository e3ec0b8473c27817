/** Shapes as functions that read values from outside. Each is made once, when the first value of the shape is met. */
import { isRecord } from "./is-record.js";
import type { Issue } from "./received.js";
import type { FieldShapes, Shape } from "./shape.js";

/**
 * Gives the value as far as it fits, or undefined where it does not, and says why in `issues`. Never throws.
 *
 * An optional member that does not fit is left out, at any depth; `null` counts as absent unless the shape allows it.
 * A variant that its union does not know stays as it is, with an issue.
 */
export type Reader = (value: unknown, issues: Issue[]) => unknown;

/** A member of an object, or a field of an error. */
interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly read: Reader;
}

const made = new WeakMap<object, Reader>();

/** The reader of a shape. Shapes that are one object share one. */
export function readerOf(shape: Shape): Reader {
  if (typeof shape === "string") return typeReaders[shape];
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

const typeReaders: Readonly<Record<Extract<Shape, string>, Reader>> = {
  any: (value) => value,
  string: (value, issues) => (typeof value === "string" ? value : refuse("string", issues)),
  number: (value, issues) => (Number.isFinite(value) ? value : refuse("number", issues)),
  integer: (value, issues) => (Number.isInteger(value) ? value : refuse("integer", issues)),
  boolean: (value, issues) => (typeof value === "boolean" ? value : refuse("boolean", issues)),
  null: (value, issues) => (value === null ? value : refuse("null", issues)),
};

function makeReader(shape: Exclude<Shape, string>): Reader {
  if ("members" in shape) return objectReader(shape.members, shape.rest);
  if ("enum" in shape) {
    const { enum: values } = shape;
    return (value, issues) =>
      values.includes(value)
        ? value
        : refuse(values.map((each) => JSON.stringify(each)).join(" or "), issues);
  }
  if ("oneOf" in shape) return unionReader(shape.oneOf, shape.by);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = shape;
  const limits = `${shape.min === undefined ? "" : ` from ${min}`}${shape.max === undefined ? "" : ` to ${max}`}`;
  const isWithin = (size: number) => size >= min && size <= max;
  if ("range" in shape) {
    const { range } = shape;
    const test =
      range === "string" ? isText : range === "integer" ? Number.isInteger : Number.isFinite;
    const sizeOf = (value: unknown) =>
      typeof value === "string" ? [...value].length : (value as number);
    return (value, issues) =>
      test(value) && isWithin(sizeOf(value)) ? value : refuse(range + limits, issues);
  }
  const item = readerOf(shape.items);
  return (value, issues) => {
    if (!Array.isArray(value) || !isWithin(value.length))
      return refuse(`array${limits && ` of length${limits}`}`, issues);
    const items = value.map((each, index) => {
      const before = issues.length;
      const taken = item(each, issues);
      locate(index, before, issues);
      return taken;
    });
    if (items.includes(undefined)) return undefined;
    return items.every((each, index) => each === value[index]) ? value : items;
  };
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

/** `name?` is an optional member. */
export function memberName(key: string): { readonly name: string; readonly optional: boolean } {
  const optional = key.endsWith("?");
  return { name: optional ? key.slice(0, -1) : key, optional };
}

/** Says of the issues from `first` on that they are inside the member or element `key`. */
export function locate(key: string | number, first: number, issues: Issue[]): void {
  for (let index = first; index < issues.length; index += 1) {
    const { message, path } = issues[index] as Issue;
    issues[index] = { message, path: [key, ...path] };
  }
}

function objectReader(shapes: FieldShapes, rest: Shape | undefined): Reader {
  const members = Object.entries(shapes).map(
    ([key, shape]): Member => ({ ...memberName(key), read: readerOf(shape) }),
  );
  const names = members.map(({ name }) => name);
  const others = rest && { optional: false, read: readerOf(rest) };
  return (value, issues) => {
    if (!isRecord(value)) return refuse("object", issues);
    const all = others
      ? [
          ...members,
          ...Object.keys(value).flatMap((name) =>
            names.includes(name) ? [] : { ...others, name },
          ),
        ]
      : members;
    let result: Record<string, unknown> | undefined = value;
    for (const { name, optional, read } of all) {
      // No catalog declares a member that every object has, so what is read here is the value's own.
      const given = value[name];
      if (given === undefined && optional) continue;
      const before = issues.length;
      const taken = read(given, issues);
      if (issues.length > before) locate(name, before, issues);
      if (taken === given && taken !== undefined) continue;
      if (taken === undefined && !optional) result = undefined;
      else if (result !== undefined) {
        if (result === value) result = { ...value };
        if (taken === undefined) delete result[name];
        else result[name] = taken;
      }
      if (given === null && optional) issues.splice(before);
    }
    return result;
  };
}

function unionReader(variants: readonly Shape[], by: string | undefined): Reader {
  if (by === undefined) {
    const expected = variants.map(nameOf).join(" or ");
    return (value, issues) => {
      for (const variant of variants) {
        const found: Issue[] = [];
        const given = readerOf(variant)(value, found);
        if (given !== undefined) {
          issues.push(...found);
          return given;
        }
      }
      return refuse(expected, issues);
    };
  }
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

/** Sets a member as its own, also one named `__proto__`, which an assignment would take for the prototype. */
export function setOwn(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function nameOf(shape: Shape): string {
  if (typeof shape === "string") return shape;
  if ("range" in shape) return shape.range;
  if ("enum" in shape) return shape.enum.map((value) => JSON.stringify(value)).join(" or ");
  return "items" in shape ? "array" : "object";
}
