/** Examples are what their entry declares. */
import { match } from "ts-pattern";
import { didYouMean, quoted } from "../diagnostics/suggest.js";
import {
  type FieldType,
  type NamedTypes,
  type Property,
  resolveType,
  type StringFormat,
} from "../model/field.js";
import { groupVariants } from "../model/union.js";
import type { EntryCheck } from "./rule.js";

type Path = readonly (string | number)[];

/** Complains about a value of an example. */
type Complain = (path: Path, message: string, help?: object) => void;

/** Reports fields of examples that are missing, unknown or of another type. */
export const checkExamples: EntryCheck = ({ code, fields, examples }, catalog, report) => {
  for (const example of examples) {
    const complain: Complain = (path, message, help = {}) => {
      const at =
        path.length === 0 || Object.keys(example.fields).length === 0
          ? example.at
          : example.placeOf(path);
      report(
        "example-invalid",
        at,
        `${path.length === 0 ? code : path.join(".")}: ${message}`,
        help,
      );
    };
    checkMembers(fields, undefined, example.fields, [], catalog.types, complain);
  }
};

function checkMembers(
  properties: readonly Property[],
  rest: FieldType | undefined,
  value: object,
  path: Path,
  types: NamedTypes,
  complain: Complain,
): void {
  const members = new Map(Object.entries(value));
  for (const { name, type, optional } of properties) {
    const member: unknown = members.get(name);
    if (member !== undefined) checkValue(type, member, [...path, name], types, complain);
    else if (!optional) complain(path, `the example lacks ${quoted(name)}.`);
    members.delete(name);
  }
  for (const [name, member] of members) {
    if (rest !== undefined) checkValue(rest, member, [...path, name], types, complain);
    else
      complain(
        [...path, name],
        "there is no such field.",
        didYouMean(
          name,
          properties.map((each) => each.name),
        ),
      );
  }
}

function checkValue(
  type: FieldType,
  value: unknown,
  path: Path,
  types: NamedTypes,
  complain: Complain,
): void {
  const resolved = resolveType(type, types);
  if (resolved === undefined) return; // an unknown type is reported where it is named
  const expect = (expected: string) =>
    complain(path, `expected ${expected}, found ${shorten(JSON.stringify(value))}.`);
  match(resolved)
    .with({ kind: "any" }, () => {})
    .with({ kind: "enum" }, ({ values }) => {
      if (!(values as readonly unknown[]).includes(value))
        expect(values.map((each) => JSON.stringify(each)).join(" or "));
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
      if (typeof variant === "string") expect(variant);
      else checkValue(variant, value, path, types, complain);
    })
    .exhaustive();
}

/** The variant that the value is meant to be, or what was expected. */
function variantFor(type: FieldType, value: unknown, types: NamedTypes): FieldType | string {
  const { objects, others, by } = groupVariants(type, types);
  const silent: Complain = () => {
    refused = true;
  };
  let refused = false;
  if (!isObject(value)) {
    for (const variant of others) {
      refused = false;
      checkValue(variant, value, [], types, silent);
      if (!refused) return variant;
    }
    return "one of the variants";
  }
  const [only] = objects;
  if (only === undefined) return "one of the variants";
  if (objects.length === 1) return only;
  const tag = by === undefined ? undefined : (value as Record<string, unknown>)[by];
  const tags = objects.map((object) => ({
    object,
    constants: constantsOf(object.properties, by, types),
  }));
  const found = tags.find(({ constants }) => constants.includes(tag));
  return (
    found?.object ??
    `${by ?? "a member"} ${tags.flatMap(({ constants }) => constants.map((each) => JSON.stringify(each))).join(" or ")}`
  );
}

function constantsOf(
  properties: readonly Property[],
  by: string | undefined,
  types: NamedTypes,
): readonly unknown[] {
  const property = properties.find(({ name }) => name === by);
  const type = property === undefined ? undefined : resolveType(property.type, types);
  return type?.kind === "enum" ? type.values : [];
}

type ScalarFieldType = Extract<FieldType, { kind: "scalar" }>;

function scalarProblem(
  { type, format, min, max }: ScalarFieldType,
  value: unknown,
): string | undefined {
  switch (type) {
    case "null":
      return value === null ? undefined : "null";
    case "boolean":
      return typeof value === "boolean" ? undefined : "true or false";
    case "string": {
      if (typeof value !== "string") return "a text";
      const length = [...value].length;
      if (length < (min ?? 0) || length > (max ?? length))
        return `a text of length${range(min, max)}`;
      return format === undefined || formats[format](value)
        ? undefined
        : `a text in the format ${format}`;
    }
    default: {
      if (typeof value !== "number" || (type === "integer" && !Number.isInteger(value))) {
        return type === "integer" ? "a whole number" : "a number";
      }
      return value < (min ?? value) || value > (max ?? value)
        ? `a number${range(min, max)}`
        : undefined;
    }
  }
}

const formats: Readonly<Record<StringFormat, (text: string) => boolean>> = {
  // RFC 3339 section 5.6
  "date-time": (text) =>
    /^.{10}[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(
      text,
    ) && isDate(text.slice(0, 10)),
  date: isDate,
  uri: (text) => URL.canParse(text) && !/\s/.test(text),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  email: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
};

// Date.parse takes the 30th of February for the 2nd of March.
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function range(min: number | undefined, max: number | undefined): string {
  return `${min === undefined ? "" : ` from ${min}`}${max === undefined ? "" : ` to ${max}`}`;
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
