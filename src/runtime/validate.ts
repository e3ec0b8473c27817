/** Checks values from outside against shapes. Never throws, whatever comes. */
import { isRecord } from "./is-record.js";
import type { Issue } from "./received.js";
import type { FieldShapes, Shape } from "./shape.js";

type Path = readonly (string | number)[];
type Values = Readonly<Record<string, unknown>>;
type Members = Extract<Shape, { members: FieldShapes }>;
type Items = Extract<Shape, { items: Shape }>;
type OneOf = Extract<Shape, { oneOf: readonly Shape[] }>;
type Limits = { readonly min?: number; readonly max?: number };

/** What came out of checking members. */
export interface ReadMembers {
  /** The members that fit, by name. */
  readonly values: Values;
  /** Why the others do not. */
  readonly issues: readonly Issue[];
  /** Whether a required member is among the others. */
  readonly broken: boolean;
}

/**
 * Picks the members out of `source` that fit their shapes.
 *
 * An optional one that does not fit is left out, at any depth; `null` counts as absent unless its shape allows it.
 */
export function readMembers(shapes: FieldShapes, source: Values): ReadMembers {
  const issues: Issue[] = [];
  const values: Record<string, unknown> = {};
  const broken = !readInto(values, shapes, source, [], issues);
  return { values, issues, broken };
}

function readInto(
  values: Record<string, unknown>,
  shapes: FieldShapes,
  source: Values,
  path: Path,
  issues: Issue[],
): boolean {
  let complete = true;
  for (const key in shapes) {
    const optional = key.endsWith("?");
    const name = optional ? key.slice(0, -1) : key;
    const shape = shapes[key] as Shape;
    const given = memberOf(source, name);
    if (fits(shape, given)) {
      values[name] = given;
      continue;
    }
    if (optional && (given === undefined || given === null)) continue;
    const mended = mend(shape, given, [...path, name], issues);
    if (mended !== undefined) values[name] = mended;
    else if (!optional) complete = false;
  }
  return complete;
}

/** Whether the value is of the shape as it is. */
export function fits(shape: Shape, value: unknown): boolean {
  if (typeof shape === "string") return fitsType(shape, value);
  if ("members" in shape) return isRecord(value) && fitsMembers(shape, value);
  if ("enum" in shape) return shape.enum.includes(value);
  if ("oneOf" in shape) {
    const variant = variantOf(shape, value);
    return variant !== undefined && fits(variant, value);
  }
  if ("items" in shape) {
    return fitsLength(shape, value) && value.every((item) => fits(shape.items, item));
  }
  return (
    fitsType(shape.range, value) &&
    inLimits(shape, typeof value === "string" ? [...value].length : (value as number))
  );
}

function fitsType(type: string, value: unknown): boolean {
  switch (type) {
    case "any":
      return value !== undefined;
    case "null":
      return value === null;
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

function fitsLength(shape: Items, value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && inLimits(shape, value.length);
}

function inLimits({ min, max }: Limits, size: number): boolean {
  return (min === undefined || size >= min) && (max === undefined || size <= max);
}

function fitsMembers({ members, rest }: Members, value: Values): boolean {
  for (const key in members) {
    const optional = key.endsWith("?");
    const member = memberOf(value, optional ? key.slice(0, -1) : key);
    if (!(optional && member === undefined) && !fits(members[key] as Shape, member)) return false;
  }
  return rest === undefined || otherNames(members, value).every((name) => fits(rest, value[name]));
}

function otherNames(members: FieldShapes, value: Values): string[] {
  return Object.keys(value).filter(
    (name) => !(Object.hasOwn(members, name) || Object.hasOwn(members, `${name}?`)),
  );
}

// Own members only: a value from a wire must not find what its prototype has.
function memberOf(value: Values, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function variantOf({ oneOf, by }: OneOf, value: unknown): Shape | undefined {
  if (by === undefined) return oneOf.find((variant) => fits(variant, value));
  if (!isRecord(value)) return undefined;
  const tag = memberOf(value, by);
  return oneOf.find((variant) => fits((variant as Members).members[by] as Shape, tag));
}

/** The value without the optional members that do not fit, or undefined where that does not help; says why. */
function mend(shape: Shape, value: unknown, path: Path, issues: Issue[]): unknown {
  if (typeof shape === "object") {
    if ("members" in shape && isRecord(value)) return mendMembers(shape, value, path, issues);
    if ("items" in shape && fitsLength(shape, value)) {
      const items = value.map((item, index) =>
        fits(shape.items, item) ? item : mend(shape.items, item, [...path, index], issues),
      );
      return items.includes(undefined) ? undefined : items;
    }
    const variant = "oneOf" in shape && shape.by !== undefined && variantOf(shape, value);
    if (variant) return mend(variant, value, path, issues);
  }
  issues.push({ message: `expected ${describe(shape)}`, path });
  return undefined;
}

function mendMembers(
  { members, rest }: Members,
  value: Values,
  path: Path,
  issues: Issue[],
): unknown {
  const mended: Record<string, unknown> = {};
  let complete = readInto(mended, members, value, path, issues);
  for (const name of otherNames(members, value)) {
    const member = value[name];
    const kept =
      rest === undefined || fits(rest, member)
        ? member
        : mend(rest, member, [...path, name], issues);
    if (kept === undefined) complete = false;
    // Not assigned: a member named __proto__ would set the prototype.
    else
      Object.defineProperty(mended, name, {
        value: kept,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return complete ? mended : undefined;
}

function describe(shape: Shape): string {
  if (typeof shape === "string") return shape;
  if ("members" in shape) return "object";
  if ("enum" in shape) return shape.enum.map((value) => JSON.stringify(value)).join(" or ");
  if ("oneOf" in shape) {
    return shape.by === undefined
      ? shape.oneOf.map(describe).join(" or ")
      : `object with a known ${shape.by}`;
  }
  const { min, max } = shape;
  const limits = `${min === undefined ? "" : ` from ${min}`}${max === undefined ? "" : ` to ${max}`}`;
  return "items" in shape ? `array${limits && ` of length${limits}`}` : `${shape.range}${limits}`;
}
