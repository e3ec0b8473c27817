/** What can be wrong with a wire format: for each rule catalogs that break it, and one that comes close. */
import { describe, expect, it } from "vitest";
import { rules } from "../../src/check/check-rules.js";
import { pageSays } from "../docs/shown-files.js";
import {
  type CatalogTexts,
  catalogOf,
  entryText,
  errorsText,
  headText,
  lines,
  shown,
} from "../support/catalog-of.js";

const soldOut = entryText("sold_out", { title: "Out of stock" });
const late = entryText("late", { title: "Too late", status: "410" });
const withFields = entryText("sold_out", {
  fields:
    "{ item: string, left?: integer, parts?: { additionalProperties: { type: array, items: string } } }",
  message: "'{item} {left} {parts}'".replace(" {left} {parts}", ""),
  examples: "[{ title: A case, fields: { item: a, left: 1, parts: { a: [b] } } }]",
});

/** A catalog with a wire format in `wire/a.yaml`, its name in line 1. */
const withWire = (wire: readonly string[], ...entries: readonly string[]): CatalogTexts => ({
  "catalog.yaml": headText(),
  "errors/a.yaml": errorsText(...(entries.length === 0 ? [soldOut, late] : entries)),
  "wire/a.yaml": lines("wire: shop-wire", ...wire),
});

interface Case {
  readonly name: string;
  readonly files: CatalogTexts;
  /** `rule path:line:column` of every diagnostic. */
  readonly finds: readonly string[];
  readonly says?: string;
}

const body = "body: { error: $code, message: $message }";

const failing: readonly Case[] = [
  {
    name: "a name that is not in kebab-case",
    files: { ...withWire([body]), "wire/a.yaml": lines("wire: Shop_Wire", body) },
    finds: ["wire-name wire/a.yaml:1:7"],
    says: 'The name "Shop_Wire" is not in kebab-case, such as "img-pro".',
  },
  {
    name: "a name that stands twice",
    files: { ...withWire([body]), "wire/b.yaml": lines("title: Again", "wire: shop-wire", body) },
    finds: ["wire-name wire/b.yaml:2:7"],
    says: 'There is a wire format "shop-wire" already.',
  },
  {
    name: "the name of a built-in format, twice",
    files: {
      ...withWire([body]),
      "wire/a.yaml": lines("wire: problem", body),
      "wire/b.yaml": lines("wire: problem"),
    },
    finds: ["wire-name wire/b.yaml:1:7"],
    says: 'There is a wire format "problem" already.',
  },
  {
    name: "a name that the generated module cannot use",
    files: { ...withWire([body]), "wire/a.yaml": lines("wire: new", body) },
    finds: ["wire-name wire/a.yaml:1:7"],
    says: "The generated module cannot use the name new.",
  },
  {
    name: "a variable that is no field",
    files: withWire(["body:", "  error: $code", "  text: $mesage"]),
    finds: ["wire-variable wire/a.yaml:4:9"],
    says: 'No entry has a field "mesage", and no variable has this name. | Did you mean "message"?',
  },
  {
    name: "a text that begins with a dollar",
    files: withWire(["body:", "  error: $code", '  price: "$ 5"']),
    finds: ["wire-variable wire/a.yaml:4:10"],
    says: "A text that begins with a dollar is written with two: $$.",
  },
  {
    name: "a path that leads nowhere in any entry",
    files: withWire(
      [
        "body: { error: $code, at: $place.rwo, open: $open.any, more: $more.any, row: $place.row, item: $list.x }",
      ],
      entryText("sold_out", {
        fields:
          "{ place: { properties: { row: string } }, open: object, more: {}, list?: { items: string } }",
        examples: "[{ title: A, fields: { place: { row: a }, open: {}, more: 1, list: [a] } }]",
      }),
      entryText("late", {
        title: "Late",
        fields: "{ place: { properties: { col: string } } }",
        examples: "[{ title: A, fields: { place: { col: a } } }]",
      }),
    ),
    finds: ["wire-variable wire/a.yaml:2:27"],
    says: 'No field "place" has "rwo" there. | Did you mean "row"?',
  },
  {
    name: "a conversion that there is not",
    files: withWire(["body: { error: $code }", "headers:", '  Retry-After: "$status:second"']),
    finds: ["wire-variable wire/a.yaml:4:16"],
    says: 'There is no conversion "second". | Did you mean "seconds"?',
  },
  {
    name: "a spread that is no variable",
    files: withWire(["body:", "  error: $code", '  "*": all']),
    finds: ["wire-variable wire/a.yaml:4:8"],
    says: "What is spread with * is a variable, such as $fields.",
  },
  {
    name: "an $each that is no variable",
    files: withWire(["body:", "  error: $code", "  list: { $each: all, a: $item }"]),
    finds: ["wire-variable wire/a.yaml:4:18", "wire-variable wire/a.yaml:4:26"],
    says: "$each goes over one variable, such as $errors, or error.",
  },
  {
    name: "a body that is not there",
    files: withWire(["bodies: { whole: { error: $code } }", "body: { $body: hole }"]),
    finds: ["wire-body wire/a.yaml:3:16"],
    says: "There is no body hole in `bodies`.",
  },
  {
    name: "a body that stands in itself",
    files: withWire(["bodies: { a: { error: $code, in: { $body: a } } }", "body: { $body: a }"]),
    finds: ["wire-body wire/a.yaml:2:43"],
    says: "The body a stands in itself.",
  },
  {
    name: "a pattern that can be read in several ways",
    files: withWire(['body: { error: { $text: "{code}{message}" } }']),
    finds: ["wire-pattern wire/a.yaml:2:32"],
    says: "{message}",
  },
  {
    name: "a placeholder that the pattern has not",
    files: withWire(['body: { error: { $text: "{code}!", cod: $code } }']),
    finds: ["wire-pattern wire/a.yaml:2:36"],
    says: "The pattern has no {cod}.",
  },
  {
    name: "a syntax that there is not",
    files: withWire(["body: { error: { $syntax: yaml, code: $code } }"]),
    finds: ["wire-syntax wire/a.yaml:2:27"],
    says: "A text inside another is json, xml, form, sse or params.",
  },
  {
    name: "an $each over one of several variables",
    files: withWire(["body: { error: $code, list: { $each: $parts|left, a: $item } }"], withFields),
    finds: [
      "wire-place wire/a.yaml:1:7",
      "wire-place-optional wire/a.yaml:1:7",
      "wire-place-optional wire/a.yaml:1:7",
      "wire-variable wire/a.yaml:2:38",
      "wire-variable wire/a.yaml:2:54",
    ],
  },
  {
    name: "$item outside of $each",
    files: withWire(["body: { error: $code, item: $item.x, key: $key }"]),
    finds: ["wire-variable wire/a.yaml:2:29", "wire-variable wire/a.yaml:2:43"],
    says: "$item stands only in what $each repeats.",
  },
  {
    name: "a column that there is not",
    files: withWire([
      "row: { type: invalid }",
      "body: { error: $code, type: $row.typ, row: $row }",
    ]),
    finds: ["wire-variable wire/a.yaml:3:29", "wire-variable wire/a.yaml:3:44"],
    says: 'There is no column "typ". | Did you mean "type"?',
  },
  {
    name: "a member that stands twice, once as optional",
    files: withWire(["body:", "  error: $code", "  error?: $message"]),
    finds: ["wire-member wire/a.yaml:4:3"],
    says: 'The member "error" stands here a second time.',
  },
  {
    name: "a member that every object has",
    files: withWire(["body:", "  error: $code", "  toString: x"]),
    finds: ["wire-member wire/a.yaml:4:3"],
    says: '"toString" is a name that every object has.',
  },
  {
    name: "lists in lists in lists",
    files: withWire(["body: { error: $code, all: [[[[[[x]]]]]] }"]),
    finds: ["wire-member wire/a.yaml:2:33"],
    says: "More than 5 lists stand in one another here.",
  },
  {
    name: "a field that is named like a member beside the spread",
    files: withWire(["body:", "  error: $code", "  item: 5", '  "*": $fields'], withFields),
    finds: ["wire-member wire/a.yaml:1:7"],
    says: 'The field "item" of sold_out has the name of a member beside the spread.',
  },
  {
    name: "a field that is named like a member of a built-in format that is not used",
    files: {
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(
        entryText("sold_out", {
          fields: "{ detail: string }",
          examples: "[{ title: A, fields: { detail: a } }]",
        }),
      ),
    },
    finds: ["wire-built-in errors/a.yaml:14:15"],
    says: 'The built-in format problem leaves out the field "detail": it has a member of this name.',
  },
  {
    name: "a field that is named like a member of a built-in format that an output uses",
    files: {
      "catalog.yaml": headText("outputs: { openapi: { path: ../openapi.yaml, wire: problem } }"),
      "errors/a.yaml": errorsText(
        entryText("sold_out", {
          fields: "{ detail: string }",
          examples: "[{ title: A, fields: { detail: a } }]",
        }),
      ),
    },
    finds: ["wire-member errors/a.yaml:14:15"],
    says: "Rename it, or use another format than problem, which has the member.",
  },
  {
    name: "two codes that are spelled alike",
    files: withWire([body, "codes:", "  sold_out: GONE", "  late: GONE"]),
    finds: ["wire-spelling wire/a.yaml:4:3"],
    says: '"GONE" stands for late already.',
  },
  {
    name: "a number and a text that are spelled alike",
    files: withWire([body, "codes:", "  sold_out: 7003", '  late: "7003"']),
    finds: ["wire-spelling wire/a.yaml:4:3"],
  },
  {
    name: "an older spelling of another code",
    files: withWire([
      body,
      "codes:",
      "  sold_out: { also: [late, OLD] }",
      "  late: { also: [OLD] }",
    ]),
    finds: ["wire-spelling wire/a.yaml:4:22", "wire-spelling wire/a.yaml:4:28"],
  },
  {
    name: "spellings that the rule makes alike",
    files: withWire(
      [body, "spelling: upper"],
      soldOut,
      entryText("sold-out", { title: "Again", name: "soldOutAgain" }),
    ),
    finds: ["wire-spelling wire/a.yaml:1:7"],
  },
  {
    name: "a code without a spelling that nothing infers",
    files: withWire([body, "codes:", "  late: null", "infer: { 409: sold_out }"]),
    finds: ["wire-unreachable wire/a.yaml:4:3"],
    says: "late has no spelling, and no status in `infer` leads to it.",
  },
  {
    name: "a body without a place for its spelling",
    files: withWire([body, "codes: { late: { code: 5, body: { ok: false, text: $message } } }"]),
    finds: ["wire-unreachable wire/a.yaml:3:10"],
    says: "The body of late has no place for its spelling. | Add `$code` to the body",
  },
  {
    name: "a code that is neither sent nor folded",
    files: withWire([body, "rest: none", "codes: { late: {} }"]),
    finds: ["wire-unmapped wire/a.yaml:1:7"],
    says: "shop-wire neither sends nor folds sold_out.",
  },
  {
    name: "an inferred code that the format does not have",
    files: withWire([body, "folds: { late: sold_out }", "infer: { 410: late }"]),
    finds: ["wire-unreachable wire/a.yaml:4:15"],
    says: '"late" is inferred, but is not among the codes of this format.',
  },
  {
    name: "a code that is folded and has a row",
    files: withWire([body, "codes: { late: {} }", "folds:", "  late: sold_out"]),
    finds: ["wire-fold wire/a.yaml:5:3"],
    says: "late has a row of its own, so it is not folded.",
  },
  {
    name: "a fold into a code that is folded itself",
    files: withWire(
      [body, "folds:", "  late: sold_out", "  gone: late"],
      soldOut,
      late,
      entryText("gone", { title: "Gone" }),
    ),
    finds: ["wire-fold wire/a.yaml:5:9"],
    says: "late is not among the codes of this format.",
  },
  {
    name: "a fold into a code that requires more",
    files: withWire(
      [body, "folds:", "  late: sold_out", "omits: [left, parts]", "accepts: [{ item: $item }]"],
      withFields,
      late,
    ),
    finds: [
      "wire-place wire/a.yaml:1:7",
      "wire-fold wire/a.yaml:4:9",
      "wire-variable wire/a.yaml:6:19",
    ],
    says: "sold_out requires item, which late does not have.",
  },
  {
    name: "a field to omit that there is not",
    files: withWire(
      [body, "omits: [itm]", "codes: { sold_out: { omits: [item, left, parts, rest] } }"],
      withFields,
    ),
    finds: ["wire-omits wire/a.yaml:3:9", "wire-omits wire/a.yaml:4:49"],
    says: 'There is no field "itm" to omit. | Did you mean "item"?',
  },
  {
    name: "a required field without a place, and optional ones",
    files: withWire([body], withFields),
    finds: [
      "wire-place wire/a.yaml:1:7",
      "wire-place-optional wire/a.yaml:1:7",
      "wire-place-optional wire/a.yaml:1:7",
    ],
    says: 'shop-wire has no place for the field "item" of sold_out. | Give it one in the template, or add it to `omits`.',
  },
  {
    name: "a field that has the name of a variable of every error",
    files: withWire(
      [body.replace(" }", ", page: $docs }")],
      entryText("sold_out", {
        fields: "{ docs: string }",
        examples: "[{ title: A, fields: { docs: a } }]",
      }),
    ),
    finds: ["wire-place wire/a.yaml:1:7"],
    says: "`$docs` is a variable of every error; the field is `$.docs`.",
  },
  {
    name: "a conversion that cannot write its field",
    files: withWire(
      ['body: { error: $code, left: "$left:pointer" }'],
      entryText("sold_out", {
        fields: "{ left: integer }",
        examples: "[{ title: A, fields: { left: 1 } }]",
      }),
    ),
    finds: ["wire-type wire/a.yaml:2:29"],
    says: "The conversion pointer writes a text, and this is a number.",
  },
  {
    name: "a code that stands in a header alone",
    files: withWire(["headers: { X-Error: $code }", "body: { message: $message }"]),
    finds: ["wire-code-place wire/a.yaml:2:21"],
    says: "The code stands in a header alone.",
  },
  {
    name: "a field without a place in the body of its row",
    files: withWire(
      [
        "body: { error: $code, item: $item_name }",
        "codes:",
        "  sold_out: { body: { code: $code } }",
      ],
      entryText("sold_out", {
        fields: "{ item_name: string }",
        examples: "[{ title: A, fields: { item_name: a } }]",
      }),
    ),
    finds: ["wire-place wire/a.yaml:4:3"],
  },
  {
    name: "codes that there are not",
    files: withWire([
      body,
      "codes: { late_r: {} }",
      "folds: { lat: sold_ou }",
      "infer: { 410: lte }",
    ]),
    finds: [
      "code-unknown wire/a.yaml:3:10",
      "code-unknown wire/a.yaml:4:10",
      "code-unknown wire/a.yaml:4:15",
      "code-unknown wire/a.yaml:5:15",
    ],
    says: 'There is no code "lat". | Did you mean "late"?',
  },
  {
    name: "statuses that no answer has",
    files: withWire([body, "status: 600", "codes: { late: { status: [410, 199] } }"]),
    finds: ["status-range wire/a.yaml:3:9", "status-range wire/a.yaml:4:32"],
  },
  {
    name: "keys that there are not",
    files: withWire([body, "spellings: upper", "infer: { 4x: late }"]),
    finds: ["unknown-key wire/a.yaml:3:1", "wrong-type wire/a.yaml:4:10"],
  },
];

const passing: Readonly<Record<string, CatalogTexts>> = {
  "wire-body": withWire(["bodies: { whole: { error: $code } }", "body: { $body: whole }"]),
  "wire-pattern": withWire(['body: { error: { $text: "{code}[: {message}]" } }']),
  "wire-syntax": withWire(["body: { error: { $syntax: json, code: $code } }"]),
  "wire-name": { ...withWire([body]), "wire/b.yaml": lines("wire: shop-wire-2", body) },
  "wire-variable": withWire(
    [
      "row: { type: gone }",
      "body:",
      "  error: $code",
      "  text: $message|title",
      "  price: $$5",
      "  kind: $row.type",
      '  left?: "$left:string"',
      '  parts?: { $each: $parts, at: "$key:pointer", text: $item }',
      "  more: [$status, $title, $docs, $phrase, $type]",
      '  "*": $fields',
    ],
    withFields,
  ),
  "wire-member": withWire(
    ["body:", "  error: $code", "  \\error?: $message", "  item: $item_of", '  "*": $fields'],
    entryText("sold_out", {
      fields: "{ item_of: string, error_2: string }",
      examples: "[{ title: A, fields: { item_of: a, error_2: b } }]",
    }),
  ),
  "wire-built-in": {
    "catalog.yaml": headText("wire: shop-wire"),
    "errors/a.yaml": errorsText(
      entryText("sold_out", {
        fields:
          "{ title_2: string, detail: { type: string, internal: true }, text: { properties: { error: string } } }",
        examples: "[{ title: A, fields: { title_2: a, detail: b, text: { error: c } } }]",
      }),
    ),
    "wire/a.yaml": lines("wire: shop-wire", "body:", "  failure: $code", '  "*": $fields'),
  },
  "wire-spelling": withWire([
    body,
    "codes: { sold_out: { code: A, also: [B, a] }, late: { code: 7003, also: [late] } }",
  ]),
  "wire-unreachable": withWire([
    body,
    "codes: { late: null, sold_out: null }",
    "infer: { 410: late, 4xx: sold_out }",
  ]),
  "wire-unmapped": withWire([
    body,
    "rest: none",
    "codes: { late: {} }",
    "folds: { sold_out: late }",
  ]),
  "wire-fold": withWire(
    ["body: { error: $code, text: $message, item?: $item_name }", "folds: { late: sold_out }"],
    entryText("sold_out", {
      fields: "{ item_name?: string }",
      examples: "[{ title: A, fields: { item_name: a } }]",
    }),
    late,
  ),
  "wire-omits": withWire(
    [body, "omits: [item]", "codes: { sold_out: { omits: [left, parts] } }"],
    withFields,
  ),
  "wire-place": withWire(
    ["body: { error: $code, item: $item_name }", "headers: { X-Left: $left }"],
    entryText("sold_out", {
      fields: "{ item_name: string, left: integer, trace: { type: string, internal: true } }",
      examples: "[{ title: A, fields: { item_name: a, left: 1, trace: b } }]",
    }),
  ),
  "wire-code-place": withWire([
    body,
    "headers: { X-Error: $code, X-Text: $message, X-Status: $status }",
  ]),
  "wire-round-trip": withWire(
    [
      "body:",
      "  error: $code",
      "  item: $.docs",
      "  list?: { $each: $map, at: $key, text: $item }",
      "  tree?: { $each: $tree, name: $item.n, inner: { $each: $item.inner, m: $item.m } }",
      "headers: { X-On: $on, X-Sizes: $sizes }",
    ],
    entryText("sold_out", {
      fields:
        "{ docs: string, on?: boolean, sizes?: { type: array, items: integer }, map?: { additionalProperties: string }, tree?: { type: array, items: { type: object, properties: { n: string, inner: { type: array, items: { type: object, properties: { m: integer } } } } } } }",
      examples:
        "[{ title: A, fields: { docs: a, on: true, sizes: [1, 2], map: { a: b }, tree: [] } }]",
    }),
  ),
  "wire-place-optional": withWire(
    ["body: { error: $code, more?: $fields }"],
    entryText("sold_out", {
      fields: "{ a?: string }",
      examples: "[{ title: A, fields: { a: b } }]",
    }),
  ),
};

describe("reports, with file, line and column,", () => {
  it.each(failing)("$name", ({ files, finds, says = "" }) => {
    const said = shown(catalogOf(files).diagnostics);
    expect(said.map((text) => text.split(" ", 2).join(" "))).toEqual(finds);
    expect(said.join("\n")).toContain(says);
  });
});

describe("finds nothing in a catalog that comes close to breaking", () => {
  it.each(Object.entries(passing))("%s", (_, files) => {
    expect(shown(catalogOf(files).diagnostics)).toEqual([]);
  });
});

it("has a failing and a passing catalog for every rule", () => {
  const names = Object.keys(rules).filter(
    (name) => /^wire-(?!unknown)/.test(name) && !pageSays(name),
  );
  const found = new Set(failing.flatMap(({ finds }) => finds.map((find) => find.split(" ")[0])));
  expect(names.filter((name) => !found.has(name))).toEqual([]);
  expect(Object.keys(passing)).toEqual(expect.arrayContaining(names));
});

it("finds nothing in the shipped formats, and places the errors of two formats in their own files", () => {
  const files = {
    ...withWire([body]),
    "wire/b.yaml": lines("wire: other", "body: { error: $cod }"),
  };
  const said = shown(catalogOf(files).diagnostics);
  expect(said).toEqual([expect.stringMatching(/^wire-variable wire\/b\.yaml:2:16 /)]);
});
