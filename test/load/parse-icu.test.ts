import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collect } from "../../src/diagnostics/report.js";
import { loadRules } from "../../src/load/load-rules.js";
import { parseIcu } from "../../src/load/parse-icu.js";
import { parseYaml } from "../../src/load/parse-yaml.js";
import type { TranslatedPart } from "../../src/model/locale.js";
import type { YamlScalar } from "../../src/model/yaml-node.js";
import { hostileText } from "../support/hostile-text.js";

/** The parts of a text without their places, or the places and messages of what is wrong with it. */
function parsed(yaml: string): unknown {
  const { report, diagnostics } = collect(loadRules);
  const file = { path: "a.yaml", text: yaml };
  const node = parseYaml(file, report) as YamlScalar;
  const parts = parseIcu(node, report);
  if (diagnostics.length > 0)
    return diagnostics.map(({ at, message }) => [yaml.slice(at.start, at.end), message]);
  return JSON.parse(JSON.stringify(parts, (key, value) => (key === "at" ? undefined : value)));
}

function placesOf(yaml: string): readonly string[] {
  const { report } = collect(loadRules);
  const node = parseYaml({ path: "a.yaml", text: yaml }, report) as YamlScalar;
  const walk = (parts: readonly TranslatedPart[]): readonly string[] =>
    parts.flatMap((part) => {
      if (part.kind === "text") return [];
      const own = yaml.slice(part.at.start, part.at.end);
      if (!("cases" in part)) return [own];
      const cases = part.cases.flatMap(({ at, parts: inside }) => [
        yaml.slice(at.start, at.end),
        ...walk(inside),
      ]);
      return [own, ...cases];
    });
  return walk(parseIcu(node, report));
}

describe("ICU MessageFormat", () => {
  it.each<[string, unknown]>([
    ["Nichts.", [{ kind: "text", text: "Nichts." }]],
    [
      '"a {b.c} d"',
      [
        { kind: "text", text: "a " },
        { kind: "placeholder", path: ["b", "c"] },
        { kind: "text", text: " d" },
      ],
    ],
    ['"{ b-c.d }"', [{ kind: "placeholder", path: ["b-c", "d"] }]],
    ["\"l'image '{'b.c'}' ''\"", [{ kind: "text", text: "l'image {b.c} '" }]],
    [
      "\"'<b>' 1 < 2 # e-mail. {a}\"",
      [
        { kind: "text", text: "<b> 1 < 2 # e-mail. " },
        { kind: "placeholder", path: ["a"] },
      ],
    ],
    [
      '"{a.b, number, percent}"',
      [{ kind: "number", path: ["a", "b"], style: "percent", offset: 0 }],
    ],
    ['"{a, date}"', [{ kind: "date", path: ["a"], style: "medium" }]],
    ['"{a, time, full}"', [{ kind: "time", path: ["a"], style: "full" }]],
    [
      '"{a.b, plural, offset:1 =0 {x} other {# y.z}}"',
      [
        {
          kind: "plural",
          path: ["a", "b"],
          ordinal: false,
          offset: 1,
          cases: [
            { key: "=0", parts: [{ kind: "text", text: "x" }] },
            {
              key: "other",
              parts: [
                { kind: "number", path: ["a", "b"], style: "decimal", offset: 1 },
                { kind: "text", text: " y.z" },
              ],
            },
          ],
        },
      ],
    ],
  ])("is read: %s", (yaml, want) => {
    expect(parsed(yaml)).toEqual(want);
  });

  it.each<[string, string]>([
    ["\"L'{b.c} n'est plus que {d}.\"", "{b.c}"],
    ["\"'{ b }'\"", "{ b }"],
    ["\"a ''b'' d'{n, plural, one {#} other {#}}\"", "{n,"],
    ["\"{n, plural, other {'# {b}'}}\"", "{b}"],
  ])("reports a field that an apostrophe quotes: %s", (yaml, place) => {
    expect(parsed(yaml)).toEqual([[place, "Quoted, this is no field."]]);
  });

  it("lets an apostrophe quote what is no field", () => {
    const text = "'{' '{}' '{'a'}' L''{b}l'a '<b>' {n, plural, other {'#' '{'c d'}'}}";
    expect(JSON.stringify(parsed(JSON.stringify(text)))).toContain("{a} L'");
  });

  it.each<[string, readonly string[]]>([
    ['"a {b.c} d"', ["b.c"]],
    ['"\\"x\\" {b.c, plural, one {# {d}} other {{ e }}}"', ["b.c", "one", "#", "d", "other", "e"]],
    ["'It''s {b}'", ["b"]],
    [">-\n  a\n  {b,\n  plural, other {{c.d}}}\n", ["b", "other", "c.d"]],
    ["|-\n  a {b}", ["b"]],
    // Where the file spells it otherwise, the whole text is the place.
    ['"\\x7bb}"', ['"\\x7bb}"']],
  ])("knows the places of %s", (yaml, want) => {
    expect(placesOf(yaml)).toEqual(want);
  });

  it("refuses tags however deep they are", () => {
    expect(parsed(`"${"<a>".repeat(20_000)}"`)).toHaveLength(1);
    expect(parsed(`"${"{a, select, other {".repeat(20_000)}"`)).toHaveLength(1);
  });

  const icu = fc
    .array(
      fc.oneof(
        hostileText,
        fc.constantFrom(
          "{",
          "}",
          "{a",
          "{a.b",
          ",",
          " plural",
          " select",
          " number",
          " date",
          " other {",
          " one {",
          "#",
          "'",
          "<b>",
          "</b>",
          "::",
          "offset:1",
          "=1 {",
          "\u0001",
          "\u0002",
        ),
      ),
      { maxLength: 15 },
    )
    .map((pieces) => pieces.join(""));

  it("never throws, and complains about places in the file alone", () => {
    fc.assert(
      fc.property(icu, (text) => {
        const file = { path: "a.yaml", text: JSON.stringify(text) };
        const { report, diagnostics } = collect(loadRules);
        const node: YamlScalar = {
          kind: "scalar",
          value: text,
          file,
          start: 0,
          end: file.text.length,
        };
        parseIcu(node, report);
        for (const { rule, at } of diagnostics) {
          expect(rule).toBe("message-syntax");
          expect(at.start).toBeGreaterThanOrEqual(0);
          expect(at.end).toBeLessThanOrEqual(file.text.length);
          expect(at.start).toBeLessThanOrEqual(at.end);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each(["{a} ", "'", "{", "}", "<", "<a>", "#", "{a, plural, other {#}} ", "' {"])(
    "is read in good time: many of %j",
    (piece) => {
      const start = performance.now();
      parsed(JSON.stringify(piece.repeat(20_000)));
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
