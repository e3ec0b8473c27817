import { expect, it } from "vitest";
import { errorsFile } from "../../src/load/catalog-schema.js";
import { keysAt } from "../../src/load/schema-keys.js";
import { entryKeys } from "../../src/model/entry-keys.js";
import { catalogOf, entryText, errorsText, strictHeadText } from "../support/catalog-of.js";

const settled = (text: string) => ({
  "catalog.yaml": strictHeadText(`rules: { ${text} }`),
  "errors/a.yaml": errorsText(entryText("sold_out", { causes: undefined, title: "Late." })),
  "notes.yaml": "",
});
const severities = (text: string) =>
  catalogOf(settled(text)).diagnostics.map(({ rule, severity }) => `${rule} ${severity}`);

it("makes more or less of what loading and checking say", () => {
  expect(severities("key-order: off")).toEqual([
    "missing-causes error",
    "title-full-stop warning",
    "file-unexpected warning",
  ]);
  expect(
    severities("missing-causes: warning, title-full-stop: error, file-unexpected: error"),
  ).toEqual(["missing-causes warning", "title-full-stop error", "file-unexpected error"]);
  expect(severities("missing-causes: off, title-full-stop: off, file-unexpected: off")).toEqual([]);
});

it("keeps the order of the keys that the format knows", () => {
  expect(keysAt(errorsFile, ["errors", "sold_out"])).toEqual(entryKeys);
});
