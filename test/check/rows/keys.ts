/** Keys that nobody knows, values of another type, and names of what is not there. */
import { entryText, errorsText, headText } from "../../support/catalog-of.js";
import { type Row, withEntries, withEntry } from "./row.js";

export const keyRows: readonly Row[] = [
  ...["xowner", "X-Owner", "x_owner", "owner"].map((key) => ({
    name: `a key of one's own that is written ${key}`,
    files: withEntry({ [key]: "payments" }),
    finds: ["unknown-key errors/a.yaml:14:5"],
    says: [`The key "${key}" is not known here. | A key of your own begins with x-: "x-owner".`],
  })),
  {
    name: "a key of one's own that OpenAPI keeps for itself, and one of another form",
    files: withEntry({ "x-oai-a": "1", "x-": "1" }),
    finds: ["unknown-key errors/a.yaml:14:5", "unknown-key errors/a.yaml:15:5"],
    says: ["x-oai- and x-oas- belong to OpenAPI."],
  },
  {
    name: "a key of one's own where errdex reads no such keys",
    files: withEntry({ examples: "[{ title: A, x-owner: payments }]" }),
    finds: ["unknown-key errors/a.yaml:12:28"],
  },
  {
    name: "values of one's own that tools would follow, or that are not JSON",
    files: withEntry({
      "x-a": "[{ $ref: a.yaml }]",
      "x-b": "[.nan]",
      fields: "{ a?: { type: string, x-c: { b: { $id: c } } } }",
      examples: "[{ title: A, fields: { a: b } }]",
    }),
    finds: [
      "extension-form errors/a.yaml:14:5",
      "yaml-number errors/a.yaml:15:11",
      "extension-form errors/a.yaml:16:35",
    ],
    says: ['The value of x-a has a member "$ref"'],
  },
  {
    name: "keys of one's own that catalog.yaml does not declare, although it declares others",
    files: {
      ...withEntry(
        {
          "x-ownr": "payments",
          fields: "{ a?: { properties: { b: { type: string, x-c: 1 } } } }",
          examples: "[{ title: A, fields: { a: { b: c } } }]",
        },
        "extensions: { x-owner: Owner }",
        "x-d: 1",
      ),
      "operations.yaml": "operations: { buy: { codes: [sold_out], x-e: 1 } }\n",
    },
    finds: [
      "extension-unknown catalog.yaml:6:1",
      "extension-unknown errors/a.yaml:14:5",
      "extension-unknown errors/a.yaml:15:54",
      "extension-unknown operations.yaml:1:41",
    ],
    says: ['does not declare "x-ownr". | Did you mean "x-owner"?'],
  },
  {
    name: "a key that is misspelt",
    files: withEntry({ mesage: "x" }),
    finds: ["unknown-key errors/a.yaml:14:5"],
    says: ['The key "mesage" is not known here. | Did you mean "message"?'],
  },
  {
    name: "a key that is misspelt deep inside",
    files: withEntry({ deprecated: "{ since: 1.0.0, replacedby: x }" }),
    finds: ["unknown-key errors/a.yaml:14:33"],
    says: ['Did you mean "replaced_by"?'],
  },
  {
    name: "a version without quotes",
    files: withEntry({ since: "1.0" }),
    finds: ["wrong-type errors/a.yaml:13:12"],
    says: ['Expected text, found the number 1. | Put it in quotes: "1.0".'],
  },
  {
    name: "values of another type",
    files: withEntry({
      title: "[a]",
      causes: "none",
      resolver: "usr",
      examples: "[none]",
      stack: "no",
    }),
    finds: [
      "wrong-type errors/a.yaml:5:12",
      "wrong-type errors/a.yaml:8:13",
      "wrong-type errors/a.yaml:10:15",
      "wrong-type errors/a.yaml:12:16",
      "wrong-type errors/a.yaml:14:12",
    ],
    says: [
      "Expected text, found a list.",
      "Expected a list, found text.",
      'Expected "caller" or "user" or "operator", found "usr". | Did you mean "user"?',
      "Expected a mapping, found text.",
      "Expected true or false, found text.",
    ],
  },
  {
    name: "options of outputs that are misspelt or of another type",
    files: withEntry(
      {},
      "outputs:",
      "  openapi: [{ path: ../a.yaml, fro: producers }, { path: ../b.yaml, for: producer }]",
      "  json-schema: { wire: flat }",
      "  fixtures: 5",
    ),
    finds: [
      "unknown-key catalog.yaml:6:32",
      "wrong-type catalog.yaml:6:74",
      "wrong-type catalog.yaml:7:16",
      "wrong-type catalog.yaml:8:13",
    ],
    says: [
      'The key "fro" is not known here. | Did you mean "for"?',
      'Expected "consumers" or "producers", found "producer". | Did you mean "producers"?',
      'The key "path" is missing.',
      "Expected text or a mapping or a list, found the number 5.",
    ],
  },
  {
    name: "options of modules that are misspelt",
    files: withEntry(
      {},
      "outputs:",
      "  typescript: { path: ../a, extension: tss }",
      "  javascript: [{ path: ../b, format: commonJS }, { path: ../c, declaration_maps: false }]",
      "  zod: { path: ../a, extension: .js }",
      "  fixtures: { path: ../d, format: esm }",
    ),
    finds: [
      "wrong-type catalog.yaml:6:40",
      "wrong-type catalog.yaml:7:38",
      "unknown-key catalog.yaml:7:64",
      "wrong-type catalog.yaml:8:33",
      "wrong-type catalog.yaml:9:35",
    ],
    says: [
      'Expected "js" or "ts" or "none", found "tss". | Did you mean "ts"?',
      'Expected "module" or "commonjs", found "commonJS". | Did you mean "commonjs"?',
      'The key "declaration_maps" is not known here. | Did you mean "declaration_map"?',
      'found ".js". | Did you mean "js"?',
      'Expected "module" or "commonjs", found "esm".',
    ],
  },
  {
    name: "values that are empty",
    files: withEntry({ title: '""', fixes: "[]", meaning: "" }),
    finds: [
      "wrong-type errors/a.yaml:5:12",
      "wrong-type errors/a.yaml:7:12",
      "wrong-type errors/a.yaml:9:12",
    ],
    says: ["found an empty text", "Expected text, found nothing.", "found an empty list"],
  },
  {
    name: "catalog.yaml without what it needs",
    files: { "catalog.yaml": "title: Shop\n", "errors/a.yaml": errorsText(entryText("sold_out")) },
    finds: [
      "wrong-type catalog.yaml:1:1",
      "wrong-type catalog.yaml:1:1",
      "wrong-type catalog.yaml:1:1",
      "category-unknown errors/a.yaml:1:11",
    ],
    says: [
      'The key "catalog" is missing.',
      'The key "version" is missing.',
      'The key "categories" is missing.',
    ],
  },
  {
    name: "an output that is misspelt",
    files: withEntry({}, "outputs: { typscript: ../src }"),
    finds: ["unknown-key catalog.yaml:5:12"],
    says: ['The key "typscript" is not known here. | Did you mean "typescript"?'],
  },
  {
    name: "statuses to infer from that are none",
    files: withEntry({}, "infer: { 409: sold_out, 4XX: sold_out, 600: sold_out }"),
    finds: ["wrong-type catalog.yaml:5:25", "wrong-type catalog.yaml:5:40"],
    says: ['The key "600" is not a status such as 404, or a class such as 4xx.'],
  },
  {
    name: "an alias in the place of a value, which is reported once",
    files: withEntry({ title: "&t Out of stock", meaning: "*t" }),
    finds: ["yaml-alias errors/a.yaml:7:14"],
  },
  {
    name: "a category that is not declared",
    files: {
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(entryText("a"), entryText("b", { title: "B" })).replace(
        "orders",
        "order",
      ),
    },
    finds: ["category-empty catalog.yaml:4:15", "category-unknown errors/a.yaml:1:11"],
    says: [
      'There is no category "order" in catalog.yaml. | Did you mean "orders"?',
      'No entry has the category "orders".',
    ],
  },
  {
    name: "codes and groups that there are not",
    files: {
      ...withEntries(
        [
          entryText("sold_out", { deprecated: "{ since: 1.0.0, replaced_by: sold_uot }" }),
          entryText("late", { title: "Late", retired: "{ since: 1.0.0, replaced_by: gone }" }),
        ],
        "fallback: internal",
        "infer: { 409: sold }",
        "allow: [{ rule: missing-title, codes: [lat], reason: No. }]",
      ),
      "operations.yaml":
        "groups: { all: [sold_oot] }\noperations: { buy: { codes: [sold_out, sold_out], groups: [al] } }\n",
    },
    finds: [
      "code-unknown catalog.yaml:5:11",
      "code-unknown catalog.yaml:6:15",
      "code-unknown catalog.yaml:7:40",
      "code-unknown errors/a.yaml:14:46",
      "code-unknown errors/a.yaml:26:43",
      "code-unknown operations.yaml:1:17",
      "code-duplicate operations.yaml:2:40",
      "group-unknown operations.yaml:2:60",
    ],
    says: [
      'There is no code "sold_uot". | Did you mean "sold_out"?',
      'There is no group "al". | Did you mean "all"?',
      'Did you mean "late"?',
    ],
  },
  {
    name: "codes that nothing can answer with, and a fallback that cannot be sent",
    files: {
      ...withEntries(
        [
          entryText("sold_out", {
            fields: "{ left: integer }",
            examples: "[{ title: One, fields: { left: 1 } }]",
          }),
          entryText("late", { title: "Late", retired: "{ since: 1.0.0 }" }),
        ],
        "fallback: sold_out",
      ),
      "operations.yaml": "operations: { buy: { codes: [sold_out, late] } }\n",
    },
    finds: ["fallback-unusable catalog.yaml:5:11", "code-retired operations.yaml:1:40"],
    says: [
      '"sold_out" cannot stand in for other errors: it requires left.',
      'The code "late" is retired',
    ],
  },
  ...["text/html", "TEXT/HTML; charset=utf-8", "image/svg+xml", "application/xml"].map((media) => ({
    name: `bodies that a browser would run: ${media}`,
    files: {
      ...withEntry({}),
      "wire/own.yaml": `wire: own\nmedia: "${media}"\nbody: { error: $code, message: $message }\n`,
    },
    finds: ["header-form wire/own.yaml:2:8"],
    says: ["is markup or code to a browser."],
  })),
  {
    name: "headers that HTTP cannot carry",
    files: {
      ...withEntry({ headers: "{ X Y: a }" }),
      "wire/own.yaml":
        'wire: own\nmedia: "text/a\\r\\nX: y"\nbody: { error: $code, message: $message }\n',
    },
    finds: [
      "header-form errors/a.yaml:14:16",
      "text-unsafe wire/own.yaml:2:8",
      "header-form wire/own.yaml:2:8",
    ],
    says: ['"X Y" is no name of a header.'],
  },
  {
    name: "one broken entry, which hides no other and is not missed where it is mentioned",
    files: {
      "catalog.yaml": headText("fallback: broken"),
      "errors/a.yaml": errorsText(
        entryText("broken", { status: "some" }),
        entryText("late", { title: "Late", meaning: undefined }),
        entryText("later", { title: "Later", deprecated: "{ since: 1.0.0, replaced_by: broken }" }),
      ),
      "operations.yaml": "operations: { buy: { codes: [broken] } }\n",
    },
    finds: ["wrong-type errors/a.yaml:4:13", "missing-meaning errors/a.yaml:14:3"],
  },
  {
    name: "one broken key, which hides nothing else that is wrong with its entry",
    files: {
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(
        entryText("broken", {
          status: "some",
          title: "Broken.",
          message: "'{left} are left.'",
          meaning: undefined,
          since: "one",
          retry: "after",
        }),
      ),
    },
    finds: [
      "missing-meaning errors/a.yaml:3:3",
      "wrong-type errors/a.yaml:4:13",
      "title-full-stop errors/a.yaml:5:12",
      "placeholder-unknown errors/a.yaml:6:15",
      "retry-delay errors/a.yaml:10:12",
      "version-form errors/a.yaml:12:12",
    ],
  },
  {
    name: "broken keys, and nothing that follows from them",
    files: {
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(
        entryText("unread", {
          message: "'{left} are left.'",
          examples: "[{ title: A case, fields: { left: 1 } }]",
          fields: "{ left: 1 }",
        }),
        entryText("misspelled", { title: undefined, titel: "Title" }),
        "  gone: { retired: 1 }\n",
        "  none: 1\n",
      ),
    },
    finds: [
      "wrong-type errors/a.yaml:14:21",
      "unknown-key errors/a.yaml:25:5",
      "wrong-type errors/a.yaml:26:20",
      "wrong-type errors/a.yaml:27:9",
    ],
  },
  {
    name: "a file that cannot be read, whose codes are not missed",
    files: {
      "catalog.yaml": headText("fallback: broken").replace("Orders }", "Orders, more: More }"),
      "errors/a.yaml": errorsText(entryText("late", { since: undefined })),
      "errors/b.yaml": `category: more\nerrors:\n${entryText("broken")}  [\n`,
    },
    finds: ["missing-since errors/a.yaml:3:3", "yaml-syntax errors/b.yaml:15:1"],
  },
  {
    name: "a file without its category, whose codes are not missed",
    files: {
      "catalog.yaml": headText("fallback: sold_out"),
      "errors/a.yaml": errorsText(entryText("sold_out")).replace("category", "categry"),
    },
    finds: ["unknown-key errors/a.yaml:1:1", "wrong-type errors/a.yaml:1:1"],
    says: ['The key "category" is missing.', 'Did you mean "category"?'],
  },
  {
    name: "a broken operation, which hides no other",
    files: {
      ...withEntry({}),
      "operations.yaml":
        "groups: { all: all, some: [sold_out] }\noperations:\n  buy: { method: PTCH }\n  sell: { codes: [soldout], groups: [all] }\n",
    },
    finds: [
      "wrong-type operations.yaml:1:16",
      "wrong-type operations.yaml:3:18",
      "code-unknown operations.yaml:4:19",
    ],
    says: ['found "PTCH". | Did you mean "PATCH"?'],
  },
];
