/** What changes of somebody else's service mean to those who read it. */
import { expect, it } from "vitest";
import { versionDemand } from "../../src/diff/version-demand.js";
import {
  type CatalogTexts,
  catalogOf,
  lines,
  shown,
  strictHeadText,
} from "../support/catalog-of.js";
import { changesBetween, idsOf, readCatalog, released } from "./compared.js";

function catalog(errors: readonly string[], ...head: readonly string[]): CatalogTexts {
  return {
    "catalog.yaml": strictHeadText("consumes: true", ...head),
    "errors/a.yaml": lines("category: orders", "errors:", ...errors.map((each) => `  ${each}`)),
    "wire/one.yaml": lines("wire: one", "body: { error: $code, left?: $left }"),
  };
}

const base = catalog([
  "sold_out: { status: 409, fields: { left: integer } }",
  "closed: { status: 401 }",
]);

it("nothing is refused, producers are safe, and what breaks readers asks for a major version", () => {
  const now = catalog(["sold_out: { status: 410, fields: { left?: integer } }"]);
  const changes = changesBetween(base, now);
  expect(changes.map(({ id, consumers, bump, help }) => [id, consumers, bump, help])).toEqual([
    ["code-removed", "breaks", "major", ""],
    ["field-made-optional", "breaks", "major", ""],
    ["status-default-changed", "breaks", "major", ""],
    ["status-removed", "notice", "minor", ""],
  ]);
  expect(changes.every(({ producers }) => producers === "safe")).toBe(true);
});

it("a code that vanished is no finding of check, and its spelling may mean something else", () => {
  const ledger = released(base);
  const now = catalog(["sold_out: { status: 409, fields: { left: integer } }"]);
  const texts = { ...now, "released.json": ledger };
  expect(shown(catalogOf(texts).diagnostics).map((text) => text.split(" ", 1)[0])).toEqual([
    "released-version",
  ]);
  const released2 = released(
    { ...texts, "catalog.yaml": strictHeadText("consumes: true").replace("1.0.0", "2.0.0") },
    base,
  );
  const back = catalog([
    "sold_out: { status: 409, fields: { left: integer } }",
    "closed: { status: 403 }",
  ]);
  const found = catalogOf({ ...back, "released.json": released2 });
  expect(found.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("the ledger remembers that it consumes, and a catalog that begins to answer has changed", () => {
  expect(JSON.parse(released(base)).consumes).toBe(true);
  const own = { ...base, "catalog.yaml": strictHeadText("wire: one") };
  const changes = changesBetween(base, own);
  expect(idsOf(changes)).toContain("consumes-changed consumes");
  const { needed } = versionDemand(readCatalog(base), changes, readCatalog(own));
  expect(needed).toBe("2.0.0");
});
