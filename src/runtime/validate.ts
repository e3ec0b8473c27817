/** Takes values from outside as far as they fit their shapes. Never throws, whatever comes. */
import { checkOf, inLimits, memberName, otherNames, variantFinder } from "./check-of.js";
import { isRecord } from "./is-record.js";
import type { Issue } from "./received.js";
import type { FieldShapes, Shape } from "./shape.js";

type Path = readonly (string | number)[];
type Values = Readonly<Record<string, unknown>>;

/** What came out of reading members. */
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
 * A variant that its union does not know stays as it is, with an issue.
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
  for (const key of Object.keys(shapes)) {
    const { name, optional } = memberName(key);
    const given = source[name];
    const shape = shapes[key] as Shape;
    const value = checkOf(shape)(given)
      ? given
      : mendMember(shape, given, optional, [...path, name], issues);
    if (value !== undefined) values[name] = value;
    else if (!optional) complete = false;
  }
  return complete;
}

function mendMember(
  shape: Shape,
  given: unknown,
  optional: boolean,
  path: Path,
  issues: Issue[],
): unknown {
  if (optional && (given === undefined || given === null)) return undefined;
  return mend(shape, given, path, issues);
}

/** The value without the optional members that do not fit, or undefined where that does not help; says why. */
export function mend(shape: Shape, value: unknown, path: Path, issues: Issue[]): unknown {
  if (checkOf(shape)(value)) return value;
  if (typeof shape === "object") {
    if ("members" in shape && isRecord(value)) return mendMembers(shape, value, path, issues);
    if ("items" in shape && Array.isArray(value) && inLimits(shape, value.length)) {
      const items = value.map((item, index) => mend(shape.items, item, [...path, index], issues));
      return items.includes(undefined) ? undefined : items;
    }
    if ("oneOf" in shape) {
      const variant = unionMember(shape, value);
      if (variant !== undefined) return mend(variant, value, path, issues);
      if (isUnknownVariant(shape, value)) {
        issues.push({ message: `expected ${describe(shape)}`, path });
        return value;
      }
    }
  }
  issues.push({ message: `expected ${describe(shape)}`, path });
  return undefined;
}

type OneOf = Extract<Shape, { oneOf: readonly Shape[] }>;

function unionMember(shape: OneOf, value: unknown): Shape | undefined {
  if (shape.by !== undefined) return variantFinder(shape)(value);
  // A union of objects stands beside null or scalars as one member.
  return isRecord(value)
    ? shape.oneOf.find(
        (variant) => typeof variant === "object" && ("members" in variant || "by" in variant),
      )
    : undefined;
}

function isUnknownVariant({ by }: OneOf, value: unknown): boolean {
  return by !== undefined && isRecord(value) && typeof value[by] === "string";
}

function mendMembers(
  { members, rest }: Extract<Shape, { members: FieldShapes }>,
  value: Values,
  path: Path,
  issues: Issue[],
): unknown {
  const mended: Record<string, unknown> = {};
  let complete = readInto(mended, members, value, path, issues);
  for (const name of otherNames(members, value)) {
    const member = value[name];
    const kept = rest === undefined ? member : mend(rest, member, [...path, name], issues);
    if (kept === undefined) complete = false;
    else setOwn(mended, name, kept);
  }
  return complete ? mended : undefined;
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
