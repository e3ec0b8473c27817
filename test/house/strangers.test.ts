/** The recipes of docs/architecture.md, followed by somebody who adds a rule and an output. */
import { expect, it } from "vitest";
import { z } from "zod4";
import { askAll } from "../../src/check/check-catalog.js";
import { checks, rules } from "../../src/check/check-rules.js";
import { defineRule } from "../../src/check/rule.js";
import { ruleBook } from "../../src/diagnostics/rule-definition.js";
import { emitting } from "../../src/emit/emit-output.js";
import { defineOutput } from "../../src/outputs/output-definition.js";
import { catalogOf, entryText, errorsText, shown, strictHeadText } from "../support/catalog-of.js";

const titleLong = defineRule({
  name: "title-long",
  severity: "warning",
  exemptible: true,
  summary: "A title has at most 20 letters.",
  reads: ["title"],
  entry: ({ title }, _catalog, report) => {
    if (title !== undefined && title.value.length > 20) report(title.at, "The title is too long.");
  },
});

const catalogWith = (title: string, ...head: readonly string[]) => {
  const { catalog } = catalogOf({
    "catalog.yaml": strictHeadText(...head),
    "errors/a.yaml": errorsText(entryText("sold_out", { title })),
  });
  if (catalog === undefined) throw new Error("There is no catalog.");
  return catalog;
};

it("a rule is asked, set and exempted as soon as it is in the list", () => {
  const asked = [...checks, titleLong];
  const book = { ...rules, ...ruleBook(titleLong.rules) };
  const found = (...head: readonly string[]) =>
    shown(
      askAll<string>(catalogWith("All that the shop ever had", ...head), asked, book).diagnostics,
    );
  expect(found()).toEqual(["title-long errors/a.yaml:5:12 The title is too long."]);
  expect(found("rules: { title-long: off }")).toEqual([]);
  expect(found("allow: [{ rule: title-long, codes: [sold_out], reason: So it is. }]")).toEqual([]);
  expect(shown(askAll<string>(catalogWith("Sold out"), asked, book).diagnostics)).toEqual([]);
});

it("an output says what may be asked of it, and is emitted into its folder", () => {
  const csv = defineOutput({
    key: "csv",
    description: "A file with a line for each code.",
    options: { separator: z.enum([",", ";"]).optional() },
    endings: [".csv"],
    files: () => [""],
  });
  const { emit } = emitting(csv, {
    emit: ({ file, options: { separator = "," } }, { entries }) => [
      { path: file, text: entries.map(({ code }) => `${code}${separator}\n`).join("") },
    ],
  });
  expect(csv.schema.safeParse({ path: "../codes.csv", separator: ";" }).success).toBe(true);
  expect(csv.schema.safeParse({ path: "../codes.csv", separator: "x" }).success).toBe(false);
  const catalog = catalogWith("Sold out");
  const path = { value: "../codes.csv", at: catalog.name.at };
  const output = { kind: "csv", path, wire: undefined, options: { separator: ";" } };
  const assets = { script: "", search: "", style: "" };
  expect(emit(output, catalog, assets)).toEqual({
    folder: "..",
    files: [{ path: "codes.csv", text: "sold_out;\n" }],
  });
});
