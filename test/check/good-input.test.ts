import { describe, expect, it } from "vitest";
import { shippedDiagnostics } from "../shipped-catalog.js";
import { catalogOf, entryText, errorsText, headText, shown } from "../support/catalog-of.js";
import { passing } from "./passing.js";

describe("finds nothing in a catalog that keeps the rule", () => {
  it.each(Object.entries(passing))("%s", (_, files) => {
    expect(shown(catalogOf(files).diagnostics)).toEqual([]);
  });
});

it("finds nothing in the shipped catalog", () => {
  expect(shown(shippedDiagnostics)).toEqual([]);
});

it("reports all problems of all files in one run, in the order of files and places", () => {
  const { diagnostics } = catalogOf({
    "errors/b.yaml": errorsText(entryText("b", { title: "B", meaning: undefined, status: "200" })),
    "operations.yaml": "operations: { buy: { codes: [c] } }\n",
    "errors/a.yaml": errorsText(
      entryText("a", { title: "A", colour: "red" }),
      entryText("d", { fields: "{ x?: strin }" }),
    ),
    "notes.yaml": "",
    "catalog.yaml": headText("fallback: c", "colour: red").replace("shop", "Shop"),
  });
  expect(shown(diagnostics).map((text) => text.split(" ", 2).join(" "))).toEqual([
    "catalog-name catalog.yaml:1:10",
    "code-unknown catalog.yaml:5:11",
    "unknown-key catalog.yaml:6:1",
    "unknown-key errors/a.yaml:14:5",
    "field-unseen errors/a.yaml:26:15",
    "type-unknown errors/a.yaml:26:19",
    "missing-meaning errors/b.yaml:3:3",
    "status-range errors/b.yaml:4:13",
    "code-unknown operations.yaml:1:30",
    "file-unexpected notes.yaml:1:1",
  ]);
});

it("says with a duplicate where the first one stands", () => {
  const { diagnostics } = catalogOf({
    "catalog.yaml": headText("title: Shop"),
    "errors/a.yaml": errorsText(entryText("late")),
    "errors/b.yaml": errorsText(entryText("late")),
  });
  const related = diagnostics.map(({ rule, related: [first] = [] }) => [
    rule,
    first?.at.file.path,
    first?.at.start,
  ]);
  expect(related).toEqual([
    ["yaml-duplicate-key", "catalog.yaml", 14],
    ["code-duplicate", "errors/a.yaml", 27],
  ]);
});
