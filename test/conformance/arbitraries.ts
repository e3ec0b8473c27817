/** Values of the catalog's field types, and whether a value is of one: both from the model, without the runtime. */
import fc from "fast-check";
import type { Entry } from "../../src/model/catalog.js";
import { type FieldType, resolveType } from "../../src/model/field.js";
import { shippedCatalog } from "../shipped-catalog.js";

type Resolved = Exclude<FieldType, { kind: "reference" }>;

function resolved(type: FieldType): Resolved {
  const found = resolveType(type, shippedCatalog.types);
  if (found === undefined) throw new Error("A type of the shipped catalog leads nowhere.");
  return found;
}

/** Texts as they come over a wire, hostile ones included. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "0",
      "true",
      "null",
      "5s",
      "#/a",
      "__proto__",
      "a\r\nB: c",
      "\ufeff",
      "$code",
      "{x}",
    ),
  },
);

/** Values of a type. */
export function valuesOf(type: FieldType): fc.Arbitrary<unknown> {
  const found = resolved(type);
  switch (found.kind) {
    case "any":
      return fc.jsonValue();
    case "enum":
      return fc.constantFrom(...found.values);
    case "array":
      return fc.array(valuesOf(found.items), { minLength: 1, maxLength: 3 });
    case "oneOf":
      return fc.oneof(...found.variants.map(valuesOf));
    case "object": {
      const members = recordOf(found.properties.filter(({ name }) => name !== ""));
      if (found.rest === undefined) return members;
      return fc
        .tuple(
          members,
          fc.dictionary(texts, valuesOf(found.rest), {
            minKeys: 1,
            maxKeys: 3,
            noNullPrototype: true,
          }),
        )
        .map(([own, rest]) => ({ ...rest, ...(own as object) }));
    }
    case "scalar":
      return scalarOf(found);
  }
}

function scalarOf({
  type,
  min,
  max,
}: Extract<Resolved, { kind: "scalar" }>): fc.Arbitrary<unknown> {
  switch (type) {
    case "string":
      return texts;
    case "integer":
      return fc.integer({ min: min ?? -5, max: max ?? Number.MAX_SAFE_INTEGER });
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true, min: min ?? -5, max: max ?? 1e9 });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
  }
}

function recordOf(
  properties: readonly {
    readonly name: string;
    readonly optional: boolean;
    readonly type: FieldType;
  }[],
): fc.Arbitrary<object> {
  const model = Object.fromEntries(properties.map(({ name, type }) => [name, valuesOf(type)]));
  const requiredKeys = properties.filter(({ optional }) => !optional).map(({ name }) => name);
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

/** The public fields of an entry. */
export function fieldsOf({ fields }: Entry): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return recordOf(fields.filter(({ internal }) => !internal)) as fc.Arbitrary<
    Record<string, unknown>
  >;
}

/** Whether a value is of a type. A variant that its union does not know may stand where `lenient` says so. */
export function fits(type: FieldType, value: unknown, lenient: boolean): boolean {
  const found = resolved(type);
  switch (found.kind) {
    case "any":
      return value !== undefined;
    case "enum":
      return (found.values as readonly unknown[]).includes(value);
    case "array":
      return Array.isArray(value) && value.every((item) => fits(found.items, item, lenient));
    case "oneOf":
      return (
        found.variants.some((variant) => fits(variant, value, lenient)) ||
        (lenient && isObject(value))
      );
    case "object": {
      if (!isObject(value)) return false;
      const names = new Set(found.properties.map(({ name }) => name));
      const { rest } = found;
      return (
        found.properties.every(({ name, optional, type: inner }) =>
          value[name] === undefined ? optional : fits(inner, value[name], lenient),
        ) &&
        (rest === undefined ||
          Object.keys(value).every((name) => names.has(name) || fits(rest, value[name], lenient)))
      );
    }
    case "scalar": {
      const {
        type: scalar,
        min = Number.NEGATIVE_INFINITY,
        max = Number.POSITIVE_INFINITY,
      } = found;
      if (scalar === "integer" || scalar === "number")
        return (
          typeof value === "number" &&
          (scalar === "number" || Number.isInteger(value)) &&
          value >= min &&
          value <= max
        );
      return scalar === "null" ? value === null : typeof value === scalar;
    }
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A change to a JSON value: a member is taken away, or becomes something else, or something is added. */
export interface Mutation {
  /** Which of all places, counted through. */
  readonly place: number;
  readonly kind: "delete" | "replace" | "add";
  readonly value: unknown;
}

/** Changes. What is put in place of something is sometimes taken from other answers. */
export function mutations(pool: readonly unknown[]): fc.Arbitrary<readonly Mutation[]> {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(
      null,
      "",
      0,
      -1,
      1.5,
      "5",
      true,
      [],
      {},
      [[]],
      "about:blank",
      "__proto__",
      ...pool,
    ),
  );
  const mutation = fc.record({
    place: fc.nat(1000),
    kind: fc.constantFrom<Mutation["kind"]>("delete", "replace", "replace", "add"),
    value,
  });
  return fc.array(mutation, { minLength: 1, maxLength: 4 });
}

/** A copy of the value with the change in it. */
export function mutate(value: unknown, { place, kind, value: put }: Mutation): unknown {
  const copy = value === undefined ? undefined : structuredClone(value);
  const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const walk = (each: unknown) => {
    if (typeof each !== "object" || each === null) return;
    for (const key of Object.keys(each)) {
      places.push({ holder: each as Record<string, unknown>, key });
      walk((each as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const chosen = places[place % (places.length + 1)];
  if (chosen === undefined) return kind === "replace" ? put : copy;
  const { holder, key } = chosen;
  if (kind === "delete") delete holder[key];
  else if (kind === "replace") holder[key] = put;
  else if (Array.isArray(holder)) holder.push(put);
  else holder[`${key}_2`] = put;
  return JSON.parse(JSON.stringify(copy));
}
