/** What is wrong with entries: their parts, statuses, codes and texts. */
import { entryText, errorsText, headText, lines } from "../../support/catalog-of.js";
import { localeText } from "./locales.js";
import { type Row, withEntries, withEntry } from "./row.js";

const parts = "title message meaning causes fixes resolver retry examples since".split(" ");

const bareCode = (code: string, ...says: string[]): Row => ({
  name: `the code ${code}, which means something already`,
  files: withEntries([entryText(code)]),
  finds: ["code-reserved errors/a.yaml:3:3"],
  says,
});

export const entryRows: readonly Row[] = [
  {
    name: "an entry without a status",
    files: withEntry({ status: undefined }),
    finds: ["missing-status errors/a.yaml:3:3"],
    says: ["sold_out has no status."],
  },
  ...parts.map((part) => ({
    name: `an entry without ${part}`,
    files: withEntry({ [part]: undefined }),
    finds: [`missing-${part} errors/a.yaml:3:3`],
    says: [`sold_out has no ${part}.`],
  })),
  {
    name: "an exemption that is no longer needed",
    files: withEntry(
      {},
      "allow: [{ rule: missing-causes, codes: [sold_out], reason: Nobody knows. }]",
    ),
    finds: ["exemption-unused catalog.yaml:5:41"],
    says: ['"sold_out" no longer needs this exemption from missing-causes. | Delete it.'],
  },
  {
    name: "an exemption from a rule that there is not",
    files: withEntry(
      {},
      "allow: [{ rule: missing-cause, codes: [sold_out], reason: Nobody knows. }]",
    ),
    finds: ["exemption-unknown catalog.yaml:5:17"],
    says: ['Did you mean "missing-causes"?'],
  },
  {
    name: "an exemption from a rule that nobody is exempted from",
    files: withEntry(
      { status: undefined },
      "allow: [{ rule: missing-status, codes: [sold_out], reason: No. }]",
    ),
    finds: ["exemption-unknown catalog.yaml:5:17", "missing-status errors/a.yaml:3:3"],
  },
  {
    name: "an exemption without a reason, which still counts",
    files: withEntry({ causes: undefined }, "allow: [{ rule: missing-causes, codes: [sold_out] }]"),
    finds: ["wrong-type catalog.yaml:5:9"],
    says: ['The key "reason" is missing.'],
  },
  {
    name: "statuses out of range",
    files: withEntry({ status: "[399, 600, 404.5, -404]" }),
    finds: [14, 19, 24, 31].map((column) => `status-range errors/a.yaml:4:${column}`),
    says: ["A status is a whole number from 400 to 599, not 404.5."],
  },
  {
    name: "a status that is not registered",
    files: withEntry({ status: "499" }),
    finds: ["status-range errors/a.yaml:4:13"],
    says: ["add `never_sent: true`"],
  },
  {
    name: "keys of answers beside `status: none`",
    files: withEntry({
      status: "none",
      headers: "{ X-Shelf: empty }",
      challenge: "{}",
      never_sent: "true",
      examples: "[{ title: A, status: 409 }]",
    }),
    finds: [
      "example-invalid errors/a.yaml:12:36",
      ...[14, 15, 16].map((line) => `status-none errors/a.yaml:${line}:5`),
    ],
    says: [
      "sold_out has no HTTP status, so `headers` has no effect. | Delete it, or give the code a status.",
      "sold_out has no status 409. | It has none: leave this out.",
    ],
  },
  {
    name: "a code without a status wherever a code is an answer",
    files: {
      ...withEntries(
        [
          entryText("sold_out", { status: "none" }),
          entryText("late", { title: "Late" }),
          entryText("gone", { title: "Gone", status: "none", retired: "{ since: 1.0.0 }" }),
        ],
        "fallback: sold_out",
        "infer: { 409: sold_out }",
        "roles: { aborted: sold_out }",
      ),
      "operations.yaml":
        "groups: { all: [sold_out] }\noperations: { buy: { codes: [sold_out, late], groups: [all] } }\n",
      "wire/v.yaml": "wire: v\nbody: { error: $code }\ncodes: { late: A, sold_out: B }\n",
    },
    finds: [
      "fallback-unusable catalog.yaml:5:11",
      "status-none catalog.yaml:6:15",
      "role-unusable catalog.yaml:7:19",
      "status-none operations.yaml:1:17",
      "status-none operations.yaml:2:30",
      "status-none wire/v.yaml:3:19",
    ],
    says: [
      '"sold_out" cannot stand in for other errors: it has no HTTP status.',
      '"sold_out" has no HTTP status, so nothing answers with it. | Take it out here, or give the code a status.',
    ],
  },
  {
    name: "links that lead nowhere safe, each at its place",
    files: withEntry({
      meaning:
        "\"See [this](javascript:alert) or `[that](data:x)`, [how](https://a.example/b 'c').\"",
      causes:
        "['[One](../one).', 'Two [two](https://a.example/2_(b)?c=d#e), [mail](mailto:a@b.example).']",
    }),
    finds: [
      "text-link errors/a.yaml:7:19",
      "text-link errors/a.yaml:7:65",
      "text-link errors/a.yaml:8:15",
    ],
    says: [
      'A text cannot link to "javascript:alert". | Write a whole address, such as https://example.com/page.',
      "A link has its text and its address, and nothing else. | Write `(https://a.example/b)`.",
    ],
  },
  {
    name: "links that are nearly right, each behind code that says the same",
    files: withEntry({
      meaning: "See `[it](one)` and [it](one).",
      causes: "['[Two](https://a.example/my page here).', '[Three](www.example.com).']",
    }),
    finds: [
      "text-link errors/a.yaml:7:34",
      "text-link errors/a.yaml:8:15",
      "text-link errors/a.yaml:8:57",
    ],
    says: [
      "An address has no spaces. | Write `(https://a.example/my%20page%20here)`.",
      'A text cannot link to "www.example.com". | Write a whole address, such as https://www.example.com.',
    ],
  },
  {
    name: "what looks like a link, a quotation or code, and is none",
    files: withEntry({
      meaning:
        "|\n      See [[it]](https://a.example), [that][1] and list[0][1].\n      > Somebody\n      ~~Old~~, [x]( https://a.example ) and `half",
      causes: "['Look at <https://a.example>.']",
    }),
    finds: [
      "text-markdown errors/a.yaml:8:16",
      "text-markdown errors/a.yaml:8:38",
      "text-markdown errors/a.yaml:9:7",
      "text-markdown errors/a.yaml:10:7",
      "text-markdown errors/a.yaml:10:16",
      "text-markdown errors/a.yaml:10:45",
      "text-markdown errors/a.yaml:11:23",
    ],
    says: [
      "This is no link, so it is shown as it stands. | A link is `[its text](https://…)`",
      "Nothing ends the code that begins here. | Write a second backtick behind the code",
      "An address between angle brackets is no link. | Write `[its text](https://…)`.",
    ],
  },
  {
    name: "Markdown that is not taken",
    files: {
      ...withEntry({
        meaning:
          "|\n      # Heading\n      | a | b |\n      |---|---|\n      - one\n      <b>bold</b> `<i>`",
        fixes: '["![a](https://a.example/b.png) and \\\\`<a>"]',
      }),
      "locales/de.yaml": localeText("meaning: Ein <br> und ein `<br>`."),
    },
    finds: [
      "text-markdown errors/a.yaml:8:7",
      "text-markdown errors/a.yaml:10:7",
      "text-markdown errors/a.yaml:11:7",
      "text-markdown errors/a.yaml:12:7",
      "text-markdown errors/a.yaml:12:14",
      "text-markdown errors/a.yaml:14:14",
      "text-markdown errors/a.yaml:14:51",
      "text-markdown locales/de.yaml:6:18",
    ],
    says: [
      "HTML is not read, so it is shown as it stands. | Put it between backticks, or leave it out.",
      "An image is not shown. | Write a link",
    ],
  },
  {
    name: "none among statuses",
    files: withEntry({ status: "[409, none]" }),
    finds: ["wrong-type errors/a.yaml:4:19"],
  },
  {
    name: "a list of no statuses",
    files: withEntry({ status: "[]" }),
    finds: ["wrong-type errors/a.yaml:4:13"],
    says: ["Expected something that is not empty, found an empty list."],
  },
  {
    name: "a status that stands twice",
    files: withEntry({ status: "[404, 409, 404]" }),
    finds: ["status-duplicate errors/a.yaml:4:24"],
  },
  {
    name: "a status in words",
    files: withEntry({ status: "Conflict" }),
    finds: ["wrong-type errors/a.yaml:4:13"],
    says: ['Expected a number or a list or "none", found text.'],
  },
  {
    name: "a code in two files",
    files: {
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(entryText("late", { title: "Late" })),
      "errors/b.yaml": errorsText(entryText("late", { title: "Too late" })),
    },
    finds: ["code-duplicate errors/b.yaml:3:3"],
    says: ['The code "late" stands in the catalog already.'],
  },
  {
    name: "two codes that become one identifier",
    files: withEntries([
      entryText("too_late", { title: "Late" }),
      entryText("too.late", { title: "Later" }),
    ]),
    finds: ["name-clash errors/a.yaml:14:3"],
    says: [
      "Both the code too_late and the code too.late become tooLate. | Give the entry a `name` of its own.",
    ],
  },
  {
    name: "a code that becomes a word of the language",
    files: withEntries([entryText("delete")]),
    finds: ["code-identifier errors/a.yaml:3:3"],
    says: ["delete is a word of the language"],
  },
  {
    name: "a code that begins with a digit and has no name",
    files: withEntries([entryText("2fa_required")]),
    finds: ["code-identifier errors/a.yaml:3:3"],
    says: ["an identifier begins with a letter. | Add a `name`"],
  },
  {
    name: "a name that is no identifier either",
    files: withEntries([entryText("2fa_required", { name: "2fa" })]),
    finds: ["code-identifier errors/a.yaml:14:11"],
  },
  {
    name: "codes that are malformed",
    files: withEntries([
      entryText('"sold out"', { title: "One" }),
      entryText(`c${"d".repeat(128)}`, { title: "Two" }),
    ]),
    finds: ["code-form errors/a.yaml:3:3", "code-form errors/a.yaml:14:3"],
  },
  bareCode("then", "Choose another code, or give the entry another `name`."),
  bareCode("unrecognized", "Errors that no catalog knows have the code unrecognized."),
  {
    name: "the code __proto__",
    files: withEntries([entryText("__proto__")], "fallback: __proto__"),
    finds: [
      "category-empty catalog.yaml:4:15",
      "code-unknown catalog.yaml:5:11",
      "yaml-key errors/a.yaml:3:3",
    ],
  },
  {
    name: "a name that is reserved",
    files: withEntry({ name: "then" }),
    finds: ["code-reserved errors/a.yaml:14:11"],
  },
  {
    name: "a category, an operation and a type that take the same or reserved names",
    files: {
      ...withEntry(
        {
          fields: "{ a?: SoldOut, b?: unique }",
          examples: "[{ title: A, fields: { a: x, b: y } }]",
        },
        "types: { SoldOut: string, unique: string }",
      ),
      "operations.yaml":
        "operations: { orders: { codes: [sold_out] }, 2go: { codes: [sold_out] } }\n",
    },
    finds: [
      "code-reserved catalog.yaml:5:27",
      "name-clash errors/a.yaml:3:3",
      "name-clash operations.yaml:1:15",
      "code-reserved operations.yaml:1:46",
    ],
    says: [
      "Both the category orders and the operation orders become OrdersError. | Rename one of them.",
    ],
  },
  {
    name: "two entries with one title",
    files: withEntries([entryText("late"), entryText("later", { title: "OUT OF STOCK" })]),
    finds: ["title-duplicate errors/a.yaml:16:12"],
  },
  {
    name: "titles and messages with space around them or lines in them",
    files: withEntry({ title: '" Out"', message: '["One\\nTwo", "Three "]', fields: "{}" }),
    finds: [
      "text-layout errors/a.yaml:5:12",
      "text-layout errors/a.yaml:6:15",
      "message-unreachable errors/a.yaml:6:15",
      "text-layout errors/a.yaml:6:27",
    ],
  },
  ...["\u2028", "\u202e", "\u200f", "\ufeff", "\u0085"].map((text) => ({
    name: `a text with U+${text.charCodeAt(0).toString(16)} in it`,
    files: withEntry({ meaning: `Some ${text}text` }),
    finds: ["text-unsafe errors/a.yaml:7:19"],
    says: [`U+${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")} is not allowed`],
  })),
  {
    name: "a comment that turns the writing direction",
    files: withEntry({ "# \u202e": "x" }),
    finds: ["text-unsafe errors/a.yaml:14:7"],
  },
  ...["\\e[31m", "\\0", "\\u2028", "\\u200E", "\\N", "\\ud800", "\\r"].map((written) => ({
    name: `a quoted text with the escape ${written}`,
    files: withEntry({ causes: `[One., "Two ${written}"]` }),
    finds: ["text-unsafe errors/a.yaml:8:20"],
  })),
  {
    name: "escapes where texts reach a terminal or a comment by another way",
    files: {
      "catalog.yaml": headText('types: { A: { type: string, description: "\\e[0m" } }').replace(
        "Orders }",
        '"\\e[1m" }',
      ),
      "errors/a.yaml": errorsText(
        entryText("sold_out", {
          fields: '{ "a\\e": A }',
          examples: '[{ title: "\\e", fields: { "a\\e": "\\e" } }]',
          deprecated: '{ since: 1.0.0, reason: "\\e" }',
        }),
      ),
    },
    finds: [
      "text-unsafe catalog.yaml:4:23",
      "text-unsafe catalog.yaml:5:42",
      "text-unsafe errors/a.yaml:12:25",
      "text-unsafe errors/a.yaml:12:41",
      "text-unsafe errors/a.yaml:12:48",
      "text-unsafe errors/a.yaml:14:15",
      "field-form errors/a.yaml:14:15",
      "text-unsafe errors/a.yaml:15:41",
    ],
  },
  {
    name: "a version that is none, and an entry that is newer than its catalog",
    files: withEntries([
      entryText("late", { title: "Late", since: "soon" }),
      entryText("later", { since: "1.1.0" }),
    ]),
    finds: ["version-form errors/a.yaml:13:12", "version-form errors/a.yaml:24:12"],
    says: [
      '"soon" is not a version such as 1.0.0.',
      "later has `since` 1.1.0, which is later than the catalog's 1.0.0.",
    ],
  },
  {
    name: "a catalog with a name, an address and a wire format that cannot be used",
    files: {
      "catalog.yaml": lines(
        "catalog: My Shop",
        "title: Shop",
        "version: 1.0.0",
        "docs: ftp://x/{code}",
        "wire: flt",
        "categories: { orders: Orders }",
      ),
      "errors/a.yaml": errorsText(entryText("sold_out")),
    },
    finds: [
      "catalog-name catalog.yaml:1:10",
      "docs-address catalog.yaml:4:7",
      "wire-unknown catalog.yaml:5:7",
    ],
    says: ['Did you mean "flat"?'],
  },
  {
    name: "outputs that overwrite each other, end wrongly or name a format that there is not",
    files: withEntry(
      {},
      "outputs:",
      "  openapi: [../api.yml, { path: ../api.txt, wire: problm }, { path: ./../api.yml, for: producers }]",
      "  json-schema: [{ path: ../schemas, wire: flat }, { path: ../schemas, wire: problem }, ../schemas]",
      "  fixtures: { path: ../fixtures, wire: problem }",
    ),
    finds: [
      "output-path catalog.yaml:6:33",
      "wire-unknown catalog.yaml:6:51",
      "output-path catalog.yaml:6:69",
      "output-path catalog.yaml:7:88",
    ],
    says: [
      '"../api.txt" does not say by its ending what it is. | End it with .yaml, .yml or .json.',
      'Did you mean "problem"?',
      "Another output, openapi, writes ../api.yml already.",
      "Another output, json-schema, writes ../schemas/flat.producers.schema.json already.",
    ],
  },
  {
    name: "outputs of two kinds in one folder, and one in the catalog itself",
    files: withEntry(
      {},
      "outputs: { javascript: ../out, fixtures: ../x/../out, site: ../pages, openapi: [../pages/index.json, openapi.yaml] }",
    ),
    finds: [
      "output-path catalog.yaml:5:42",
      "output-path catalog.yaml:5:81",
      "output-path catalog.yaml:5:102",
    ],
    says: [
      "Another output, javascript, writes ../out/index.js already.",
      "Another output, site, writes ../pages/index.json already.",
      "This file would be taken for a part of the catalog. | Write it beside the catalog's folder",
    ],
  },
  {
    name: "outputs that only some disks tell apart",
    files: withEntry(
      {},
      'outputs: { javascript: ../Out/, fixtures: ./../out/., openapi: ["../caf\u00e9.yaml", "../cafe\u0301.yaml", ../A.json, ../a.JSON.json, ../a.json] }',
    ),
    finds: [
      "output-path catalog.yaml:5:43",
      "output-path catalog.yaml:5:81",
      "output-path catalog.yaml:5:125",
    ],
    says: [
      "Another output, javascript, writes ../out/index.js already.",
      "Another output, openapi, writes ../cafe\u0301.yaml already.",
      "Another output, openapi, writes ../a.json already.",
    ],
  },
  {
    name: "codes that cannot have a page of their own on a help site",
    files: withEntries(
      [
        entryText("llms.txt", { name: "llms" }),
        entryText("con", { title: "A device" }),
        "  Late: { retired: { since: 1.0.0 } }\n",
        "  late: { retired: { since: 1.0.0 } }\n",
      ],
      "docs: https://errors.example.com/#{code}",
      "outputs: { site: ../site }",
    ),
    finds: [
      "site-address catalog.yaml:5:7",
      "site-address errors/a.yaml:3:3",
      "site-address errors/a.yaml:15:3",
      "site-address errors/a.yaml:27:3",
    ],
    says: [
      "End it with /{code}, /{code}/ or /{code}.html.",
      "the site has a file llms.txt already",
      "not every disk can have a file of that name",
      'it has the file of "Late" where letters of either case are one',
    ],
  },
  {
    name: "an address with an empty step, which would begin like another host's",
    files: withEntry({}, "docs: https://errors.example.com//{code}"),
    finds: ["docs-address catalog.yaml:5:7"],
    says: [],
  },
  {
    name: "paths of operations that no document of an API can have",
    files: {
      ...withEntry({}),
      "operations.yaml": lines(
        "operations:",
        ...["/a/{x}/{x}", "/b/{x", "//x.example/{y}", "/{x y}", "/c?x=1", "/d#e", "f"].map(
          (path, index) => `  o${index}: { path: "${path}", codes: [sold_out] }`,
        ),
      ),
    },
    finds: [2, 3, 4, 5, 6, 7, 8].map((line) => `wrong-type operations.yaml:${line}:15`),
    says: ["a path such as /images/{id}, each parameter once"],
  },
  {
    name: "an address that is none, of a catalog that writes a site",
    files: withEntry({}, "docs: pages/{code}", "outputs: { site: ../site }"),
    finds: ["docs-address catalog.yaml:5:7"],
  },
  {
    name: "codes that are replaced by one another, one that leads there, and one that is replaced by itself",
    files: withEntries([
      entryText("a", { retired: "{ since: 1.0.0, replaced_by: b, reason: No. }" }),
      entryText("b", { title: "B", retired: "{ since: 1.0.0, replaced_by: c, reason: No. }" }),
      entryText("c", { title: "C", retired: "{ since: 1.0.0, replaced_by: b, reason: No. }" }),
      entryText("d", { title: "D", retired: "{ since: 1.0.0, replaced_by: d, reason: No. }" }),
    ]),
    finds: ["replaced-circle errors/a.yaml:38:43", "replaced-circle errors/a.yaml:50:43"],
    says: ["in a circle: b → c → b.", "in a circle: d → d."],
  },
  {
    name: "outputs that describe answers, where no code is one",
    files: withEntry(
      { status: "none" },
      "outputs: { typescript: ../a, openapi: ../a.yaml, json-schema: ../b, fixtures: ../c, site: ../d }",
    ),
    finds: [
      "status-none catalog.yaml:5:39",
      "status-none catalog.yaml:5:63",
      "status-none catalog.yaml:5:79",
    ],
    says: ["so there is nothing for json-schema to say."],
  },
];
