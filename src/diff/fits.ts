/** Whether every value of one type is a value of another. */
import type { ContractType } from "../model/contract.js";
import { remembered } from "../model/remembered.js";
import { type ContractTypes, type Limits, type ResolvedType, variantsOf } from "./resolved-type.js";

/** Compares types of one contract with types of another. */
export interface TypeFitter {
  fits(type: ContractType, into: ContractType): boolean;
  /** Whether each value of the variant is a value of one of the others. */
  isAmong(variant: ResolvedType, others: readonly ResolvedType[]): boolean;
}

/** A fitter. A pair of types is compared once. */
export function typeFitter(inner: ContractTypes, outer: ContractTypes): TypeFitter {
  const known = new Map<ContractType, Map<ContractType, boolean>>();
  const fits = (type: ContractType, into: ContractType): boolean => {
    const answers = known.get(type) ?? new Map<ContractType, boolean>();
    known.set(type, answers);
    const found = answers.get(into);
    if (found !== undefined) return found;
    // Types that hold themselves are an error elsewhere; here they must come to an end.
    answers.set(into, true);
    const answer = compare(type, into);
    answers.set(into, answer);
    return answer;
  };
  const compare = (type: ContractType, into: ContractType) => {
    const wide = variantsOf(into, outer);
    return variantsOf(type, inner).every((narrow) => narrowFits(narrow, wide));
  };
  const narrowFits = (narrow: ResolvedType, wide: readonly ResolvedType[]): boolean =>
    narrow.kind === "enum"
      ? narrow.values.every((value) => takes(wide, value))
      : wide.some((each) => variantFits(narrow, each));
  const variantFits = (narrow: ResolvedType, wide: ResolvedType): boolean => {
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
    for (const [name, member] of wide.members) {
      const own = narrow.members.get(name);
      if (own === undefined ? !member.optional : own.optional && !member.optional) return false;
      if (own !== undefined && !fits(own.type, member.type)) return false;
    }
    if (wide.closed && !narrow.closed) return false;
    const others = [...narrow.members].filter(([name]) => !wide.members.has(name));
    if (wide.closed) return others.length === 0;
    const { rest } = wide;
    if (rest === undefined) return true;
    if (others.some(([, { type }]) => !fits(type, rest))) return false;
    return narrow.closed || fits(narrow.rest ?? {}, rest);
  };
  return { fits, isAmong: narrowFits };
}

/** Whether one of the types has the value. */
function takes(types: readonly ResolvedType[], value: ContractValue): boolean {
  const { constants, others } = partsOf(types);
  return constants.has(value) || others.some((each) => holds(each, value));
}

// A union may have thousands of constants, and thousands of values are looked for among them.
const partsOf = remembered((types: readonly ResolvedType[]) => ({
  constants: new Set(types.flatMap((type) => (type.kind === "enum" ? type.values : []))),
  others: types.filter(({ kind }) => kind !== "enum"),
}));

type ContractValue = string | number | boolean | null;

type ObjectType = Extract<ResolvedType, { kind: "object" }>;

/** Whether the type is a scalar, or a list of them, that has the value. */
export function holds(type: ResolvedType, value: ContractValue): boolean {
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
  return size >= type.min && size <= type.max;
}

/** All values of a type that has few. */
function valuesOf(type: string): readonly (boolean | null)[] | undefined {
  return type === "null" ? [null] : type === "boolean" ? [true, false] : undefined;
}

function isWithin(narrow: Limits, wide: Limits): boolean {
  return narrow.min >= wide.min && narrow.max <= wide.max;
}

function isSameOrInteger(narrow: { type: string }, wide: { type: string }): boolean {
  return narrow.type === wide.type || (narrow.type === "integer" && wide.type === "number");
}
