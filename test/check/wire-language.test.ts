/** What can be said wrongly in the language of wire formats, construct by construct. */
import { describe, expect, it } from "vitest";
import { catalogOf, entryText, errorsText, headText, lines, shown } from "../support/catalog-of.js";

const soldOut = entryText("sold_out", {
  title: "Out of stock",
  fields:
    "{ kind?: string, left?: integer, flag?: boolean, list?: { items: string }, objects?: { items: { properties: { path: string, m: string } } }, parts?: { additionalProperties: { items: string } }, thing?: { properties: { a: string } }, map?: { additionalProperties: { properties: { m?: string } } } }",
  examples:
    "[{ title: A, fields: { kind: a, left: 1, flag: true, list: [a], objects: [], parts: {}, thing: { a: a }, map: {} } }]",
});
const late = entryText("late", { title: "Too late", status: "410" });
const lateToo = entryText("late_too", { title: "Too late as well", status: "410" });

/** What is said of a format, its name in line 1, of which the fields that it does not name are omitted. */
function said(wire: readonly string[], head: readonly string[] = []): readonly string[] {
  const fields = ["kind", "left", "flag", "list", "objects", "parts", "thing", "map"];
  const omitted = fields.filter((name) => !new RegExp(`[$.]${name}\\b`).test(wire.join("\n")));
  const { diagnostics } = catalogOf({
    "catalog.yaml": headText("wire: shop-wire", ...head),
    "errors/a.yaml": errorsText(soldOut, late, lateToo),
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
        "accepts: [{ error: $code, a: { $body: a } }]",
      ],
      ["wire-variable 2:44", "wire-pattern 2:51"],
    ],
    "that nobody names": [
      ["bodies: { a: { error: $code }, b: { error: $code } }", "body: a"],
      ["wire-body 2:32 No template names the body b."],
    ],
  });
});

describe("a body", () => {
  reports({
    "that is the same as one before it": [
      ["body: { error: $code, m: $message }", "accepts: [{ error: $code, m: $message }]"],
      ["wire-unreachable 3:11 This body is never chosen: one before it is the same."],
    ],
    "that has the shape of one before it": [
      [
        "body: { error: $code, m: $message }",
        "accepts: [{ error: $code, m?: $message }, { error: $code, m: $kind }, { error: $code, m: $left }]",
      ],
      [
        "wire-place-optional 1:7",
        "wire-place-optional 1:7",
        "wire-ambiguous 3:43 This body has the shape of one before it: where both fit, that one is read.",
      ],
    ],
    "of a row that is the same as that of another with the same status": [
      [
        "body: { error: $code }",
        "codes:",
        "  late: { code: null, body: { ok: false } }",
        "  late_too: { code: null, body: { ok: false } }",
      ],
      ["wire-unreachable 5:3 late_too is never read: late has the same body and the same status."],
    ],
    "that is null": [
      ["body: { error: $code }", "accepts: [null]"],
      ["wire-body 3:11 A body is a template, and null is none."],
    ],
  });
});

describe("an alternative", () => {
  reports({
    "that is never written and never read": [
      ["body: { error: $code, m: { $both: [$message, $message, none] } }"],
      [
        "wire-unreachable 2:46 This alternative stands here a second time.",
        "wire-unreachable 2:56 This alternative is never written, and never read. | One before it is always there.",
      ],
    ],
    "without another": [
      ["body: { error: $code, m: { $both: [$message] } }"],
      ["wire-member 2:26 $both has a list of two templates or more"],
    ],
  });
});

describe("an inference", () => {
  reports({
    "that another hides": [
      [
        "body: { error: $code }",
        "infer:",
        "  404: [late, late, late_too]",
        "  410: [late, { code: late, when: { a: b } }]",
        "  503: [{ code: late, when: { a: b } }, { code: late_too, when: { a: b } }, late]",
      ],
      [
        "wire-unreachable 4:15 late is inferred from 404 already.",
        "wire-unreachable 4:21 late_too is never inferred: no answer fits it better than late. | Say in `when`",
        "wire-unreachable 5:23 late is inferred from 410 already.",
        "wire-unreachable 6:49 late_too is never inferred",
      ],
    ],
    "from a status that is no error": [
      ["body: { error: $code }", "infer: { 200: late }"],
      ["wire-unreachable 3:10 Codes are inferred from statuses from 400 to 599 alone."],
    ],
    "of unknown codes from nothing": [
      ["body: { error: $code }", "unknown: infer"],
      ["wire-unreachable 1:7 `unknown: infer` infers nothing: the format has no `infer`."],
    ],
  });
});

describe("a condition", () => {
  const any = "Write a constant, or $any for any value.";
  reports({
    "that compares nothing": [
      [
        "body: { error: $code }",
        'success: [{}, 5, { ok: null }, { ok?: true }, { ok: $code }, { $text: "OK {x}" }, { a: { $each: $message } }]',
      ],
      [
        "wire-condition 3:11 An empty condition holds of every answer.",
        "wire-condition 3:15 A condition says what an answer has.",
        `wire-condition 3:24 null is not compared. | ${any}`,
        "wire-condition 3:34 An optional member is not compared.",
        `wire-condition 3:53 A condition compares constants, and this is a variable. | ${any}`,
        "wire-condition 3:76 A condition compares constants, and this is a variable. | Write a constant, or {*} for any text.",
        "wire-condition 3:88 A condition compares constants, and $each repeats what is written.",
        "wire-condition 3:97",
      ],
    ],
    "whose status or headers are none": [
      [
        "body: { error: $code }",
        "success: [{ status: 2000, body: { a: b } }, { status: 200, headers: 5 }, { headers: { a b: c } }]",
      ],
      [
        "wire-condition 3:21 2000 is no status, such as 404, and no class, such as 4xx.",
        "wire-condition 3:69 Headers stand by their names, such as `x-status: …`.",
        'wire-condition 3:87 "a b" is no name of a header.',
      ],
    ],
    "that never holds": [
      [
        "body: { error: $code }",
        "infer: { 404: [{ code: late, when: { status: 5xx } }], 4xx: [{ code: late, when: { status: 404 } }] }",
      ],
      ["wire-condition 3:36 This never holds: it is asked of answers with the status 404 alone."],
    ],
    "that stands twice": [
      ["body: { error: $code }", "success: [{ ok: true }, { body: { ok: true } }]"],
      ["wire-condition 3:25 This condition stands here a second time."],
    ],
    "of errors by what they have in common": [
      [
        "body: { l: { $each: error, $prefer: [{ status: 404 }, { s: fatal }], code: $code, s?: $kind } }",
      ],
      ["wire-condition 2:38 $prefer chooses among the errors of one answer"],
    ],
    "of a list that is none": [
      ["body: { l: { $each: error, $prefer: {}, code: $code } }"],
      ["wire-condition 2:37 $prefer has a list of conditions."],
    ],
    "of a success that a body of the format fits": [
      [
        "body: { error: $code }",
        "codes: { late: { code: null, body: { ok: false } } }",
        "success: [{ ok: false }, { error: none }]",
      ],
      ["wire-condition 4:11 This success is always read as an error."],
    ],
    "by a header that the format never writes": [
      [
        "body: { error: $code, m: $message }",
        "codes: { late: { code: null, body: { m: $message } } }",
        "infer: { 410: [{ code: late, when: { headers: { x-a: b, retry-after: $any } } }, sold_out] }",
      ],
      ["wire-unwritten 4:49 This format never writes the header x-a"],
    ],
  });
});

describe("a tree", () => {
  reports({
    "that is none: what is repeated is no list and no map": [
      ["body: { error: $code, t?: { $each: $left, a: $item } }"],
      ["wire-type 2:36 $each goes over a list or a map, and $left is none."],
    ],
    "of what is no list and no map": [
      ["body: { error: $code, t?: { $tree: $left } }"],
      ["wire-type 2:36 $tree goes over a list or a map, and $left is none."],
    ],
    "of a list without a path, and with one that the items do not have": [
      [
        "body: { error: $code, t?: { $tree: $objects, m: $item.m } , u?: { $tree: $objects, path: $item.pth, m: $item.m } }",
      ],
      [
        "wire-type 2:36 Nothing says where an item of the list $objects stands in the tree.",
        'wire-type 2:74 The items of $objects have no member "pth", which is their path.',
      ],
    ],
    "of objects that could be branches": [
      ["body: { error: $code, t?: { $tree: $map } }"],
      [
        "wire-type 2:36 Nothing tells a leaf of $map from a branch: both are objects. | Name the member that holds the leaf",
      ],
    ],
    "with a leaf that has no name, and a default": [
      ['body: { error: $code, t?: { $tree: "$parts={}", leaf: [a] } }'],
      [
        "wire-type 2:36 A tree has no default: without its field it is left out.",
        "wire-member 2:55 The leaf of a tree is the name of the member that holds it.",
      ],
    ],
  });
});

describe("a default", () => {
  reports({
    "that its type refuses": [
      [
        "body:",
        "  error: $code",
        "  left: $left=many",
        '  list: "$list={}"',
        '  each: { $each: "$list={}", a: $item }',
        '  wait: "$left:duration=5"',
        "  flag: $flag=true",
        '  more: "$list=[]"',
        "  none: $kind=null",
      ],
      [
        'wire-type 4:9 The default "many" is no value of $left. | $left is a whole number.',
        "wire-type 5:9 The default {} is no value of $list. | $list is a list.",
        "wire-type 6:18 What $each writes is a list, and {} is none. | Such as `$list=[]`.",
        "wire-type 7:9 The default 5 is no value of $left as :duration writes it.",
      ],
    ],
  });
});

describe("a conversion", () => {
  reports({
    "that cannot write its field": [
      ['body: { error: $code, a?: "$left:pointer", b?: "$left:seconds:ms", c?: "$left:epoch:ms" }'],
      [
        "wire-type 2:27 The conversion pointer writes a text, and this is a number.",
        "wire-type 2:48 The conversion ms writes a number, and this is a text.",
      ],
    ],
  });
});

describe("a list of errors", () => {
  reports({
    "alone, in a format that has nothing else": [
      ["body: { $each: error }"],
      ["wire-errors 2:7 Nothing says what each of these errors looks like."],
    ],
    "where it cannot stand": [
      [
        "body:",
        "  a: { $each: error, code: $code }",
        "  b: { $each: error, code: $code }",
        "  c: { $syntax: form, x: { $each: error, code: $code } }",
        "  d: { $each: $list, x: { $each: error, code: $code } }",
        "  e: { $both: [{ $each: error, code: $code }, $list] }",
        "headers: { x-y: { $each: error, code: $code } }",
        "codes: { late: { body: { a: { $each: error, code: $code } } } }",
      ],
      [
        "wire-errors 4:6 A body has one list of errors.",
        "wire-errors 5:26 The errors of an answer do not stand in a text without lists.",
        "wire-errors 6:25 The errors of an answer do not stand in a list that is repeated.",
        "wire-errors 7:16 The errors of an answer are no alternative of something else.",
        "wire-errors 8:17 A header holds no list of errors.",
        "wire-errors 9:29 The body of one code holds no list of errors.",
      ],
    ],
    "alone, with members beside it, and without anything of the errors": [
      [
        "body: { error: $code, a: { $each: error } }",
        "accepts: [{ e: { $each: error, a: b } , f: { $each: error } }]",
      ],
      [
        "wire-errors 2:7 Nothing says what each of these errors looks like.",
        "wire-errors 3:16 Nothing in this list is of the errors, so they are all alike.",
        "wire-errors 3:44 A body has one list of errors.",
      ],
    ],
  });
});

describe("XML", () => {
  reports({
    "with two roots": [
      ["syntax: xml", "body: { code: $code, text: $message }"],
      ['wire-xml 3:22 An XML document has one root, and "text" is a second one.'],
    ],
    "that is no element": [
      [
        "body: { error: $code, a: { $syntax: xml, '@a': $message }, b: { $syntax: xml, c: { $each: $list, d: $item } } }",
      ],
      [
        'wire-xml 2:42 "@a" belongs to an element, and this is where the root stands.',
        "wire-xml 2:82 The root of an XML document is no list.",
      ],
    ],
    "with names and attributes that are none": [
      [
        "syntax: xml",
        "body:",
        "  ?xml: 5",
        "  e:",
        "    c: $code",
        "    1a: b",
        "    '@b': [$message]",
        "    '@c?': $list",
        "    '#text': { a: b }",
        "    x:d: 1",
        "    y:d: 2",
        "    f: [[1], 2]",
      ],
      [
        "wire-xml 4:9 A declaration of XML begins with its version.",
        'wire-xml 7:5 "1a" is no name in XML.',
        "wire-xml 8:11 An attribute is one text, and not a list or an object.",
        "wire-xml 9:12 An attribute is one text",
        "wire-xml 10:14 The text of an element is one text",
        'wire-xml 12:5 "y:d" and "x:d" are read as one: prefixes are ignored.',
        "wire-xml 13:9 An element of XML is no list: there are none in lists.",
      ],
    ],
  });
});

describe("a class of spellings", () => {
  reports({
    "that another code has a part of": [
      [
        "body: { error: $code }",
        "codes:",
        '  late: { code: A, also: ["08*", "32*", "08001"] }',
        '  late_too: { code: "08002", also: ["080*", "-5..40", "41..50"] }',
      ],
      [
        'wire-spelling 5:37 "080*" of late_too and "08*" of late have spellings in common.',
        'wire-spelling 5:45 "-5..40" of late_too and "32*" of late have spellings in common.',
      ],
    ],
    "that is none": [
      ["body: { error: $code }", 'codes: { late: { code: "x*", also: ["9..1", "5..5", "*"] } }'],
      [
        'wire-spelling 3:10 "x*" stands for many spellings, so it is not written.',
        'wire-spelling 3:37 The range "9..1" ends before it begins. | Write "1..9".',
        'wire-spelling 3:45 The range "5..5" is one number. | Write 5.',
        "wire-spelling 3:53 A class of spellings begins with at least one letter or digit.",
      ],
    ],
    "in another case": [
      [
        "body: { error: $code }",
        "case: ignore",
        "codes: { late: { also: [Old] }, late_too: { also: [OLD, LATE] } }",
      ],
      [
        'wire-spelling 4:52 "OLD" stands for late already. | `case: ignore` reads spellings in any case.',
        'wire-spelling 4:57 "LATE" stands for late already.',
      ],
    ],
  });
});

describe("a value of the request", () => {
  reports({
    "without a place": [
      ["body: { error: $code, trace?: $context.trace_id }"],
      ['context-unseen catalog.yaml:6:30 No wire format has a place for the value "span".'],
      "context: { trace_id: string, span: string }",
    ],
    "that a built-in format has no place for": [
      ["body: { error: $code, kind: $kind, all?: $context }"],
      [
        'context-unseen catalog.yaml:6:12 Answers in problem have no place for the value "status": a member or a field is called so. | Call it otherwise, or write the body yourself in wire/problem.yaml.',
        'context-unseen catalog.yaml:6:30 Answers in flat and problem have no place for the value "kind"',
      ],
      "context: { status?: integer, kind: string, trace_id: string }",
    ],
    "that is internal": [
      ["body: { error: $code, ip?: $context.ip }"],
      [
        "field-internal catalog.yaml:6:12 The value ip belongs to an answer, so it is not internal.",
      ],
      "context: { ip?: { type: string, internal: true } }",
    ],
    "with a name or a type that is none": [
      ["body: { error: $code, all?: $context }"],
      [
        'field-form catalog.yaml:6:12 "1x" is not letters',
        'field-reserved catalog.yaml:6:24 Every object has a member "toString" already.',
        'type-unknown catalog.yaml:6:47 There is no type "Nothing".',
      ],
      "context: { 1x: string, toString: string, unk: Nothing }",
    ],
  });
});

describe("the address of types", () => {
  reports({
    "that is none": [
      ["body: { error: $code }"],
      [
        'type-address catalog.yaml:6:18 There is no {cod} to put into an address. | Did you mean "code"?',
        'type-address catalog.yaml:6:53 "/a/{code}" stands here a second time.',
        'type-address catalog.yaml:6:66 "http://a b/{code}" is no URI and no reference to one.',
        "type-address catalog.yaml:6:87 All codes would have one type: the address has no {code}.",
      ],
      'type: { address: "urn:x:{cod}", also: ["/a/{code}", "/a/{code}", "http://a b/{code}", "/p/{category}"] }',
    ],
    "of earlier years alone": [
      ["body: { error: $code }"],
      ["type-address catalog.yaml:6:16 Addresses of earlier years are read, and none is written."],
      'type: { also: ["/a/{code}"] }',
    ],
  });
});

it("needs a delay for a place that is always there", () => {
  expect(said(["body: { error: $code, a?: $delay, b: $delay }"])).toEqual([
    expect.stringContaining("wire-unwritten 2:38 No code of this format has a delay"),
  ]);
});
