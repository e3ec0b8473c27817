import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { emitOutput } from "../../src/emit/emit-output.js";
import { root, shippedCatalog, shippedDiagnostics, shippedEntries } from "../shipped-catalog.js";
import { noAssets } from "../support/no-assets.js";

it("the shipped catalog has nothing wrong with it", () => {
  expect(shippedDiagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

it("the shipped catalog has the codes of the five systems", () => {
  expect(shippedEntries.length).toBeGreaterThanOrEqual(46);
});

it("the outputs are what the catalog says, as errdex build --check has it", () => {
  const folder = new URL("../src/image-hosting/", `file://${root}catalog/`);
  const files = shippedCatalog.outputs.flatMap((output) => {
    const emitted = emitOutput(output, shippedCatalog, noAssets);
    expect(new URL(`${emitted.folder}/`, `file://${root}catalog/`)).toEqual(folder);
    return emitted.files;
  });
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const written = new Map(
    found
      .filter((path) => path.endsWith(".ts"))
      .map((path) => [path, readFileSync(new URL(path, folder), "utf8")]),
  );
  expect(written).toEqual(new Map(files.map(({ path, text }) => [path, text])));
});

it("the output is the same however often it is written, and ends its lines with LF", () => {
  for (const output of shippedCatalog.outputs) {
    const [first, second] = [
      emitOutput(output, shippedCatalog, noAssets),
      emitOutput(output, shippedCatalog, noAssets),
    ];
    expect(first).toEqual(second);
    for (const { text } of first.files) {
      expect(text).not.toMatch(/\r|[ \t]\n|\n\n\n|\n\n$/);
      expect(text.endsWith("\n")).toBe(true);
    }
  }
});
