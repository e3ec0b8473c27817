/** Whether every value of one type is a value of another. */
import type { FieldType, NamedTypes } from "../../model/field.js";
import { remembered } from "../../model/remembered.js";
import {
  type Limits,
  limitsOf,
  membersOf,
  type ObjectType,
  restOf,
  typeKey,
  type Variant,
  variantsIn,
} from "./type-parts.js";

/** Compares types of one catalog with types of another. */
export interface TypeFitter {
  fits(type: FieldType, into: FieldType): boolean;
  /** Whether each value of the variant is a value of one of the others. */
  isAmong(variant: Variant, others: readonly Variant[]): boolean;
}

/** A fitter. A pair of types is compared once. */
export function typeFitter(inner: NamedTypes, outer: NamedTypes): TypeFitter {
  const known = new Map<FieldType | string, Map<FieldType | string, boolean>>();
  const fits = (type: FieldType, into: FieldType): boolean => {
    const [key, other] = [typeKey(type), typeKey(into)];
    const answers = known.get(key) ?? new Map<FieldType | string, boolean>();
    known.set(key, answers);
    const found = answers.get(other);
    if (found !== undefined) return found;
    // Types that hold themselves are an error elsewhere; here they must come to an end.
    answers.set(other, true);
    const answer = compare(type, into);
    answers.set(other, answer);
    return answer;
  };
  const compare = (type: FieldType, into: FieldType) => {
    const wide = variantsIn(into, outer);
    return variantsIn(type, inner).every((narrow) => narrowFits(narrow, wide));
  };
  const narrowFits = (narrow: Variant, wide: readonly Variant[]): boolean =>
    narrow.kind === "enum"
      ? narrow.values.every((value) => takes(wide, value))
      : wide.some((each) => variantFits(narrow, each));
  const variantFits = (narrow: Variant, wide: Variant): boolean => {
    if (wide.kind === "any") return true;
    if (narrow.kind === "scalar") {
      if (wide.kind === "enum")
        return valuesOf(narrow.type)?.every((one) => holds(wide, one)) === true;
      return wide.kind === "scalar" && isWithin(narrow, wide) && isSameOrInteger(narrow, wide);
    }
    if (narrow.kind === "array")
      return wide.kind === "array" && isWithin(narrow, wide) && fits(narrow.items, wide.items);
    return narrow.kind === "object" && wide.kind === "object" && objectFits(narrow, wide);
  };
  const objectFits = (narrow: ObjectType, wide: ObjectType): boolean => {
    const [members, into] = [membersOf(narrow.properties), membersOf(wide.properties)];
    for (const [name, member] of into) {
      const own = members.get(name);
      if (own === undefined ? !member.optional : own.optional && !member.optional) return false;
      if (own !== undefined && !fits(own.type, member.type)) return false;
    }
    if (wide.closed && !narrow.closed) return false;
    const others = [...members].filter(([name]) => !into.has(name));
    if (wide.closed) return others.length === 0;
    const { rest } = wide;
    if (rest === undefined) return true;
    if (others.some(([, { type }]) => !fits(type, rest))) return false;
    return narrow.closed || fits(restOf(narrow), rest);
  };
  return { fits, isAmong: narrowFits };
}

/** Whether one of the types has the value. */
function takes(types: readonly Variant[], value: ContractValue): boolean {
  const { constants, others } = partsOf(types);
  return constants.has(value) || others.some((each) => holds(each, value));
}

// A union may have thousands of constants, and thousands of values are looked for among them.
const partsOf = remembered((types: readonly Variant[]) => ({
  constants: new Set(types.flatMap((type) => (type.kind === "enum" ? type.values : []))),
  others: types.filter(({ kind }) => kind !== "enum"),
}));

type ContractValue = string | number | boolean | null;

/** Whether the type is a scalar, or a list of them, that has the value. */
export function holds(type: Variant, value: ContractValue): boolean {
  if (type.kind === "any") return true;
  if (type.kind === "enum") return type.values.includes(value);
  if (type.kind !== "scalar") return false;
  if (value === null) return type.type === "null";
  if (typeof value === "boolean") return type.type === "boolean";
  const isText = typeof value === "string";
  if (isText ? type.type !== "string" : type.type !== "number" && type.type !== "integer")
    return false;
  if (type.type === "integer" && !Number.isInteger(value)) return false;
  const size = isText ? [...value].length : value;
  const { min, max } = limitsOf(type);
  return size >= min && size <= max;
}

/** All values of a type that has few. */
function valuesOf(type: string): readonly (boolean | null)[] | undefined {
  return type === "null" ? [null] : type === "boolean" ? [true, false] : undefined;
}

function isWithin(narrow: Limits, wide: Limits): boolean {
  const [inner, outer] = [limitsOf(narrow), limitsOf(wide)];
  return inner.min >= outer.min && inner.max <= outer.max;
}

function isSameOrInteger(narrow: { type: string }, wide: { type: string }): boolean {
  return narrow.type === wide.type || (narrow.type === "integer" && wide.type === "number");
}
