import { expect, it } from "vitest";
import { declaredRenames } from "../../src/diff/compare/renames.js";
import { same } from "../../src/diff/ledger/same-json.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { readCatalog } from "./compared.js";

/** A value that many levels hold, the members of each level in one order or the other. */
function deep(levels: number, turned: boolean, leaf: unknown): unknown {
  let value = leaf;
  for (let level = 0; level < levels; level += 1)
    value = turned ? { b: 1, a: value } : { a: value, b: 1 };
  return value;
}

it("values that are equal at every level are compared once a level", () => {
  expect(same(deep(90, false, "x"), deep(90, true, "x"))).toBe(true);
  expect(same(deep(90, false, "x"), deep(90, true, "y"))).toBe(false);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(same({ a: 1 }, { a: 1, b: 2 })).toBe(false);
});

it("a code that was replaced many times has the last of its successors", () => {
  const count = 200;
  const code = (index: number) => `code_${index}`;
  const entries = Array.from({ length: count }, (_, index) =>
    entryText(code(index), {
      title: `Problem ${index}`,
      ...(index < count - 1
        ? { retired: `{ since: 1.0.0, replaced_by: ${code(index + 1)} }` }
        : {}),
    }),
  );
  const circle = ["one", "two"].map((name, index) =>
    entryText(name, {
      title: `Circle ${index}`,
      retired: `{ since: 1.0.0, replaced_by: ${index === 0 ? "two" : "one"} }`,
    }),
  );
  const catalog = readCatalog({
    "catalog.yaml": headText(),
    "errors/a.yaml": errorsText(...entries, ...circle),
  });
  const renames = declaredRenames(catalog);
  expect(renames.size).toBe(count - 1);
  expect([0, 1, count - 2].map((index) => renames.get(code(index)))).toEqual(
    Array(3).fill(code(count - 1)),
  );
});
