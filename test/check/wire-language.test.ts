/** What can be said wrongly in the language of wire formats, construct by construct. */
import { describe, expect, it } from "vitest";
import { catalogOf, entryText, errorsText, headText, lines, shown } from "../support/catalog-of.js";

const soldOut = entryText("sold_out", {
  title: "Out of stock",
  fields:
    "{ kind?: string, left?: integer, flag?: boolean, list?: { items: string }, objects?: { items: { properties: { path: string, m: string } } }, parts?: { additionalProperties: { items: string } }, thing?: { properties: { a: string } } }",
  examples:
    "[{ title: A, fields: { kind: a, left: 1, flag: true, list: [a], objects: [], parts: {}, thing: { a: a } } }]",
});
const late = entryText("late", { title: "Too late", status: "410" });

/** What is said of a format, its name in line 1, of which the fields that it does not name are omitted. */
function said(wire: readonly string[], head: readonly string[] = []): readonly string[] {
  const fields = ["kind", "left", "flag", "list", "objects", "parts", "thing"];
  const omitted = fields.filter((name) => !new RegExp(`[$.]${name}\\b`).test(wire.join("\n")));
  const { diagnostics } = catalogOf({
    "catalog.yaml": headText("wire: shop-wire", ...head),
    "errors/a.yaml": errorsText(soldOut, late),
    "wire/a.yaml": lines("wire: shop-wire", ...wire, `omits: [${omitted.join(", ")}]`),
  });
  return shown(diagnostics).map((text) => text.replace("wire/a.yaml:", ""));
}

/** The place of a complaint, and how it goes on. */
type Rows = Readonly<
  Record<string, readonly [wire: readonly string[], finds: readonly string[], head?: string]>
>;

function reports(rows: Rows): void {
  it.each(Object.entries(rows))("%s", (_, [wire, finds, head]) => {
    const found = said(wire, head === undefined ? [] : [head]);
    expect(found).toEqual(finds.map((find) => expect.stringContaining(find)));
  });
}

describe("a variable", () => {
  reports({
    "of a pattern that is no field": [
      ['body: { error: $code, m: { $text: "{message}: {itm}" } }'],
      ['wire-variable 2:48 No entry has a field "itm", and no variable has this name. | Did you'],
    ],
    "of a template beside a pattern": [
      ['body: { error: $code, m: { $text: "{message}: {x}", x: $itm } }'],
      ['wire-variable 2:56 No entry has a field "itm"'],
    ],
    "in a tree, in an alternative and in a list of errors": [
      [
        "body:",
        "  error: $code",
        "  tree: { $tree: $parst }",
        "  both: { $both: [$mesage, $message] }",
        "  errors: { $each: error, m: $mesage }",
      ],
      ["wire-variable 4:18", "wire-variable 5:19", "wire-variable 6:30"],
    ],
    "of the request that is not declared": [
      ["body: { error: $code, trace?: $context.traceid, other?: $context.trace_id.x }"],
      [
        'wire-variable 2:31 `context` in catalog.yaml declares no "traceid". | Did you mean "trace_id"?',
      ],
      "context: { trace_id: string }",
    ],
    "of the request where none is declared": [
      ["body: { error: $code, trace?: $context.trace_id }"],
      ["wire-variable 2:31 catalog.yaml declares no `context`. | Such as `context: { trace_id:"],
    ],
    "that has no members": [
      ["body: { error: $code, at: $status.x }"],
      ['wire-variable 2:27 $status has no member "x". | The field of this name is `$.status.x`.'],
    ],
    "of an item that its type does not have": [
      [
        "body: { error: $code, l?: { $each: $objects, a: $item.pth, k: $key }, v?: { $each: $list, b: $item.x } }",
      ],
      [
        'wire-variable 2:49 The items of $objects have no "pth". | Did you mean "path"?',
        "wire-variable 2:63 The items of a list have no $key.",
        'wire-variable 2:94 The items of $list have no "x".',
      ],
    ],
    "with a chain of conversions of which one is none": [
      ['body: { error: $code, left?: "$left:epoch:mss" }'],
      ['wire-variable 2:30 There is no conversion "mss". | Did you mean "ms"?'],
    ],
  });
});

describe("a member", () => {
  reports({
    "that has the name of another as an alias": [
      ['body: { error: $code, "text|error": $message, "more|text?": $title }'],
      [
        'wire-member 2:23 "error" names two members here, so nobody can tell which one is read.',
        'wire-member 2:47 "text" names two members here',
      ],
    ],
    "that has its own name as an alias": [
      ['body: { error: $code, "text|text": $message }'],
      ['wire-member 2:23 The member "text" stands here a second time.'],
    ],
    "of parameters, in capitals": [
      ["body: { error: $code, p: { $syntax: params, realm: $message, Realm: $title } }"],
      ['wire-member 2:62 The member "Realm" stands here a second time.'],
    ],
  });
});

describe("a named body", () => {
  reports({
    "that is misspelt": [
      ["bodies: { list: { error: $code } }", "body: lst"],
      ['wire-body 3:7 There is no body lst in `bodies`. | Did you mean "list"?'],
    ],
    "that is complained about once, wherever it stands": [
      [
        'bodies: { a: { error: $code, m: { $text: "{mesage}{title}" } } }',
        "body: a",
        "accepts: [a]",
      ],
      ["wire-variable 2:44", "wire-pattern 2:51"],
    ],
    "that nobody names": [
      ["bodies: { a: { error: $code }, b: { error: $code } }", "body: a"],
      ["wire-body 2:32 No template names the body b."],
    ],
  });
});
