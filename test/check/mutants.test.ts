import { describe, expect, it } from "vitest";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { shippedCatalog } from "../shipped-catalog.js";
import { catalogOf } from "../support/catalog-of.js";
import { type Mutant, type MutantKind, mutantsOf } from "./mutants.js";

const texts = Object.fromEntries(
  shippedCatalog.files
    .map(({ path, text }) => [path.replace(/^.*?catalog\//, ""), text] as const)
    // Against the ledger even `check` would tell what `diff` tells.
    .filter(([path]) => path !== "released.json"),
);
const base = { ...shippedCatalog, released: undefined };
const mutants = mutantsOf(texts);

/** Mistakes that leave a whole catalog, which says something else: only `errdex diff` can tell. */
const validKinds: Partial<Readonly<Record<MutantKind, string>>> = {
  "change a status": "Another status of HTTP is as good as the first.",
  "change a retry": "Nothing but the author knows whether trying again can help.",
  "reword a text": "Nothing but a reader knows which words are right.",
  "drop an operation's code": "Another operation still answers with it.",
  "drop a mapping": "Without a row the code is spelled by the rule of the format.",
};

/** A row that repeats the status of its entry and the spelling of the rule; `assumed` is a note to readers. */
const saysNothing = /^wire\/imagebin\.yaml:\d+ \w+: \{ status: \d+(, assumed: true)? \} → nothing$/;

function verdict({ texts: mutated }: Mutant): "check" | "diff" | "nobody" {
  const { catalog, diagnostics } = catalogOf(mutated);
  if (diagnostics.length > 0 || catalog === undefined) return "check";
  return diffCatalogs(base, catalog).length > 0 ? "diff" : "nobody";
}

describe("mutants of the shipped catalog", () => {
  const verdicts = mutants.map((mutant) => ({ ...mutant, by: verdict(mutant) }));

  it("are at least 200, each another one", () => {
    const distinct = new Set(mutants.map((mutant) => JSON.stringify(mutant.texts)));
    expect(distinct.size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThanOrEqual(200);
  });

  it("are all caught, but for those that say the same", () => {
    const free = verdicts.filter(({ by }) => by === "nobody").map(({ name }) => name);
    expect(free.filter((name) => !saysNothing.test(name))).toEqual([]);
    expect(free.length).toBeLessThan(10);
  });

  it("are caught by check, unless they leave a catalog that is whole", () => {
    const missed = verdicts.filter(({ by, kind }) => by === "diff" && !(kind in validKinds));
    expect(missed.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([]);
  });

  it("need diff for each kind that is listed as whole", () => {
    const kinds = new Set(verdicts.filter(({ by }) => by === "diff").map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(validKinds).sort());
  });
});
