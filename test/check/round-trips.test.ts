/** Formats that cannot read their own answers, each with the place in the wire file where it goes wrong. */
import { describe, expect, it } from "vitest";
import { catalogOf, entryText, errorsText, headText, lines, shown } from "../support/catalog-of.js";

interface Case {
  readonly name: string;
  /** The fields of the code sold_out, and those of its example. */
  readonly fields?: string;
  readonly example?: string;
  /** The lines of the wire file after its name. */
  readonly wire: readonly string[];
  readonly says: string;
}

const usage = "{ u: { type: object, properties: { plan: string, used: integer } } }";
const pairs =
  "{ list: { type: array, items: { type: object, properties: { a: string, b: string } } } }";

const failing: readonly Case[] = [
  {
    name: "a body without the code",
    wire: ["body: { message: $message }"],
    says: 'wire/w.yaml:2:7 w does not read back sold_out in the example "A case": "sold_out" became "unrecognized". | Give the code a place of its own, `$code`; or write `code: null` and a status in `infer`.',
  },
  {
    name: "a code that gives way to the title",
    wire: ["body: { code: $title|code, message: $message }"],
    says: 'wire/w.yaml:2:15 w does not read back sold_out in the example "A case": "sold_out" became "unrecognized".',
  },
  {
    name: "a field of which a required part has no place",
    fields: usage,
    example: "{ u: { plan: a, used: 1 } }",
    wire: ["body: { code: $code, plan?: $u.plan }"],
    says: 'wire/w.yaml:2:29 w does not read back the field "u" of sold_out in the example "A case": {"plan":"a","used":1} became nothing.',
  },
  {
    name: "elements that have half an item",
    fields: pairs,
    example: "{ list: [{ a: x, b: y }] }",
    wire: ["body: { code: $code, list: { $each: $list, a: $item.a } }"],
    says: 'wire/w.yaml:2:37 w does not read back the field "list" of sold_out in the example "A case": [{"a":"x","b":"y"}] became nothing.',
  },
  {
    name: "a code in the elements of a field alone",
    fields: "{ list: { type: array, items: string } }",
    example: "{ list: [x] }",
    wire: ["body: { list: { $each: $list, code: $code, text: $item } }"],
    says: 'wire/w.yaml:2:37 w does not read back sold_out in the example "A case": "sold_out" became "unrecognized".',
  },
  {
    name: "an object in a header",
    fields: "{ o: { type: object, properties: { a: string } } }",
    example: "{ o: { a: x } }",
    wire: ["body: { code: $code }", "headers: { X-O: $o }"],
    says: 'wire/w.yaml:3:17 w does not read back the field "o" of sold_out in the example "A case": {"a":"x"} became nothing.',
  },
  {
    name: "a value that no example shows",
    fields: "{ n: { oneOf: [string, integer] } }",
    example: "{ n: a }",
    wire: ['body: { code: $code, n: "$n:pointer" }'],
    says: 'wire/w.yaml:2:25 w does not read back the field "n" of sold_out: 500 became nothing.',
  },
];

/** What is wrong with a catalog of one code and one format. */
function findings(wire: readonly string[], fields?: string, example?: string): readonly string[] {
  const given = fields === undefined ? {} : { fields };
  const examples = { examples: `[{ title: A case, fields: ${example ?? "{}"} }]` };
  const { diagnostics } = catalogOf({
    "catalog.yaml": headText(),
    "errors/a.yaml": errorsText(entryText("sold_out", { ...given, ...examples })),
    "wire/w.yaml": lines("wire: w", ...wire),
  });
  return shown(diagnostics);
}

describe("a format that cannot read its own answers is refused:", () => {
  it.each(failing)("$name", ({ wire, fields, example, says }) => {
    const [first = "", ...others] = findings(wire, fields, example);
    expect(first.slice(0, `wire-round-trip ${says}`.length)).toBe(`wire-round-trip ${says}`);
    expect(others).toEqual([]);
  });

  it("unless it says that nobody reads it", () => {
    expect(findings(["body: { message: $message }", "reads: false"])).toEqual([]);
  });

  it("once for all codes that have the template", () => {
    const { diagnostics } = catalogOf({
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(
        entryText("sold_out", { title: "Sold out" }),
        entryText("late", { title: "Too late" }),
      ),
      "wire/w.yaml": lines("wire: w", "body: { message: $message }"),
    });
    expect(shown(diagnostics)).toHaveLength(1);
  });

  it("and beside what is missing elsewhere", () => {
    const { diagnostics } = catalogOf({
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(entryText("sold_out", { causes: undefined })),
      "wire/w.yaml": lines("wire: w", "body: { message: $message }"),
    });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["missing-causes", "wire-round-trip"]);
  });
});
