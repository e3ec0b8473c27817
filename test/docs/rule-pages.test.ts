import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listedRules, type RuleName, rules } from "../../src/check/check-rules.js";
import { coverageKinds } from "../../src/coverage/report/coverage-kinds.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { released } from "../diff/compared.js";
import { root } from "../shipped-catalog.js";
import { catalogOf, shown } from "../support/catalog-of.js";
import { markdownTable } from "./markdown-table.js";
import { filesOf, saidIn } from "./shown-files.js";
import { wholeCatalog } from "./whole-catalog.js";

const names = Object.keys(rules) as RuleName[];
const pages = new Map(
  readdirSync(`${root}docs/rules`).map((file) => [
    file.replace(/\.md$/, ""),
    readFileSync(`${root}docs/rules/${file}`, "utf8"),
  ]),
);

/** What no block of a page can show. */
const withoutExample: ReadonlySet<string> = new Set([
  "catalog-missing", // a folder without a file
  "file-encoding", // bytes that are no text
  "file-size", // 16 MiB
  "secret-many", // types that hold others through many levels
]);

function diagnosed(
  rule: RuleName,
  page: string,
  kind: "fails" | "passes",
): readonly Diagnostic<RuleName>[] {
  const before = filesOf(page, "released");
  const texts = wholeCatalog(filesOf(page, kind), rule);
  const ledger =
    Object.keys(before).length === 0
      ? {}
      : { "released.json": released(wholeCatalog(before, rule)) };
  return catalogOf({ ...texts, ...ledger }).diagnostics as readonly Diagnostic<RuleName>[];
}

function reported(rule: RuleName, page: string, kind: "fails" | "passes"): readonly string[] {
  const diagnostics = diagnosed(rule, page, kind);
  const found = [...new Set(diagnostics.map((diagnostic) => diagnostic.rule))];
  return found.length <= 1 ? found : shown(diagnostics);
}

describe("the page about a rule", () => {
  it("is there for every rule and for what coverage finds, and for nothing else", () => {
    const coverage = Object.keys(coverageKinds).map((kind) => `coverage-${kind}`);
    expect([...pages.keys()].sort()).toEqual([...names, ...coverage].sort());
  });

  it.each(names)(
    "%s says what the rule wants, and shows what breaks it and what keeps it",
    (rule) => {
      const page = pages.get(rule) ?? "";
      const { severity, summary } = rules[rule];
      const label = severity === "error" ? "Error" : "Warning";
      expect(page).toMatch(new RegExp(`^# ${rule}\n\n${label}\\. `));
      expect(page).toContain(`${label}. ${summary}\n`);
      if (withoutExample.has(rule)) return;
      expect(reported(rule, page, "fails")).toEqual([rule]);
      const said = saidIn(page);
      const texts = shown(diagnosed(rule, page, "fails")).map((text) => text.split(" | ", 1)[0]);
      if (said !== undefined) expect(texts).toEqual(said);
      if (rule !== "released-form") expect(Object.keys(filesOf(page, "passes"))).not.toEqual([]);
      expect(reported(rule, page, "passes")).toEqual([]);
    },
  );

  // `vitest -u` writes the tables.
  it("is linked from the index, which lists every rule and what it wants", async () => {
    const index = readFileSync(`${root}docs/rules.md`, "utf8");
    const [opening = ""] = index.split(/^## /m, 1);
    await expect(`${opening}${tables.join("\n")}`).toMatchFileSnapshot(`${root}docs/rules.md`);
  });
});

/** What each section of the index says. */
const tables = Object.entries(listedRules).map(([section, listed]) => {
  const rows = listed.map(({ name, severity, summary, lowerable, exemptible, forProducers }) => {
    const stars = exemptible ? " \\*\\*" : lowerable ? " \\*" : "";
    const dagger = forProducers ? " †" : "";
    return [`[${name}](rules/${name}.md)${stars}${dagger}`, severity, summary];
  });
  return `## ${section}\n\n${markdownTable(["Rule", "", "Wants"], rows)}`;
});
