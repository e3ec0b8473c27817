import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { emitOutput } from "../../src/emit/emit-output.js";
import { root, shippedCatalog, shippedDiagnostics, shippedEntries } from "../shipped-catalog.js";

it("the shipped catalog has nothing wrong with it", () => {
  expect(shippedDiagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

it("the shipped catalog has the codes of the five systems", () => {
  expect(shippedEntries.length).toBeGreaterThanOrEqual(46);
});

it.each(shippedCatalog.outputs.map(({ kind, path }) => [kind, path.value] as const))(
  "the output %s in %s is what the catalog says, as errdex build --check has it",
  (kind, path) => {
    const folder = new URL(`${path}/`, `file://${root}catalog/`);
    const files = emitOutput(kind, shippedCatalog);
    const stale = files.filter(({ path: name, text }) => {
      try {
        return readFileSync(new URL(name, folder), "utf8") !== text;
      } catch {
        return true;
      }
    });
    expect(stale.map(({ path: name }) => name)).toEqual([]);
    const names = files.map(({ path: name }) => name);
    expect(
      readdirSync(folder, { encoding: "utf8" }).filter((name) => !names.includes(name)),
    ).toEqual([]);
  },
);

it("the output is the same however often it is written, and ends its lines with LF", () => {
  for (const { kind } of shippedCatalog.outputs) {
    const [first, second] = [emitOutput(kind, shippedCatalog), emitOutput(kind, shippedCatalog)];
    expect(first).toEqual(second);
    for (const { text } of first) {
      expect(text).not.toMatch(/\r|[ \t]\n|\n\n\n|\n\n$/);
      expect(text.endsWith("\n")).toBe(true);
    }
  }
});
