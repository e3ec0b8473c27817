/** For each rule a catalog that comes close to breaking it, and does not. */
import type { RuleName } from "../../src/check/check-rules.js";
import { released } from "../diff/compared.js";
import {
  type CatalogTexts,
  entryText,
  errorsText,
  headText,
  lines,
  strictHeadText,
} from "../support/catalog-of.js";
import { localeText } from "./rows/locales.js";
import { withEntries, withEntry } from "./rows/row.js";

/** What is wrong with wire formats has tests of its own. */
export type CatalogRule = Exclude<RuleName, `wire-${string}`> | "wire-unknown";

const whole = withEntry({});
const fields = (text: string, example: string, ...head: string[]) =>
  withEntry({ fields: text, examples: `[{ title: A case, fields: ${example} }]` }, ...head);
const exempted = (rule: string, part: string) =>
  withEntry(
    { [part]: undefined },
    `allow: [{ rule: ${rule}, codes: [sold_out], reason: Nobody knows. }]`,
  );
const strictly = (...entries: string[]): CatalogTexts => ({
  "catalog.yaml": strictHeadText(),
  "errors/a.yaml": errorsText(...entries),
});
const withSettings = (text: string): CatalogTexts => ({
  ...whole,
  "catalog.yaml": strictHeadText(`rules: { ${text} }`),
});
const operations = (text: string): CatalogTexts => ({ ...whole, "operations.yaml": text });
const bytes = (text: string) => new TextEncoder().encode(text);

const translated = (text: string, members: Readonly<Record<string, string>> = {}) => ({
  ...withEntry(members),
  "locales/de.yaml": localeText(`message: ${text}`),
});

/** A field for each way in which a value fits. */
const roleFields = (): CatalogTexts => {
  const text = "{ type: string, minLength: 1 }";
  const filling: Readonly<Record<string, readonly [type: string, value: string]>> = {
    method: [text, "$method"],
    methods: ["{ type: array, minItems: 1, items: string }", "$methods"],
    path: ["{ type: [string, 'null'] }", "$path"],
    anything: ["{}", "$limit"],
    limit: ["{ type: number, minimum: 1 }", "$limit"],
    list: ["array", "$media_types"],
    lists: [`{ additionalProperties: { type: array, minItems: 1, items: ${text} } }`, "$problems"],
    texts: ["{ additionalProperties: string }", "$problems:pointer"],
    lines: ["{ type: array, items: string }", "$problems:pointer"],
    rows: [
      "{ type: array, items: { properties: { name: string, message: string, in: { enum: [body, query, path, header, cookie, other] }, hint?: string }, additionalProperties: false } }",
      "$problems",
    ],
    either: ["{ oneOf: [integer, { additionalProperties: string }] }", "$problems"],
    trace: ["string", "$context.trace_id"],
    number: ["number", "$context.number"],
    constant: ["{ properties: { a: integer, b?: string } }", "{ a: 1, b: $$a }"],
    dollar: ["{ const: $a }", "$$a"],
    secret: ["{ type: string, secret: true }", "x"],
    inside: ["{ type: string, internal: true }", "x"],
  };
  const lines = (part: 0 | 1) =>
    Object.entries(filling).map(([name, pair]) => `${name}: ${pair[part]}`);
  return withEntries(
    [
      entryText("wrong", {
        fields: `{ ${lines(0).join(", ")} }`,
        examples: undefined,
        headers: `{ X-All: "${["method", "path", "limit"].map((name) => `{${name}}`).join("")}" }`,
      }),
      entryText("fault", { title: "A fault" }),
    ],
    "fallback: fault",
    `roles: { validation: { code: wrong, fields: { ${lines(1).join(", ")} } } }`,
    "context: { trace_id?: string, number: integer }",
    "allow: [{ rule: missing-examples, codes: [wrong], reason: So. }, { rule: field-unseen, codes: [wrong], reason: So. }]",
  );
};

const two = withEntries([entryText("sold_out"), entryText("late", { title: "Too late" })]);
const tombstone = withEntries([entryText("sold_out"), "  late: { retired: { since: 1.0.0 } }\n"]);
const suppressed: CatalogTexts = {
  ...withEntry({ status: "[410, 409]" }),
  "catalog.yaml": headText(
    "suppress: [{ change: status-default-changed, until: 1.0.1, reason: Nobody looks. }]",
  ).replace("version: 1.0.0", "version: 1.0.1"),
  "released.json": released(whole),
};

/** Catalogs by the rule that they keep. */
export const passing: Readonly<Partial<Record<CatalogRule, CatalogTexts>>> = {
  "catalog-missing": {
    "catalog.yml": headText(),
    "errors/deep/er/a.yml": errorsText(entryText("sold_out")),
  },
  "file-encoding": {
    "catalog.yaml": bytes(`\ufeff${headText()}`),
    "errors/a.yaml": bytes(errorsText(entryText("sold_out", { title: "Größe 雪 😀" }))),
  },
  "file-size": {
    ...whole,
    "errors/b.yaml": `category: orders\nerrors: {}\n${"#".repeat(1024 * 1024)}\n`,
  },
  "file-unexpected": operations("operations: {}\n"),
  "yaml-syntax": {
    ...whole,
    "errors/b.yaml": "%YAML 1.2\n---\n# one document\ncategory: orders\nerrors: {}\n...\n",
  },
  "yaml-alias": withEntry({ title: "'&title'", meaning: "'*title'" }),
  "yaml-duplicate-key": withEntries([
    entryText("late", { title: "One" }),
    entryText("Late", { title: "Two", name: "later" }),
  ]),
  "yaml-key": fields("{ ? proto : string }", '{ "proto": x }'),
  "yaml-number": fields(
    "{ big: integer, text: string }",
    '{ big: 9007199254740991, text: "9007199254740993" }',
  ),
  "unknown-key": operations(
    "operations: { buy: { title: Buy, method: POST, path: /orders, codes: [sold_out] } }\n",
  ),
  "wrong-type": {
    ...whole,
    "catalog.yaml": headText("infer: { 409: sold_out, '410': sold_out, 4xx: sold_out }"),
  },
  "schema-keyword": fields(
    "{ a: { type: array, minItems: 1, items: { type: integer, minimum: 1, description: One. } } }",
    "{ a: [1] }",
  ),
  "message-syntax": withEntry({ message: "'{{two braces}} {{}}'" }),
  "missing-status": withEntry({ status: undefined, retired: "{ since: 1.0.0 }" }),
  "missing-title": exempted("missing-title", "title"),
  "missing-message": exempted("missing-message", "message"),
  "missing-meaning": exempted("missing-meaning", "meaning"),
  "missing-causes": exempted("missing-causes", "causes"),
  "missing-fixes": exempted("missing-fixes", "fixes"),
  "missing-resolver": exempted("missing-resolver", "resolver"),
  "missing-retry": exempted("missing-retry", "retry"),
  "missing-examples": exempted("missing-examples", "examples"),
  "missing-since": exempted("missing-since", "since"),
  "code-form": withEntries([entryText(`a-b.${"c".repeat(124)}`)]),
  "code-duplicate": withEntries([
    entryText("late", { title: "One" }),
    entryText("later", { title: "Two" }),
  ]),
  "code-identifier": withEntries([entryText("2fa_required", { name: "twoFactorRequired" })]),
  "code-reserved": withEntries([entryText("then", { name: "thenFailed" })]),
  "name-clash": withEntries([
    entryText("too_late", { title: "One" }),
    entryText("too.late", { title: "Two", name: "muchTooLate" }),
  ]),
  "catalog-name": { ...whole, "catalog.yaml": headText().replace("shop", "shop-2") },
  "field-reserved": fields(
    "{ status_code: integer, names: string }",
    "{ status_code: 1, names: x }",
  ),
  "field-form": fields("{ a_1?: integer }", "{ a_1: 1 }"),
  "status-range": withEntry({ status: "499", never_sent: "true" }),
  "status-none": {
    ...withEntries(
      [
        entryText("sold_out", { status: "none" }),
        entryText("late", { title: "Late" }),
        entryText("left", { title: "Left", status: "499", never_sent: "true" }),
      ],
      "fallback: late",
      "roles: { aborted: left }",
    ),
    "operations.yaml": "operations: { buy: { codes: [late] } }\n",
    "wire/v.yaml": "wire: v\nbody: { error: $code }\ncodes: { late: A }\n",
  },
  "text-link": withEntry({
    meaning:
      "'See [this](https://a.example/b_(c)?d=e#f), [mail](mailto:a@b.example) and `[x](y)`, [x] (y).'",
  }),
  "text-markdown": withEntry({
    meaning: "'It is **bold**, *soft* and _so_: 2 * 3 < 4, a <- b, #1, `<b>`, 1. one - two.'",
  }),
  "status-duplicate": withEntry({ status: "[409, 410]" }),
  "text-unsafe": withEntry({ meaning: '"A tab \\t, a family 👨‍👩‍👧, a space\\_that stays"' }),
  "text-layout": withEntry({ message: ">-\n      One line\n      that is folded." }),
  "title-duplicate": withEntries([
    entryText("late", { title: "Late" }),
    entryText("later", { title: "Later" }),
  ]),
  "version-form": withEntry({ since: "1.0.0-rc.1" }),
  "docs-address": {
    ...whole,
    "catalog.yaml": headText("docs: https://errors.example.com/{code}?from={code}"),
  },
  "category-unknown": {
    ...whole,
    "errors/b.yaml": errorsText(entryText("late", { title: "Late" })),
  },
  "site-address": {
    ...withEntries(
      [
        entryText("index.page", { name: "indexPage" }),
        entryText("site_css", { title: "Too late" }),
        "  late: { retired: { since: 1.0.0 } }\n",
      ],
      "docs: https://errors.example.com/{code}.html",
      "outputs: { site: ../site }",
    ),
  },
  "category-empty": { ...whole, "catalog.yaml": headText() },
  "default-unused": {
    "catalog.yaml": headText(
      "defaults: { category: orders, resolver: user, since: 1.0.0, stack: false }",
    ),
    "errors/a.yaml": `defaults: { retry: never, stack: true }\nerrors:\n${entryText("sold_out", { resolver: undefined, retry: undefined, since: undefined })}`,
    "errors/b.yaml": `errors:\n${entryText("late", { title: "Too late", resolver: undefined, since: "1.0.0" })}`,
  },
  "code-unknown": withEntries([
    entryText("late", { title: "Late", deprecated: "{ since: 1.0.0, replaced_by: later }" }),
    entryText("later", { title: "Later" }),
  ]),
  "code-retired": operations("operations: { buy: { codes: [sold_out] } }\n"),
  "fallback-unusable": { ...whole, "catalog.yaml": headText("fallback: sold_out") },
  "role-unusable": {
    ...withEntries(
      [
        entryText("fault", {
          fields: "{ kind: { enum: [a, b] }, path?: string }",
          examples: "[{ title: A, fields: { kind: a, path: / } }]",
        }),
        entryText("left", { title: "Left", status: "499", never_sent: "true" }),
        entryText("left_over", { title: "Left over" }),
      ],
      "roles: { unexpected: { code: fault, fields: { kind: b, path: $path } }, aborted: left }",
      "fallback: left_over",
    ),
  },
  "role-fields": roleFields(),
  "header-form": withEntry({ headers: "{ X-Shelf: empty }" }),
  "group-unknown": operations(
    "groups: { all: [sold_out] }\noperations: { buy: { groups: [all] } }\n",
  ),
  "wire-unknown": { ...whole, "catalog.yaml": headText("wire: problem") },
  "output-path": {
    ...whole,
    "catalog.yaml": headText(
      "outputs: { openapi: [../a.yaml, ../a.yml, { path: ../a.json, for: producers, form: fragment }], json-schema: [../a, { path: ../a, wire: problem }], fixtures: ../a, typescript: ../a, javascript: ../b }",
    ),
  },
  "type-unknown": fields(
    "{ a: date-time, b: uuid }",
    "{ a: 2026-01-01T00:00:00+01:00, b: 123e4567-e89b-12d3-a456-426614174000 }",
  ),
  "type-cycle": fields(
    "{ a: A, b: A }",
    "{ a: { c: x }, b: { c: y } }",
    "types: { A: { properties: { c: C } }, C: string }",
  ),
  "type-unused": fields("{ a: A }", "{ a: [x] }", "types: { A: { items: B }, B: string }"),
  "extension-form": withEntry({ "x-price": "{ currency: '$', list: [{ a$: 1 }] }" }),
  "extension-unknown": withEntry(
    { "x-owner": "payments" },
    "extensions: { x-owner: Owner, x-team: { title: Team } }",
    "x-team: payments",
  ),
  "variants-alike": fields(
    "{ a: { oneOf: [string, integer, { items: string }, { properties: { b: string } }] } }",
    "{ a: 1 }",
  ),
  "field-internal": fields(
    "{ a: { type: string, internal: true }, b: { type: string, secret: true } }",
    "{ a: x, b: y }",
  ),
  "secret-many": fields(
    "{ a: A }",
    "{ a: { b: { c: x }, d: { c: y } } }",
    "types: { A: { properties: { b: B, d: B } }, B: { properties: { c: { type: string, secret: true } } } }",
  ),
  "placeholder-unknown": withEntry({
    message: "'{a.b}'",
    fields: "{ a: { properties: { b: string } } }",
    examples: "[{ title: A, fields: { a: { b: x } } }]",
  }),
  "placeholder-optional": withEntry({
    message: "['{a}', Nothing.]",
    fields: "{ a?: string }",
    examples: "[{ title: A }]",
  }),
  "message-unreachable": withEntry({
    message: "['{a} {b}', '{b}', Nothing.]",
    fields: "{ a: string, b?: string }",
    examples: "[{ title: A, fields: { a: x } }]",
  }),
  "placeholder-object": withEntry({
    message: "'{a}'",
    fields: "{ a: { items: { oneOf: [string, integer] } } }",
    examples: "[{ title: A, fields: { a: [x, 1] } }]",
  }),
  "placeholder-hidden": withEntry({
    message: "'{a.c}'",
    fields: "{ a: { properties: { b: { type: string, secret: true }, c: string } } }",
    examples: "[{ title: A, fields: { a: { b: x, c: y } } }]",
  }),
  "field-unseen": withEntry(
    { fields: "{ a?: string, b?: { type: string, internal: true } }" },
    "allow: [{ rule: field-unseen, codes: [sold_out], reason: It is seen elsewhere. }]",
  ),
  "example-invalid": fields(
    "{ when: date-time, map: { additionalProperties: integer } }",
    "{ when: 2024-02-29T23:59:60.5z, map: { a: 1 } }",
  ),
  "retry-delay": withEntry({
    retry: "after",
    delay: "[wait.seconds, later]",
    fields: "{ wait?: { properties: { seconds: integer } }, later?: number }",
  }),
  "released-form": { ...whole, "released.json": released(whole) },
  "released-reused": { ...tombstone, "released.json": released(tombstone, two) },
  "released-spelling": {
    ...two,
    "wire/v.yaml": "wire: v\nbody: { error: $code }\ncodes: { sold_out: A, late: C }\n",
    "released.json": released({
      ...two,
      "wire/v.yaml": "wire: v\nbody: { error: $code }\ncodes: { sold_out: A, late: C }\n",
    }),
  },
  "released-vanished": { ...whole, "released.json": released(whole, two, tombstone) },
  "released-since": { ...whole, "released.json": released(whole) },
  "released-version": {
    ...withEntry({ status: "[409, 410]" }),
    "catalog.yaml": headText().replace("1.0.0", "1.1.0"),
    "released.json": released(whole),
  },
  "suppression-unknown": suppressed,
  "suppression-unused": suppressed,
  "exemption-unused": exempted("missing-causes", "causes"),
  "exemption-unknown": {
    "catalog.yaml": lines(
      headText().trimEnd(),
      "allow:",
      "  - rule: missing-fixes",
      "    codes: [sold_out]",
      "    reason: There is none.",
    ),
    "errors/a.yaml": errorsText(entryText("sold_out", { fixes: undefined })),
  },
  "title-similar": strictly(
    entryText("late", { title: "Photo too large" }),
    entryText("later", { title: "Video too large", message: "Send a smaller one." }),
  ),
  "title-full-stop": strictly(entryText("late", { title: "Wait a moment..." })),
  "message-similar": strictly(
    entryText("late", { title: "One", message: "Nothing is left of it." }),
    entryText("later", {
      title: "Two",
      message: "['Nothing is left.', 'Nothing is left.']",
    }).replace("message: ['Nothing is left.', ", "message: ["),
  ),
  "message-full-stop": strictly(
    entryText("late", { title: "One", message: '"Is it \\"late\\"?"' }),
  ),
  "key-order": strictly(
    entryText("late", {
      since: undefined,
      fields: "{ a?: string }",
      examples: undefined,
    }).replace("fields: { a?: string }", "examples: [{ title: A }]\n    since: 1.0.0"),
  ),
  "delay-expected": withEntry({
    status: "[429, 503]",
    retry: "after",
    delay: "wait",
    fields: "{ wait?: integer }",
  }),
  "challenge-expected": withEntry({ status: "401", challenge: "{}" }),
  "allow-expected": withEntry({ status: "405", headers: "{ allow: GET }" }),
  "operation-empty": operations(
    "groups: { all: [sold_out] }\noperations: { buy: { groups: [all] } }\n",
  ),
  "code-unanswered": {
    "catalog.yaml": strictHeadText("fallback: fault"),
    "errors/a.yaml": errorsText(
      entryText("sold_out", { message: "Nothing." }),
      entryText("fault", { title: "A fault" }),
      entryText("gone", { title: "Gone", retired: "{ since: 1.0.0 }" }),
    ),
    "operations.yaml": "operations: { buy: { codes: [sold_out] } }\n",
  },
  "locale-form": {
    ...whole,
    "locales/pt-BR.yaml": localeText().replace("locale: de", "locale: pt-BR"),
  },
  "locale-word": {
    ...whole,
    "locales/de.yaml": localeText().replace(
      "errors:",
      'words: { copy: Kopieren, search.none: "„{query}“ gibt es nicht." }\nerrors:',
    ),
  },
  "missing-translation": {
    "catalog.yaml": headText(
      "allow: [{ rule: missing-translation, codes: [late], reason: Only we see it. }]",
    ),
    "errors/a.yaml": errorsText(
      entryText("sold_out"),
      entryText("late", { title: "Too late" }),
      entryText("gone", { title: "Gone", retired: "{ since: 1.0.0 }" }),
    ),
    "locales/de.yaml": localeText(),
  },
  "placeholder-type": translated(
    '"{n, plural, one {# Stück} other {# Stück}}, {at, date, short}, {day, date}, {at, time}, {isLast, select, true {ja} other {nein}}, {n, number, percent}, {list}."',
    {
      fields: "{ n: integer, at: date-time, day: date, isLast: boolean, list: { items: string } }",
      examples:
        "[{ title: A, fields: { n: 1, at: '2026-01-01T00:00:00Z', day: 2026-01-01, isLast: true, list: [] } }]",
    },
  ),
  "select-case": translated(
    '"{size, select, s {klein} other {groß}} {who, select, a {A} other {B}} {maybe, select, m {M} other {N}}."',
    {
      fields: '{ size: { enum: [s, l] }, who: string, maybe: { enum: [m, "null", 1] } }',
      examples: "[{ title: A, fields: { size: s, who: x, maybe: m } }]",
    },
  ),
  "plural-forms": {
    ...withEntry({ fields: "{ n: integer }", examples: "[{ title: A, fields: { n: 1 } }]" }),
    "locales/de.yaml": localeText(
      'message: "{n, plural, =0 {Nichts} one {# Stück} other {# Stück}} {n, selectordinal, other {#.}}."',
    ),
    "locales/pl.yaml": localeText(
      'message: "{n, plural, one {#} few {#} many {#} other {#}}."',
    ).replace("locale: de", "locale: pl"),
    "locales/tlh.yaml": localeText('message: "{n, plural, other {#}}."').replace(
      "locale: de",
      "locale: tlh",
    ),
  },
  "setting-unknown": withSettings("title-duplicate: warning"),
  "setting-locked": withSettings("code-duplicate: error"),
};
