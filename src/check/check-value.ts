/** Whether a value that a catalog writes down is of a type, and what is wrong with it where it is not. */
import { match } from "ts-pattern";
import { quoted, shortened } from "../diagnostics/suggest.js";
import {
  type FieldType,
  type NamedTypes,
  type Property,
  propertyNamed,
  resolveType,
} from "../model/field.js";
import { remembered } from "../model/remembered.js";
import { constantsOf, groupVariants, type VariantGroups } from "../model/union.js";
import { memberGuesser } from "./guess-member.js";
import { range, scalarProblem } from "./scalar-problem.js";

type Path = readonly (string | number)[];

/** Complains about a value, by the way to it. */
export type ComplainOfValue = (path: Path, message: () => string, help?: () => object) => void;

const neededMembers = remembered((properties: readonly Property[]) =>
  properties.filter(({ optional }) => !optional),
);

/** Complains about members of an object that are missing, unknown or of another type. */
export function checkMembers(
  properties: readonly Property[],
  rest: FieldType | undefined,
  value: object,
  path: Path,
  types: NamedTypes,
  complain: ComplainOfValue,
): void {
  for (const { name } of neededMembers(properties))
    if (!Object.hasOwn(value, name)) complain(path, () => `${quoted(name)} is missing.`);
  for (const [name, member] of Object.entries(value)) {
    const type = propertyNamed(properties, name)?.type ?? rest;
    if (type !== undefined) checkValue(type, member, [...path, name], types, complain);
    else
      complain(
        [...path, name],
        () => "there is no such field.",
        () => memberGuesser(properties)(name),
      );
  }
}

/** Complains about a value, or what is inside it, that is not of the type. */
export function checkValue(
  type: FieldType,
  value: unknown,
  path: Path,
  types: NamedTypes,
  complain: ComplainOfValue,
): void {
  const resolved = resolveType(type, types);
  if (resolved === undefined) return; // an unknown type is reported where it is named
  const expect = (expected: string | (() => string)) =>
    complain(path, () => {
      const wanted = typeof expected === "string" ? expected : expected();
      return `expected ${wanted}, found ${shorten(JSON.stringify(value))}.`;
    });
  match(resolved)
    .with({ kind: "any" }, () => {})
    .with({ kind: "enum" }, ({ values }) => {
      if (!valueSet(values).has(value)) expect(() => alternatives(values));
    })
    .with({ kind: "scalar" }, (scalar) => {
      const problem = scalarProblem(scalar, value);
      if (problem !== undefined) expect(problem);
    })
    .with({ kind: "array" }, ({ items, min, max }) => {
      if (!Array.isArray(value)) return expect("a list");
      if (value.length < (min ?? 0) || value.length > (max ?? value.length))
        expect(`a list of length${range(min, max)}`);
      value.forEach((item, index) => {
        checkValue(items, item, [...path, index], types, complain);
      });
    })
    .with({ kind: "object" }, ({ properties, rest, closed }) => {
      if (!isObject(value)) return expect("an object");
      const anything: FieldType | undefined =
        properties.length > 0 || closed ? undefined : { kind: "any", at: resolved.at };
      checkMembers(properties, rest ?? anything, value, path, types, complain);
    })
    .with({ kind: "oneOf" }, () => {
      const variant = variantFor(resolved, value, types);
      if (typeof variant !== "object") expect(variant);
      else checkValue(variant, value, path, types, complain);
    })
    .exhaustive();
}

/** The variant that the value is meant to be, or what was expected. */
function variantFor(
  type: FieldType,
  value: unknown,
  types: NamedTypes,
): FieldType | string | (() => string) {
  const groups = groupVariants(type, types);
  const { objects, by } = groups;
  const { byConstant, byType, byTag } = variantIndex(types)(groups);
  if (!isObject(value)) {
    const found = byConstant.get(value) ?? byType.get(typeOf(value)) ?? byType.get("any");
    const isFit = found !== undefined && (found.kind === "array" || fits(found, value, types));
    return isFit ? found : "one of the variants";
  }
  const [only] = objects;
  if (only === undefined) return byType.get("any") ?? "one of the variants";
  if (objects.length === 1) return only;
  const tag = by === undefined ? undefined : (value as Record<string, unknown>)[by];
  return (
    byTag.get(tag) ?? (() => `${by ?? "a member"} ${alternatives([...byTag.keys()])}`.trimEnd())
  );
}

/** The variants by the values that they are for. */
const variantIndex = remembered((types: NamedTypes) =>
  remembered(({ objects, others, by = "" }: VariantGroups) => {
    const byConstant = new Map<unknown, FieldType>();
    const byType = new Map<string, FieldType>();
    const byTag = new Map<unknown, FieldType>();
    const setOnce = <K>(map: Map<K, FieldType>, key: K, variant: FieldType) => {
      if (!map.has(key)) map.set(key, variant);
    };
    for (const variant of others) {
      if (variant.kind === "enum")
        for (const value of variant.values) setOnce(byConstant, value, variant);
      else
        setOnce(
          byType,
          variant.kind === "scalar" ? numberType(variant.type) : variant.kind,
          variant,
        );
    }
    for (const object of objects)
      for (const tag of constantsOf(object, by, types)) setOnce(byTag, tag, object);
    return { byConstant, byType, byTag };
  }),
);

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function numberType(type: string): string {
  return type === "integer" ? "number" : type;
}

/** Whether a value is of a type. */
export function fits(type: FieldType, value: unknown, types: NamedTypes): boolean {
  let isFit = true;
  checkValue(type, value, [], types, () => {
    isFit = false;
  });
  return isFit;
}

const valueSet = remembered((values: readonly unknown[]): ReadonlySet<unknown> => new Set(values));

/** The values in words, and how many more there are where they would fill a page. */
function alternatives(values: readonly unknown[]): string {
  const shown = values.slice(0, mostListed).map((each) => shorten(JSON.stringify(each)));
  const rest = values.length - shown.length;
  return shown.join(" or ") + (rest > 0 ? ` or one of ${rest} others` : "");
}

const mostListed = 50;

/** A path as people read it. */
export function shownPath(path: Path): string {
  return path.map((step) => shortened(String(step))).join(".");
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
