import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/check/check-rules.js";
import { type ChangeKind, changeKinds } from "../../src/diff/changes/change-kinds.js";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import { root } from "../shipped-catalog.js";
import type { CatalogTexts } from "../support/catalog-of.js";
import { changesBetween, contractFrom, idsOf, late, readCatalog, released } from "./compared.js";
import { catalogRows } from "./rows/catalogs.js";
import { codeRows } from "./rows/codes.js";
import { fieldRows } from "./rows/fields.js";
import { wireRows } from "./rows/wires.js";

const rows = [...codeRows, ...fieldRows, ...catalogRows, ...wireRows];
const kinds = Object.entries(changeKinds);

describe("finds, when", () => {
  it.each(rows)("$name, exactly that", ({ base, current, finds }) => {
    expect(idsOf(changesBetween(base, current))).toEqual(finds);
  });

  it.each(rows)("$name, a place for it on a side that has it", ({ base, current }) => {
    for (const { location, message } of changesBetween(base, current)) {
      expect(location?.file.text.length).toBeGreaterThan(0);
      expect(message).toMatch(/^\S.*\.$/s);
    }
  });
});

describe("a ledger forgets nothing that is compared: when", () => {
  const ledgerFrom = (texts: CatalogTexts) => contractFrom(released(texts));

  it.each(rows)("$name, neither side has changed since its release", ({ base, current }) => {
    for (const side of [base, current])
      expect(idsOf(diffCatalogs(ledgerFrom(side), readCatalog(side)))).toEqual([]);
  });

  it.each(rows)("$name, the ledger tells it as the catalog does", (row) => {
    const { base, current, finds, untold = [] } = row;
    const told = finds.filter((find) => !untold.includes(find));
    expect(idsOf(diffCatalogs(ledgerFrom(base), readCatalog(current)))).toEqual(told);
    expect(idsOf(diffCatalogs(ledgerFrom(base), ledgerFrom(current)))).toEqual(told);
  });

  it.each(rows)("$name, it is read as what it was", ({ base, current }) => {
    for (const side of [base, current]) {
      const text = released(side);
      expect(printLedger(contractFrom(text))).toBe(text);
    }
  });
});

it("has a row for every kind of change", () => {
  const found = new Set(rows.flatMap(({ finds }) => finds.map((find) => find.split(" ")[0])));
  const missing = Object.keys(changeKinds).filter((id) => !found.has(id));
  expect(missing).toEqual([]);
});

it("the address of the help pages is a patch where no format writes it", () => {
  const catalog = readCatalog(late());
  const wireFormats = catalog.wireFormats.filter(({ name }) => name.value !== "problem");
  const docs = { value: "https://errors.example.com/{code}", at: catalog.name.at };
  const base = { ...catalog, wireFormats };
  expect(idsOf(diffCatalogs(base, { ...base, docs }))).toEqual(["docs-address-changed docs"]);
});

describe("the list of kinds", () => {
  it("has no name that a rule has", () => {
    expect(Object.keys(changeKinds).filter((id) => Object.hasOwn(rules, id))).toEqual([]);
  });

  it("asks for a major version exactly where a side breaks", () => {
    const broken = kinds.filter(([, { producers, consumers }]) =>
      /breaks|refused/.test(`${producers} ${consumers}`),
    );
    const major = kinds.filter(([, { bump }]) => bump === "major");
    expect(major).toEqual(broken);
  });

  it("says what to do instead wherever a side breaks", () => {
    const silent = kinds.filter(([, { bump, help }]) => bump === "major" && help === "");
    expect(silent).toEqual([]);
  });

  it("refuses for both sides or for none", () => {
    for (const [, { producers, consumers }] of kinds)
      expect(producers === "refused").toBe(consumers === "refused");
  });
});

/** docs/compatibility.md, row by row: – safe, ! a notice, ✗ breaks. */
const agreed: readonly [string, string, readonly ChangeKind[]][] = [
  ["code added", "- ! minor", ["code-added"]],
  ["code removed without a tombstone", "R R major", ["code-removed"]],
  ["retired code used again as it was", "- ! minor", ["code-returned"]],
  ["code given another meaning", "! x major", ["code-repurposed"]],
  ["code retired; renamed", "x x major", ["code-ended", "code-renamed"]],
  ["retired code or spelling used again", "R R major", ["code-reused", "wire-spelling-reused"]],
  ["deprecated", "! ! minor", ["code-deprecated"]],
  ["status added, not the default", "- ! minor", ["status-added"]],
  ["status removed", "x ! major", ["status-removed"]],
  ["default status changed", "! x major", ["status-default-changed"]],
  ["optional field added", "- - minor", ["field-added-optional"]],
  [
    "required field added; optional → required",
    "x x major",
    ["field-added-required", "field-made-required"],
  ],
  ["field removed", "x x major", ["field-removed"]],
  [
    "required → optional; type widened",
    "- x major",
    ["field-made-optional", "type-widened", "limit-loosened"],
  ],
  [
    "type narrowed; enum value removed",
    "x x major",
    ["type-narrowed", "enum-value-removed", "limit-tightened"],
  ],
  ["enum value added", "- x major", ["enum-value-added"]],
  ["variant added to a oneOf", "- ! minor", ["variant-added"]],
  ["internal → public, optional", "! - minor", ["internal-made-public-optional"]],
  ["internal → public, required", "! x major", ["internal-made-public-required"]],
  ["public → internal", "- x major", ["public-made-internal"]],
  [
    "required internal field added, or removed",
    "x - major",
    ["internal-field-added-required", "internal-field-removed"],
  ],
  ["message or title text", "- - patch", ["message-changed", "title-changed"]],
  [
    "meaning, causes, fixes, resolver",
    "- - patch",
    ["meaning-changed", "causes-changed", "fixes-changed", "resolver-changed"],
  ],
  ["English changed, translation not", "- - patch", ["translation-unchanged"]],
  ["category moved", "- - patch", ["category-moved"]],
  ["retry or delay changed", "- ! minor", ["retry-changed", "delay-changed"]],
  ["header added", "- - minor", ["header-added", "wire-header-added"]],
  ["header removed", "- x major", ["header-removed", "wire-header-removed"]],
  ["operation gains a code", "- ! minor", ["operation-code-added"]],
  ["operation loses a code", "! ! minor", ["operation-code-removed"]],
  [
    "wire: spelling or status changed",
    "- x major",
    ["wire-spelling-changed", "wire-status-changed"],
  ],
  [
    "wire: optional or filler member, accepts, also added",
    "- - minor",
    ["wire-member-added", "wire-accepts-added", "wire-also-added"],
  ],
  [
    "wire: member moved, renamed, removed; accepts, also dropped",
    "- x major",
    ["wire-member-changed", "wire-accepts-removed", "wire-also-removed"],
  ],
  ["docs URL where a format writes $type", "- x major", ["docs-on-wire-changed"]],
  ["docs URL elsewhere", "- - patch", ["docs-address-changed"]],
  ["identifier or catalog name", "x x major", ["identifier-changed", "catalog-renamed"]],
  ["default wire format", "- x major", ["default-wire-changed"]],
  [
    "wire: syntax, default, type address changed",
    "- x major",
    ["wire-syntax-changed", "wire-default-changed", "type-address-changed"],
  ],
  [
    "wire: read no more",
    "- x major",
    ["wire-syntax-removed", "wire-name-removed", "wire-case-compared", "type-also-removed"],
  ],
  [
    "wire: read too",
    "- - minor",
    ["wire-syntax-added", "wire-name-added", "wire-case-ignored", "type-also-added"],
  ],
  [
    "wire: default added; success, infer changed",
    "- ! minor",
    ["wire-default-added", "wire-success-changed", "infer-changed"],
  ],
  ["fallback or role changed", "! ! minor", ["fallback-changed", "role-changed"]],
  ["context: value added", "- - minor", ["context-added"]],
  ["context: value removed, of another type", "x x major", ["context-removed", "context-changed"]],
];
const signs = { safe: "-", notice: "!", breaks: "x", refused: "R" };

describe("classes for both sides, as agreed,", () => {
  it.each(agreed)("%s: %s", (_, classes, ids) => {
    for (const id of ids) {
      const { producers, consumers, bump } = changeKinds[id];
      expect(`${signs[producers]} ${signs[consumers]} ${bump}`).toBe(classes);
    }
  });
});

describe("docs/compatibility.md", () => {
  const page = readFileSync(`${root}docs/compatibility.md`, "utf8");
  // Formatters pad tables.
  const plain = page.replace(/ +\|/g, " |");
  const listed = [...plain.matchAll(/^\| <a id="[a-z-]+"><\/a>`([a-z-]+)` \|.*$/gm)];

  it.each(kinds)(
    "has the row of %s, with an anchor",
    (id, { summary, producers, consumers, bump, onceAccepted }) => {
      const awaited = onceAccepted === undefined ? bump : "refused until accepted";
      const version = producers === "refused" ? "refused" : awaited;
      const row = `| <a id="${id}"></a>\`${id}\` | ${summary} | ${producers} | ${consumers} | ${version} |`;
      expect(listed.map(([line]) => line)).toContain(row);
    },
  );

  it("has them in the order of the list, and no others", () => {
    expect(listed.map(([, id]) => id)).toEqual(Object.keys(changeKinds));
  });
});
