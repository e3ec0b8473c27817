import fc from "fast-check";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { collect } from "../../src/diagnostics/report.js";
import { loadRules } from "../../src/load/load-rules.js";
import { parseYaml } from "../../src/load/parse-yaml.js";
import type { YamlNode } from "../../src/model/yaml-node.js";
import { shippedCatalog } from "../shipped-catalog.js";
import { hostileText } from "../support/hostile-text.js";

function parse(text: string) {
  const { report, diagnostics } = collect(loadRules);
  const node = parseYaml({ path: "a.yaml", text }, report);
  return { node, diagnostics };
}

/** Parses, and holds what is true of every text: nothing is thrown, and every place is inside the text. */
function checkPlaces(text: string): void {
  const { node, diagnostics } = parse(text);
  for (const { at } of diagnostics) {
    expect(at.start).toBeGreaterThanOrEqual(0);
    expect(at.start).toBeLessThanOrEqual(text.length);
    expect(at.end).toBeGreaterThanOrEqual(at.start);
  }
  for (const { start, end } of node === undefined ? [] : nodesIn(node)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

function nodesIn(node: YamlNode): readonly YamlNode[] {
  if (node.kind === "list") return [node, ...node.items.flatMap(nodesIn)];
  if (node.kind !== "map") return [node];
  return [node, ...[...node.pairs.values()].flatMap(({ key, value }) => [key, ...nodesIn(value)])];
}

/** What the library makes of a text that we accept and in which every key is plain text. */
function checkValue(text: string): void {
  const { node, diagnostics } = parse(text);
  if (node === undefined || diagnostics.length > 0) return;
  const isPlain = nodesIn(node).every(
    (each) =>
      each.kind !== "map" || [...each.pairs].every(([name, { key }]) => String(key.value) === name),
  );
  if (isPlain)
    expect(JSON.parse(JSON.stringify(node.value))).toEqual(
      JSON.parse(JSON.stringify(load(text, { schema: CORE_SCHEMA }))),
    );
}

const words = [
  "a",
  "b:",
  "- ",
  "? ",
  ": ",
  "key: ",
  "\n",
  "\n  ",
  "\n    ",
  "|\n",
  ">-\n",
  "'",
  '"',
  "[",
  "]",
  "{",
  "}",
  ", ",
  "1",
  "-1.5",
  "0x1F",
  "true",
  "null",
  "~",
  "&a ",
  "*a",
  "!!str ",
  "<<: ",
  "# c",
  "---\n",
  "...\n",
  "%YAML 1.2\n",
  "\t",
  "\\",
  "\\x41",
  "''",
  "é",
  "😀",
];
const yamlText = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 15 }).map((parts) => parts.join("")),
  hostileText,
);

const shippedText = fc.constantFrom(...shippedCatalog.files.map(({ text }) => text));
const mutated = fc
  .tuple(
    shippedText,
    fc.array(fc.record({ at: fc.nat(), removed: fc.nat({ max: 12 }), added: yamlText }), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, { at, removed, added }) => {
      const start = at % (changed.length + 1);
      return changed.slice(0, start) + added + changed.slice(start + removed);
    }, text),
  );

describe("reading YAML", () => {
  it("never throws on arbitrary text, and knows the place of everything in it", () => {
    fc.assert(fc.property(yamlText, checkPlaces), { numRuns: 2000 });
  });

  it("never throws on the shipped catalog with changes, and knows the place of everything in it", () => {
    fc.assert(fc.property(mutated, checkPlaces), { numRuns: 200 });
  });

  it("reads the values that the library reads, in arbitrary text", () => {
    fc.assert(fc.property(yamlText, checkValue), { numRuns: 2000 });
  });

  it("reads the values that the library reads, in the shipped catalog with changes", () => {
    fc.assert(fc.property(mutated, checkValue), { numRuns: 200 });
  });

  it.each(shippedCatalog.files.map(({ path, text }) => [path, text] as const))(
    "reads %s as the library does",
    (_, text) => {
      const { node, diagnostics } = parse(text);
      expect(diagnostics).toEqual([]);
      expect(node?.value).toEqual(load(text, { schema: CORE_SCHEMA }));
    },
  );

  it("keeps numbers as keys the way they are written", () => {
    const { node } = parse("404: a\n'405': b\n0x10: c\nnull: d\n1.50: e\n");
    expect(Object.keys(node?.value as object)).toEqual(["404", "405", "0x10", "null", "1.50"]);
  });

  it("takes a value that is not written for nothing, behind its key", () => {
    const { node } = parse("a:\nb: x\n");
    const pairs = node?.kind === "map" ? [...node.pairs.values()] : [];
    expect(pairs.map(({ value }) => [value.value, value.start, value.end])).toEqual([
      [null, 1, 1],
      ["x", 6, 7],
    ]);
  });
});
