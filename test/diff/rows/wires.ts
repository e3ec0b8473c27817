/** Changes to wire formats. */
import { entryText } from "../../support/catalog-of.js";
import { entries, late, released } from "../compared.js";
import type { Row } from "./row.js";

const catalog = entries([
  entryText("late", { title: "Too late", fields: "{ a: string, b?: string }" }),
  entryText("gone", { title: "Gone for good", message: "It is no longer there." }),
]);
const usual = "body: { error: $code, text: $message, a?: $a, b?: $b }";
const wire = (...lines: readonly string[]) => ({
  ...catalog,
  "wire/v.yaml": `wire: v\n${lines.map((line) => `${line}\n`).join("")}`,
});
const change = (
  name: string,
  base: readonly string[],
  current: readonly string[],
  ...finds: readonly string[]
): Row => ({ name, base: wire(...base), current: wire(...current), finds });
const body = (name: string, base: string, current: string, ...finds: readonly string[]): Row =>
  change(name, [`body: ${base}`], [`body: ${current}`], ...finds);
const row = (name: string, base: string, current: string, ...finds: readonly string[]): Row =>
  change(name, [usual, `codes: { ${base} }`], [usual, `codes: { ${current} }`], ...finds);
const none = [usual, "rest: none"];
const late_ = "codes.late.wires.v";

/** By kind, in the order of the list. */
export const wireRows: readonly Row[] = [
  {
    name: "a wire format is added",
    base: catalog,
    current: wire(usual),
    finds: ["wire-added wires.v"],
  },
  {
    name: "a wire format is removed",
    base: wire(usual),
    current: catalog,
    finds: ["wire-removed wires.v"],
  },
  change(
    "the media type is another",
    [usual],
    [usual, "media: text/json"],
    "wire-media-changed wires.v.media",
  ),
  change("the usual media type is written out", [usual], [usual, "media: Application/JSON"]),
  change(
    "the body and another that is read change places",
    ["body: { error: $code, why: $message }", "accepts: [{ code: $code, text: $message }]"],
    ["body: { code: $code, text: $message }", "accepts: [{ error: $code, why: $message }]"],
    "wire-member-changed wires.v.body.code",
    "wire-member-changed wires.v.body.text",
  ),
  change(
    "the syntax is another",
    [usual],
    [usual, "syntax: form"],
    "wire-syntax-changed wires.v.syntax",
  ),
  change(
    "a syntax is read too",
    [usual],
    [usual, "syntax: [json, sse]"],
    "wire-syntax-added wires.v.syntax",
  ),
  change(
    "a syntax is read no more",
    [usual, "syntax: [json, sse]"],
    [usual],
    "wire-syntax-removed wires.v.syntax",
  ),
  change(
    "the syntaxes change places",
    [usual, "syntax: [json, form]"],
    [usual, "syntax: [form, json]"],
    "wire-syntax-changed wires.v.syntax",
  ),
  change("the usual syntax is written out", [usual], [usual, "syntax: json"]),
  change(
    "other answers are no errors",
    [usual, "success: [{ ok: true }]"],
    [usual, "success: [{ ok: true }, { status: 2xx }]"],
    "wire-success-changed wires.v.success",
  ),
  change(
    "every answer has one status",
    [usual],
    [usual, "status: 400"],
    "wire-status-changed wires.v.status",
  ),
  change(
    "every answer has one status, of which a row had its own",
    [usual, "codes: { late: { status: 410 } }"],
    [usual, "codes: { late: { status: 410 } }", "status: 400"],
    "wire-status-changed wires.v.status",
  ),
  row("a code has another status", "late: { status: 400 }", "", `wire-status-changed ${late_}`),
  row("a code has the status that it has anyway", "late: { status: 409 }", ""),
  row(
    "a code has a second status",
    "late: { status: 400 }",
    "late: { status: [400, 410] }",
    `wire-status-added ${late_}`,
  ),
  row("a code is spelled otherwise", "", "late: { code: LATE }", `wire-spelling-changed ${late_}`),
  row(
    "a code is spelled otherwise, and its old spelling is read",
    "",
    "late: { code: LATE, also: [late] }",
    `wire-spelling-changed ${late_}`,
  ),
  row(
    "a spelling becomes a text",
    "late: { code: 7003 }",
    "late: { code: '7003' }",
    `wire-spelling-changed ${late_}`,
  ),
  row(
    "a code is spelled null, which was none",
    "late: { code: null, also: [x] }",
    "late: { code: 'null', also: [x] }",
    `wire-spelling-changed ${late_}`,
  ),
  row(
    "null is read as a code that has no spelling",
    "late: { code: null, also: [x] }",
    "late: { code: null, also: [x, 'null'] }",
    `wire-also-added ${late_}`,
  ),
  row("a code is spelled by the rule, in full", "", "late: late"),
  change(
    "the rule spells otherwise",
    [usual],
    [usual, "spelling: upper"],
    "wire-spelling-changed codes.gone.wires.v",
    `wire-spelling-changed ${late_}`,
  ),
  row(
    "two codes swap spellings",
    "late: { code: A }, gone: { code: B }",
    "late: { code: B }, gone: { code: A }",
    "wire-spelling-reused codes.gone.wires.v",
    `wire-spelling-reused ${late_}`,
    "wire-spelling-changed codes.gone.wires.v",
    `wire-spelling-changed ${late_}`,
  ),
  {
    name: "a spelling that was retired stands for another code",
    base: {
      ...wire(usual, "codes: { late: { code: B } }"),
      "released.json": released(
        wire(usual, "codes: { late: { code: B } }"),
        wire(usual, "codes: { late: { code: A } }"),
      ),
    },
    current: {
      ...wire(usual, "codes: { late: { code: B }, gone: { code: gone, also: [A] } }"),
      "released.json": released(wire(usual, "codes: { late: { code: B } }")),
    },
    finds: ["wire-spelling-reused codes.gone.wires.v", "wire-also-added codes.gone.wires.v"],
  },
  {
    name: "a ledger forgets a spelling",
    base: {
      ...wire(usual),
      "released.json": released(wire(usual), wire(usual, "codes: { late: { code: A } }")),
    },
    current: { ...wire(usual), "released.json": released(wire(usual)) },
    finds: ["ledger-forgotten past.spellings.v.A"],
  },
  {
    name: "a renamed code passes its spelling on",
    base: wire(usual),
    current: {
      ...wire(usual, "codes: { tardy: { code: late } }"),
      "errors/a.yaml": String(catalog["errors/a.yaml"])
        .replace("late:", "tardy:")
        .concat("  late: { retired: { since: 1.0.0, replaced_by: tardy } }\n"),
    },
    finds: ["code-renamed codes.late.retired"],
  },
  change(
    "spellings are read in any case",
    [usual],
    [usual, "case: ignore"],
    "wire-case-ignored wires.v.case",
  ),
  change(
    "spellings are read in one case alone",
    [usual, "case: ignore"],
    [usual],
    "wire-case-compared wires.v.case",
  ),
  row("a class of spellings is read", "", "late: { also: ['08*'] }", `wire-also-added ${late_}`),
  row(
    "a class of spellings is narrower",
    "late: { also: ['08*'] }",
    "late: { also: ['080*'] }",
    `wire-also-removed ${late_}`,
    `wire-also-added ${late_}`,
  ),
  change(
    "a row uses a body of another name that says the same",
    [usual, "bodies: { one: { code: $code } }", "codes: { late: { body: one } }"],
    [usual, "bodies: { two: { code: $code } }", "codes: { late: { body: two } }"],
  ),
  change("a body that nobody uses is added", [usual], [usual, "bodies: { one: { a: $a } }"]),
  row("a spelling is read too", "", "late: { also: [old] }", `wire-also-added ${late_}`),
  row("a spelling is read no more", "late: { also: [old] }", "", `wire-also-removed ${late_}`),
  change(
    "a body is read too",
    [usual],
    [usual, "accepts: [{ error: $message }]"],
    "wire-accepts-added wires.v.accepts",
  ),
  change(
    "a body is read no more",
    [usual, "accepts: [{ error: $message }]"],
    [usual],
    "wire-accepts-removed wires.v.accepts",
  ),
  body(
    "a body has an optional member more",
    "{ error: $code }",
    "{ error: $code, a?: $a }",
    "wire-member-added wires.v.body.a",
  ),
  body(
    "a body has a filler more",
    "{ error: $code }",
    "{ error: $code, data: null }",
    "wire-member-added wires.v.body.data",
  ),
  body(
    "a body has a required member more",
    "{ error: $code }",
    "{ error: $code, ok: false }",
    "wire-member-required wires.v.body.ok",
  ),
  body(
    "an optional member is required now",
    "{ error: $code, a?: $a }",
    "{ error: $code, a: $a }",
    "wire-member-required wires.v.body.a",
  ),
  body(
    "a member is moved",
    "{ error: $code, a: $a }",
    "{ error: $code, data?: { a: $a } }",
    "wire-member-changed wires.v.body.a",
    "wire-member-added wires.v.body.data",
  ),
  body(
    "a member is renamed",
    "{ error: $code, a: $a }",
    "{ error: $code, b: $a }",
    "wire-member-changed wires.v.body.b",
  ),
  body(
    "a member is removed",
    "{ error: $code, a?: $a }",
    "{ error: $code }",
    "wire-member-changed wires.v.body.a",
  ),
  body(
    "a member is filled differently",
    "{ error: { code: $code } }",
    "{ error: { code: $type } }",
    "wire-member-changed wires.v.body.error.code",
  ),
  body(
    "the body becomes a list",
    "{ error: $code }",
    "[{ error: $code }]",
    "wire-member-required wires.v.body.$each",
  ),
  change(
    "the body is said nothing of any more",
    ["body: { error: $code }"],
    [],
    "wire-member-changed wires.v.body",
  ),
  body(
    "a member is read under a name more",
    "{ error: $code, text?: $message }",
    '{ error: $code, "text|message?": $message }',
    "wire-name-added wires.v.body.text",
  ),
  body(
    "a member is read under a name no more",
    '{ error: $code, "text|message?": $message }',
    "{ error: $code, text?: $message }",
    "wire-name-removed wires.v.body.text",
  ),
  body(
    "a name becomes another one of the member",
    "{ error: $code }",
    '{ "code|error": $code }',
    "wire-member-changed wires.v.body.code",
  ),
  body(
    "a member has a value where nothing is said",
    "{ error: $code, b?: $b }",
    "{ error: $code, b?: $b=x }",
    "wire-default-added wires.v.body.b",
  ),
  body(
    "a member has another value where nothing is said",
    "{ error: $code, b?: $b=x }",
    "{ error: $code, b?: $b=y }",
    "wire-default-changed wires.v.body.b",
  ),
  body(
    "a member has no value any more where nothing is said",
    "{ error: $code, b?: $b=x }",
    "{ error: $code, b?: $b }",
    "wire-default-changed wires.v.body.b",
  ),
  body(
    "a pattern is another",
    '{ error: { $text: "{code}: {message}" } }',
    '{ error: { $text: "{code} - {message}" } }',
    "wire-member-changed wires.v.body.error",
  ),
  body(
    "what a text holds has an optional member more",
    "{ error: { $syntax: json, code: $code } }",
    "{ error: { $syntax: json, code: $code, b?: $b } }",
    "wire-member-added wires.v.body.error.b",
  ),
  body(
    "the errors of an answer have an optional member more",
    "{ errors: { $each: error, code: $code } }",
    "{ errors: { $each: error, code: $code, b?: $b } }",
    "wire-member-added wires.v.body.errors.b",
  ),
  body(
    "an answer has several errors",
    "{ errors: { code: $code } }",
    "{ errors: { $each: error, code: $code } }",
    "wire-member-required wires.v.body.errors.$each",
  ),
  body(
    "an answer has one error alone",
    "{ errors: { $each: error, code: $code } }",
    "{ errors: { code: $code } }",
    "wire-member-changed wires.v.body.errors.$each",
  ),
  body("the members change places", "{ error: $code, a: $a }", "{ a: $a, error: $code }"),
  row(
    "a code has a body of its own",
    "",
    "late: { body: { error: $code, text: $message, b?: $b } }",
    `wire-member-changed ${late_}.body.a`,
  ),
  change(
    "a header is added",
    [usual],
    [usual, 'headers: { X-A: "$a" }'],
    "wire-header-added wires.v.headers.X-A",
  ),
  change(
    "a header is removed",
    [usual, 'headers: { X-A: "$a" }'],
    [usual],
    "wire-header-removed wires.v.headers.X-A",
  ),
  change(
    "a header is filled differently",
    [usual, 'headers: { X-A: "$a" }'],
    [usual, 'headers: { x-a: "$b" }'],
    "wire-header-changed wires.v.headers.x-a",
  ),
  row("a field is sent no more", "", "late: { omits: [a] }", `wire-field-omitted ${late_}`),
  change(
    "an optional field is sent that was omitted",
    [usual, "omits: [b]"],
    [usual],
    `wire-field-sent ${late_}`,
  ),
  row(
    "a required field is sent that was omitted",
    "late: { omits: [a] }",
    "",
    `wire-field-required ${late_}`,
  ),
  change(
    "a format has a code more",
    [...none, "codes: { late: late }"],
    [...none, "codes: { late: late, gone: gone }"],
    "wire-code-added codes.gone.wires.v",
  ),
  change(
    "a format folds a code that it could not send",
    [...none, "codes: { late: late }"],
    [...none, "codes: { late: late }", "folds: { gone: late }"],
    "wire-code-added codes.gone.wires.v",
  ),
  change(
    "a format has a code no more",
    [...none, "codes: { late: late, gone: gone }"],
    [...none, "codes: { late: late }"],
    "wire-code-removed codes.gone.wires.v",
  ),
  change(
    "a code is folded that had a row",
    [usual],
    [usual, "folds: { gone: late }"],
    "wire-code-removed codes.gone.wires.v",
  ),
  change(
    "a code that was folded has a row",
    [usual, "folds: { gone: late }"],
    [usual],
    "wire-fold-changed codes.gone.wires.v",
  ),
  row(
    "a code writes another column",
    "late: { number: 1 }",
    "late: { number: 2 }",
    `wire-column-changed ${late_}`,
  ),
  change(
    "a format infers another code",
    [usual],
    [usual, "infer: { 409: late }"],
    "infer-changed wires.v.infer",
  ),
  change(
    "a format infers another code under a condition",
    [usual, "infer: { 409: late }"],
    [usual, "infer: { 409: [{ code: gone, when: { b: x } }, late] }"],
    "infer-changed wires.v.infer",
  ),
  change(
    "a condition of what is inferred is another",
    [usual, "infer: { 409: [{ code: gone, when: { b: x } }, late] }"],
    [usual, "infer: { 409: [{ code: gone, when: { b: y } }, late] }"],
    "infer-changed wires.v.infer",
  ),
  change(
    "a format infers from unknown codes too",
    [usual, "infer: { 409: late }"],
    [usual, "infer: { 409: late }", "unknown: infer"],
    "infer-changed wires.v.infer",
  ),
  change("its title and revision change", [usual], [usual, "title: V", "revision: second"]),
];

/** For tests that need any catalog. */
export const anyCatalog = late();
