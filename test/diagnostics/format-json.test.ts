import { expect, it } from "vitest";
import { formatJson } from "../../src/diagnostics/format-json.js";
import { catalogOf, entryText, errorsText, headText } from "../support/catalog-of.js";

it("gives diagnostics to programs, with begin and end of every place", () => {
  const { diagnostics } = catalogOf({
    "catalog.yaml": headText("titel: Shop"),
    "errors/a.yaml": errorsText(entryText("late", { title: "[a,\n      b]" })),
  });
  expect(JSON.parse(formatJson(diagnostics))).toEqual({
    diagnostics: [
      {
        rule: "unknown-key",
        severity: "error",
        message: 'The key "titel" is not known here.',
        help: 'Did you mean "title"?',
        path: "catalog.yaml",
        line: 5,
        column: 1,
        endLine: 5,
        endColumn: 6,
        related: [],
      },
      {
        rule: "wrong-type",
        severity: "error",
        message: "Expected text, found a list.",
        path: "errors/a.yaml",
        line: 5,
        column: 12,
        endLine: 6,
        endColumn: 8,
        related: [],
      },
    ],
  });
});

it("gives the other places too", () => {
  const { diagnostics } = catalogOf({
    "catalog.yaml": headText(),
    "errors/a.yaml": errorsText(entryText("late"), entryText("late", { title: "Later" })),
  });
  const [first] = JSON.parse(formatJson(diagnostics)).diagnostics;
  expect(first.related).toEqual([
    {
      message: "The first is here.",
      path: "errors/a.yaml",
      line: 3,
      column: 3,
      endLine: 3,
      endColumn: 7,
    },
  ]);
});

it("gives an empty list where there is nothing to say", () => {
  expect(JSON.parse(formatJson([]))).toEqual({ diagnostics: [] });
});
