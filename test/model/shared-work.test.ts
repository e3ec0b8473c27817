import { expect, it } from "vitest";
import { resolveType, variantsOf } from "../../src/model/field.js";
import { followPath } from "../../src/model/field-path.js";
import { codesOf } from "../../src/model/operation-codes.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";

const catalog = soundCatalogOf({
  "catalog.yaml": headText(
    "types:",
    "  Deep: Middle",
    "  Middle: Plan",
    "  Plan: { oneOf: [{ properties: { kind: { const: free } } }, { properties: { kind: { const: paid }, price: integer } }] }",
  ),
  "errors/a.yaml": errorsText(
    entryText("one", {
      title: "One",
      fields: "{ a?: { oneOf: [Deep, 'null'] }, b?: { oneOf: [Deep, 'null'] }, c?: Deep }",
    }),
    entryText("two", { title: "Two" }),
  ),
  "operations.yaml": `groups: { all: [one, two] }
operations:
  first: { groups: [all] }
  second: { groups: [all] }
  third: { codes: [two], groups: [all] }
`,
});
const { types, entries, operations, groups } = catalog;
const fields = entries[0]?.fields ?? [];

it("operations that name the same group have one list of codes", () => {
  const [first, second, third] = operations.map((operation) => codesOf(operation, groups));
  expect(first).toEqual(["one", "two"]);
  expect(second).toBe(first);
  expect(third).toEqual(["two", "one"]);
});

it("a type that many fields have is looked through once", () => {
  const [a, b, c] = fields.map(({ type }) => variantsOf(type, types));
  expect(a).toHaveLength(3);
  expect(b).toBe(a);
  expect(c).toHaveLength(2);
  expect(resolveType({ kind: "reference", name: "Deep", at: catalog.name.at }, types)?.kind).toBe(
    "oneOf",
  );
});

it("a member that only some variants have may be absent", () => {
  expect(followPath(fields, ["c", "price"], types)).toMatchObject({ found: true, optional: true });
  expect(followPath(fields, ["c", "kind"], types)).toMatchObject({ found: true, optional: true });
  expect(followPath(fields, ["c", "prise"], types)).toMatchObject({ found: false, step: "prise" });
});

it("names that lead in a circle lead nowhere", () => {
  const at = catalog.name.at;
  const to = (name: string) => ({ kind: "reference", name, at }) as const;
  const circle = new Map(
    [
      ["a", "b"],
      ["b", "c"],
      ["c", "b"],
    ].map(([name = "", next = ""]) => [name, { name, at, type: to(next) }]),
  );
  expect(["a", "b", "c", "d"].map((name) => resolveType(to(name), circle))).toEqual(
    Array(4).fill(undefined),
  );
  expect(variantsOf(to("a"), circle)).toEqual([]);
});
