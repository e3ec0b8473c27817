/** Lists and maps in texts, where nothing tells one element from a list of one. */
import { describe, expect, it } from "vitest";
import { runCatalog } from "../../../src/wire/running-catalog.js";
import {
  entryText,
  errorsText,
  headText,
  lines,
  soundCatalogOf,
} from "../../support/catalog-of.js";

/** What a code `late` with these fields becomes in a format of these lines, and what is read of that. */
function roundTrip(fields: string, given: object, ...wire: readonly string[]) {
  const catalog = soundCatalogOf({
    "catalog.yaml": `${headText()}  missing-examples: off\n  field-unseen: off\n`,
    "errors/a.yaml": errorsText(entryText("late", { fields, examples: undefined })),
    "wire/w.yaml": lines("wire: w", ...wire),
  });
  const running = runCatalog(catalog);
  const format = running.formats.get("w");
  const [entry] = catalog.entries;
  const error = entry && running.errorOf(entry, { fields: { ...given }, status: undefined });
  if (format === undefined || error === undefined) throw new Error("There is nothing to send.");
  const { body, ...rest } = format.encode(error);
  const read = format.decode({ ...rest, body });
  return { body, fields: (read.toJSON() as { fields?: unknown }).fields, read, format };
}

const words = "{ words: { type: array, items: string } }";
const map = "{ notes: { type: object, additionalProperties: { type: array, items: string } } }";

describe("a list in XML", () => {
  const wire = ["syntax: xml", "body: { r: { code: $code, words: $words } }"];

  it.each([[[]], [["a"]], [["a", "b"]]])("%j comes back", (given) => {
    expect(roundTrip(words, { words: given }, ...wire).fields).toEqual({ words: given });
  });

  it("is an empty element where it has none", () => {
    expect(roundTrip(words, { words: [] }, ...wire).body).toBe("<r><code>late</code><words/></r>");
  });

  it.each([[[]], [["a"]], [["a", "b"]]])("%j comes back from elements of its own", (given) => {
    const each = "body: { r: { code: $code, e: { $each: $words, w: $item } } }";
    expect(roundTrip(words, { words: given }, "syntax: xml", each).fields).toEqual({
      words: given,
    });
  });

  it.each([[{}], [{ a: ["x"] }], [{ a: ["x", "y"], "2 b": ["z"] }]])(
    "a map of lists, %j, comes back from elements with a name",
    (given) => {
      const each = "body: { r: { code: $code, e: { $each: $notes, '@n': $key, '#text': $item } } }";
      expect(roundTrip(map, { notes: given }, "syntax: xml", each).fields).toEqual({
        notes: given,
      });
    },
  );

  const pairs = "{ pairs: { type: array, items: { type: object, properties: { a: string } } } }";

  it.each([[[{ a: "x" }]], [[{ a: "x" }, { a: "y" }]]])("%j comes back", (given) => {
    const body = "body: { r: { code: $code, '*': $fields } }";
    expect(roundTrip(pairs, { pairs: given }, "syntax: xml", body).fields).toEqual({
      pairs: given,
    });
  });

  it.each([
    ["<p><a>x</a></p>", [{ a: "x" }]],
    ["<p><i><a>x</a></i></p>", [{ a: "x" }]],
    ["<p><i><a>x</a></i><i><a>y</a></i></p>", [{ a: "x" }, { a: "y" }]],
  ])("%s is read, with an element around the others or without", (text, wanted) => {
    const body = "body: { r: { code: $code, p: $pairs } }";
    const { format } = roundTrip(pairs, { pairs: [] }, "syntax: xml", body);
    const read = format.decode({ status: 409, body: `<r><code>late</code>${text}</r>` });
    expect(read).toMatchObject({ code: "late", pairs: wanted });
  });

  it("one element that a template names is found alone", () => {
    const list = "body: { r: { e: [{ c: $code, w: $words }] } }";
    expect(roundTrip(words, { words: ["a", "b"] }, "syntax: xml", list).read.code).toBe("late");
  });
});

describe("a time", () => {
  it("is passed on as it came, however late that is", () => {
    const wire = ["body: { code: $code, at: $wait:epoch }"];
    const { format } = roundTrip("{ wait: integer }", { wait: 60 }, ...wire);
    const body = { code: "late", at: 1_000_060 };
    const read = format.decode({ status: 409, body }, { now: 1_000_000_000 });
    expect(read).toMatchObject({ wait: 60 });
    expect(format.encode(read, { passThrough: "text" }).body).toEqual(body);
  });
});

describe("a list in a header", () => {
  it("is read as the one of two that the body explains", () => {
    const fields = "{ a?: { type: array, items: string }, b?: { type: array, items: string } }";
    const wire = ["body: { code: $code, '*': $fields }", "headers: { X-A: '$a|b:string' }"];
    for (const b of [[], ["x", "y"]]) {
      const { format } = roundTrip(fields, {}, ...wire);
      const headers = { "X-A": JSON.stringify(b) };
      const read = format.decode({ status: 409, headers, body: { code: "late", b } });
      expect((read.toJSON() as { fields?: unknown }).fields).toEqual({ b });
    }
  });
});
