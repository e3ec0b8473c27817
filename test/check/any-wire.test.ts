/** Formats that nobody would write: random mixes of all keys of the language, and of values where others belong. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { builtInVariables, conversions } from "../../src/model/wire-format.js";
import { catalogOf, entryText, errorsText, headText, shown } from "../support/catalog-of.js";

const soldOut = entryText("sold_out", {
  fields:
    "{ kind?: string, left?: integer, list?: { items: string }, objects?: { items: { properties: { path: string } } }, parts?: { additionalProperties: { items: string } } }",
  examples:
    "[{ title: A, fields: { kind: a, left: 1, list: [a], objects: [], parts: { a: [b] } } }]",
});
const late = entryText("late", { title: "Too late", status: "410" });

const names = ["kind", "left", "list", "objects", "parts", "item.path", "item", "nothing", "row.x"];
const variable = fc
  .record({
    names: fc.array(
      fc.constantFrom(...names, ...builtInVariables.map((name) => name.slice(1)), "context.trace"),
      { minLength: 1, maxLength: 2 },
    ),
    conversions: fc.array(fc.constantFrom<string>(...conversions, "none", ""), { maxLength: 2 }),
    fallback: fc.constantFrom("", "", "", "=1", "=[]", "={}", "=null", "=a=b", '={"toString":1}'),
  })
  .map(
    ({ names: all, conversions: chain, fallback }) =>
      `$${all.join("|")}${chain.map((name) => `:${name}`).join("")}${fallback}`,
  );
const pattern = fc
  .array(
    fc.constantFrom("{code}", "{message}", "{*}", "{*=x}", "[", "]", ": ", "{left}", "\\[", "{"),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(""));
const scalar = fc.oneof(
  { weight: 6, arbitrary: variable },
  fc.constantFrom(
    ...[null, true, 0, 5, -1.5, "", "x", "$", "$$x", "$any", "error", "a", "b", "*", "__proto__"],
  ),
  pattern,
);
const key = fc.oneof(
  fc.constantFrom(
    ...["$each", "$text", "$syntax", "$both", "$tree", "$body", "$prefer", "leaf", "path"],
  ),
  fc.constantFrom(
    ...["error", "text?", "a|b", "a|b?", "|", "\\a?", "*", "@a", "#text", "?xml?", "a b"],
  ),
  fc.constantFrom(...["status", "headers", "body", "toString", "x"]),
);

const { template } = fc.letrec((tie) => ({
  template: fc.oneof(
    { maxDepth: 4, depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("template"), { maxLength: 3 }),
    fc.dictionary(key, tie("template"), { maxKeys: 4, noNullPrototype: true }),
    fc.record(
      { $each: fc.constant("error"), $prefer: tie("template"), error: tie("template") },
      { requiredKeys: ["$each"] },
    ),
    fc.record({ $text: pattern, message: tie("template") }, { requiredKeys: ["$text"] }),
    fc.record({
      $syntax: fc.constantFrom("json", "xml", "form", "params", "sse", "text"),
      a: tie("template"),
    }),
    fc.record({ $both: fc.array(tie("template"), { maxLength: 3 }) }),
    fc.record(
      { $tree: variable, leaf: tie("template"), path: tie("template"), a: tie("template") },
      { requiredKeys: ["$tree"] },
    ),
    fc.record({ $each: variable, a: tie("template") }),
    fc.record({ $body: fc.constantFrom<unknown>("a", "b", "c", 5, null) }),
  ),
}));
const any = fc.oneof(template, scalar);
const spelling = fc.constantFrom<unknown>(
  "A",
  "a",
  "08*",
  "080*",
  "*",
  "1..5",
  "5..1",
  "-9..9",
  7,
  null,
  [],
  {},
);
const row = fc.record(
  { code: spelling, also: fc.array(spelling, { maxLength: 3 }), status: any, body: any, x: scalar },
  { requiredKeys: [] },
);
const inference = fc.oneof(
  fc.constantFrom("late", "sold_out", "lte"),
  fc.record(
    { code: fc.constantFrom<unknown>("late", "sold_out", 5), when: any },
    { requiredKeys: [] },
  ),
);

/** A format; each of its keys may have what belongs there, or anything. */
const format = fc.record(
  {
    wire: fc.constant("shop-wire"),
    body: any,
    bodies: fc.oneof(
      { weight: 4, arbitrary: fc.record({ a: any, b: any }) },
      { weight: 1, arbitrary: any },
    ),
    accepts: fc.oneof(
      { weight: 4, arbitrary: fc.array(any, { maxLength: 3 }) },
      { weight: 1, arbitrary: any },
    ),
    headers: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.dictionary(fc.constantFrom("x-a", "a b", "retry-after"), any, {
          maxKeys: 2,
          noNullPrototype: true,
        }),
      },
      { weight: 1, arbitrary: any },
    ),
    codes: fc.record(
      { sold_out: fc.oneof(row, any), late: fc.oneof(row, any) },
      { requiredKeys: [] },
    ),
    infer: fc.dictionary(
      fc.constantFrom("404", "4xx", "409", "200", "x"),
      fc.oneof(inference, fc.array(inference, { maxLength: 3 }), any),
      { maxKeys: 3, noNullPrototype: true },
    ),
    success: fc.oneof(
      { weight: 4, arbitrary: fc.array(any, { maxLength: 3 }) },
      { weight: 1, arbitrary: any },
    ),
    unknown: fc.constantFrom<unknown>("infer", 5),
    case: fc.constantFrom<unknown>("ignore", "ignore", "ignore", []),
    syntax: fc.constantFrom<unknown>(
      "json",
      "xml",
      "form",
      "sse",
      "text",
      ["xml", "json"],
      [],
      ["json", "json"],
      5,
    ),
    row: fc.constantFrom<unknown>({ x: 1 }, { x: "a" }, []),
  },
  { requiredKeys: ["wire"] },
);

it("says what is wrong with any format, and where, and never throws", () => {
  fc.assert(
    fc.property(format, (wire) => {
      const { diagnostics } = catalogOf({
        "catalog.yaml": headText("wire: shop-wire", "context: { trace: string }"),
        "errors/a.yaml": errorsText(soldOut, late),
        // JSON is YAML.
        "wire/a.yaml": JSON.stringify(wire, null, 1),
      });
      for (const text of shown(diagnostics)) {
        expect(text).not.toMatch(/undefined|\[object|NaN/);
        expect(text).toMatch(/^[a-z-]+ \S+\.yaml:\d+:\d+ \S/);
      }
    }),
    { numRuns: 300 },
  );
});
