import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverSources } from "../../src/coverage/cover-sources.js";
import { coverageFindings } from "../../src/coverage/report/coverage-findings.js";
import { type CoverageKind, coverageKinds } from "../../src/coverage/report/coverage-kinds.js";
import type { Catalog } from "../../src/model/catalog.js";
import { constructorName } from "../../src/model/identifier.js";
import { root, shippedCatalog } from "../shipped-catalog.js";
import { filesOf } from "./shown-files.js";

const kinds = Object.keys(coverageKinds) as CoverageKind[];
const pageOf = (kind: CoverageKind) =>
  readFileSync(`${root}docs/rules/coverage-${kind}.md`, "utf8");

/** The shipped catalog as far as the page is about its codes. */
function catalogFor(page: string): Catalog {
  const isShown = (name: string) => new RegExp(`\\b${name}\\b`).test(page);
  const entries = shippedCatalog.entries.filter(
    (entry) => isShown(entry.code) || isShown(constructorName(entry)),
  );
  return { ...shippedCatalog, entries };
}

function reported(kind: CoverageKind, page: string, shown: "fails" | "passes"): boolean {
  const files = Object.entries(filesOf(page, shown)).map(([path, text]) => ({ path, text }));
  expect(files).not.toEqual([]);
  const found = coverSources(files, [catalogFor(page)]);
  if (kind === "unseen") return found.unseen.length > 0;
  return coverageFindings(found, new Set()).some(({ rule }) => rule === `coverage-${kind}`);
}

describe("the page about what coverage finds", () => {
  it.each(kinds)(
    "coverage-%s says what is wanted, and shows what is reported and what is not",
    (kind) => {
      const page = pageOf(kind);
      const start = `# coverage-${kind}\n\nCoverage. ${coverageKinds[kind]}\n`;
      expect(page.slice(0, start.length)).toBe(start);
      expect([reported(kind, page, "fails"), reported(kind, page, "passes")]).toEqual([
        true,
        false,
      ]);
    },
  );

  it("is linked from the guide", () => {
    const guide = readFileSync(`${root}docs/coverage.md`, "utf8").replace(/ +\|/g, " |");
    for (const kind of kinds)
      expect(guide).toContain(
        `| [coverage-${kind}](rules/coverage-${kind}.md) | ${coverageKinds[kind]} |`,
      );
  });
});
