/** Errors that stand for all that a code may carry. */
import { match } from "ts-pattern";
import type { Entry } from "../model/catalog.js";
import { type FieldType, type NamedTypes, type Property, variantsOf } from "../model/field.js";

/** Fields of an error. */
export type SampleFields = Readonly<Record<string, unknown>>;

/** Values in one sample. A type that holds another twice, through many levels, has more than can be made. */
const mostValues = 500;
/** Samples of one entry, of either kind. */
const mostSamples = 6;
/** Maps have whatever names they like, which not every text can say. */
const oddKey = "2nd ~./key";

/**
 * Fields of errors of an entry: with what is required alone, with all fields that have inside what is required, with empty
 * lists and maps, with all that there is, once for each variant of its unions, and with all fields but one that is optional.
 * Texts and numbers differ from each other wherever the types allow that, so that none can be taken for another.
 */
export function samplesOf({ fields }: Entry, types: NamedTypes): readonly SampleFields[] {
  const shown = fields.filter(({ internal }) => !internal);
  const sample = (properties: readonly Property[], has: Making["has"], variant = 0) =>
    membersOf(properties, { types, variant, has, left: mostValues }) ?? [];
  const count = Math.min(mostSamples, Math.max(1, ...shown.map(({ type }) => width(type, types))));
  // Where a variable names several fields, the second stands there when the first is absent.
  const optional = shown.filter((field) => field.optional).slice(0, mostSamples);
  const without = (absent: Property, has: Making["has"]) =>
    sample(
      shown.filter((field) => field !== absent),
      has,
    );
  const [full, empty] = [sample(shown, "fields"), sample(shown, "empty")];
  const hasEmpty = JSON.stringify(full) !== JSON.stringify(empty);
  return [
    sample(shown, "required"),
    full,
    Array.from({ length: count }, (_, variant) => sample(shown, "all", variant)),
    optional.map((absent) => without(absent, "all")),
    // What is empty could be of several types.
    hasEmpty ? [empty, ...optional.map((absent) => without(absent, "empty"))] : [],
  ].flat(2);
}

/** Values of the request, which differ from those of fields; undefined where there are too many. */
export function sampleOfContext(
  properties: readonly Property[],
  types: NamedTypes,
): SampleFields | undefined {
  return membersOf(properties, { types, variant: 0, has: "all", left: mostValues / 2 });
}

interface Making {
  readonly types: NamedTypes;
  /** Which variant of each union. */
  readonly variant: number;
  /** Whether what is optional is there: nowhere, of the fields, of them without anything in lists and maps, or everywhere. */
  readonly has: "required" | "fields" | "empty" | "all";
  left: number;
}

/** How many variants a type has, as far as that can be seen without looking far. */
function width(type: FieldType, types: NamedTypes, depth = 0): number {
  if (depth > 4) return 1;
  const inner = variantsOf(type, types).flatMap((variant) =>
    variant.kind === "object"
      ? variant.properties.map((property) => property.type)
      : variant.kind === "array"
        ? [variant.items]
        : [],
  );
  const own = type.kind === "enum" ? type.values.length : variantsOf(type, types).length;
  return Math.max(own, ...inner.slice(0, 32).map((each) => width(each, types, depth + 1)));
}

function membersOf(
  properties: readonly Property[],
  making: Making,
  path?: string,
): SampleFields | undefined {
  const members: [string, unknown][] = [];
  for (const { name, type, optional } of properties) {
    const isThere = making.has === "all" || (making.has !== "required" && path === undefined);
    if (optional && !isThere) continue;
    const value = sampleOf(type, path === undefined ? name : `${path}.${name}`, making);
    if (value === undefined) return undefined;
    members.push([name, value]);
  }
  return Object.fromEntries(members);
}

function sampleOf(type: FieldType, path: string, making: Making): unknown {
  making.left -= 1;
  if (making.left < 0) return undefined;
  const variants = variantsOf(type, making.types);
  const chosen = variants[making.variant % variants.length];
  if (chosen === undefined) return undefined;
  const inside = (inner: FieldType, step: string | number) =>
    sampleOf(inner, `${path}.${step}`, making);
  return match(chosen)
    .returnType<unknown>()
    .with({ kind: "any" }, () => textOf(path))
    .with({ kind: "enum" }, ({ values }) => values[making.variant % values.length])
    .with({ kind: "scalar" }, ({ type: scalar, min, max }) => {
      if (scalar === "string") return textOf(path, min, max);
      if (scalar === "boolean") return making.variant % 2 === 0;
      if (scalar === "null") return null;
      const isFree = scalar === "number" && min === undefined && max === undefined;
      return numberOf(making.left, min, max) + (isFree ? 0.5 : 0);
    })
    .with({ kind: "array" }, ({ items, min = 0, max = 2 }) => {
      const length = Math.max(min, Math.min(max, making.has === "empty" ? 0 : 2));
      const list = Array.from({ length: Math.min(length, mostValues) }, (_, index) =>
        inside(items, index),
      );
      return list.includes(undefined) ? undefined : list;
    })
    .with({ kind: "object" }, ({ properties, rest }) => {
      const members = membersOf(properties, making, path);
      const others =
        rest === undefined || making.has === "empty"
          ? {}
          : { one: inside(rest, "one"), [oddKey]: inside(rest, "two") };
      const isMade = members !== undefined && !Object.values(others).includes(undefined);
      return isMade ? { ...others, ...members } : undefined;
    })
    .with({ kind: "oneOf" }, { kind: "reference" }, () => undefined)
    .exhaustive();
}

function textOf(path: string, min = 0, max = Number.POSITIVE_INFINITY): string {
  return path.slice(0, max).padEnd(Math.min(min, 1000), "x");
}

/** A whole number within the limits, another one each time. */
function numberOf(seed: number, min: number | undefined, max: number | undefined): number {
  const least = Math.ceil(min ?? Math.min(max ?? 1, 1));
  const most = Math.floor(max ?? least + mostValues);
  return least + (seed % (most - least + 1));
}
