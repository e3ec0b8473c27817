/** What is wrong with files as such. */
import { entryText, errorsText, headText, lines } from "../../support/catalog-of.js";
import { type Row, withEntry } from "./row.js";

const whole = withEntry({});
const manyAliases = Array.from(
  { length: 20 },
  (_, index) => `  l${index + 1}: [*l${index}, *l${index}]`,
);
const latin1 = new Uint8Array([...new TextEncoder().encode("category: orders\n# caf"), 0xe9, 0x0a]);

/** Each is the file `errors/b.yaml` of a catalog that is whole without it. */
const broken = (
  name: string,
  content: string | Uint8Array,
  finds: readonly string[],
  ...says: string[]
) => ({
  name,
  files: { ...whole, "errors/b.yaml": content },
  finds,
  says,
});

export const fileRows: readonly Row[] = [
  broken(
    "text that is not YAML",
    "category: [orders\n",
    ["yaml-syntax errors/b.yaml:2:1"],
    "This is not YAML",
  ),
  broken(
    "tabs as indentation",
    "category: orders\nerrors:\n\tsold_out:\n",
    ["yaml-syntax errors/b.yaml:3:1"],
    "tab characters must not be used in indentation",
  ),
  broken(
    "a key that stands twice",
    lines("category: orders", "errors: {}", "category: others"),
    ["yaml-duplicate-key errors/b.yaml:3:1"],
    'The key "category" stands here a second time.',
  ),
  broken(
    "a key that nobody can read to its end",
    lines("category: orders", "errors: {}", `${"k".repeat(1025)}: 1`),
    ["yaml-key errors/b.yaml:3:1"],
    "A key has at most 1024 characters.",
  ),
  broken(
    "a code that stands twice in a file",
    errorsText(entryText("late", { title: "Late" }), entryText("late", { title: "Later" })),
    ["yaml-duplicate-key errors/b.yaml:14:3"],
  ),
  broken(
    "an alias bomb",
    lines(
      "category: orders",
      "errors: {}",
      "bomb:",
      "  l0: &l0 [lol, lol]",
      ...manyAliases.map((line) => line.replace(": [", `: &l${line.match(/\d+/)} [`)),
    ),
    [
      "unknown-key errors/b.yaml:3:1",
      ...manyAliases.flatMap((_, index) => {
        const [first, second] = index < 9 ? [12, 17] : index === 9 ? [14, 19] : [14, 20];
        return [first, second].map((column) => `yaml-alias errors/b.yaml:${index + 5}:${column}`);
      }),
    ],
    "The alias *l0 is not allowed here. | Write the value out, or give it a name in `types` or `groups`.",
  ),
  broken("an alias of what it stands in", "category: orders\nerrors: &all { sold: *all }\n", [
    "yaml-alias errors/b.yaml:2:22",
  ]),
  broken(
    "a merge key",
    lines("category: orders", "errors:", "  late:", "    <<: { status: 400 }"),
    ["unknown-key errors/b.yaml:4:5"],
    'The key "<<" is not known here.',
  ),
  broken(
    "a file of 50 MB",
    new Uint8Array(50 * 1024 * 1024).fill(0x20),
    ["file-size errors/b.yaml:1:1"],
    "Split it",
  ),
  broken(
    "a file that is not UTF-8",
    latin1,
    ["file-encoding errors/b.yaml:2:6"],
    "not UTF-8 from here on",
  ),
  broken("a file that ends inside a character", new Uint8Array([0x61, 0xe2, 0x82]), [
    "file-encoding errors/b.yaml:1:2",
  ]),
  broken("an empty file", "", ["yaml-syntax errors/b.yaml:1:1"], "The file is empty."),
  broken("a file of white space", " \n\n", ["yaml-syntax errors/b.yaml:1:1"], "The file is empty."),
  broken(
    "a file of comments alone",
    "# later\n",
    ["yaml-syntax errors/b.yaml:1:1"],
    "The file is empty.",
  ),
  broken(
    "a second document",
    lines("category: orders", "errors: {}", "---", "category: others"),
    ["yaml-syntax errors/b.yaml:4:1"],
    "this begins another",
  ),
  broken(
    "a second document without anything in it",
    lines("category: orders", "errors: {}", "---"),
    ["yaml-syntax errors/b.yaml:1:1"],
  ),
  broken(
    "a tag",
    lines("category: !!str orders", "errors: !mine {}"),
    ["yaml-syntax errors/b.yaml:1:11", "yaml-syntax errors/b.yaml:2:9"],
    "The tag !!str is not supported.",
  ),
  broken(
    "a list as a key",
    lines("category: orders", "errors:", "  ? [a, b]", "  : {}"),
    ["yaml-key errors/b.yaml:3:5"],
    "A key is plain text",
  ),
  broken(
    "nesting without end",
    `category: ${"[".repeat(100_000)}\n`,
    ["yaml-syntax errors/b.yaml:1:110"],
    "nesting exceeded",
  ),
  broken(
    "a list instead of a mapping",
    "- category\n",
    ["wrong-type errors/b.yaml:1:1"],
    "Expected a mapping, found a list.",
  ),
  broken(
    "a control character",
    "category: \u0007\n",
    ["yaml-syntax errors/b.yaml:1:11"],
    "non-printable",
  ),
  broken("half of a surrogate pair", "category: \ud800\n", ["yaml-syntax errors/b.yaml:1:11"]),
  broken("a null byte", "category: \u0000\n", ["yaml-syntax errors/b.yaml:1:11"]),
  {
    name: "a folder without catalog.yaml",
    files: { "errors/a.yaml": errorsText(entryText("sold_out")) },
    finds: ["catalog-missing catalog.yaml:1:1"],
    says: [
      "There is no catalog.yaml in this folder. | `errdex init` writes a catalog to begin with.",
    ],
  },
  { name: "an empty folder", files: {}, finds: ["catalog-missing catalog.yaml:1:1"] },
  {
    name: "a file that nobody reads",
    files: { ...whole, "error/b.yaml": "a: [" },
    finds: ["file-unexpected error/b.yaml:1:1"],
  },
  {
    name: "a file whose ending is in capitals",
    files: { ...whole, "errors/b.YML": "a: [" },
    finds: ["file-unexpected errors/b.YML:1:1"],
    says: ["Its name has to end with .yml, in small letters."],
  },
  {
    name: "numbers that change when they are read",
    files: withEntry({
      status: "9007199254740993",
      fields:
        "{ a?: { type: integer, minimum: 0x2000000000000E1 }, b?: { type: number, minimum: 1e-400 }, c?: { const: 1.5e+300 }, d?: { const: 1e999 } }",
      examples: "[{ title: A, fields: { a: -9007199254740993, b: .inf, c: 1.5e+300 } }]",
    }),
    finds: [
      "yaml-number errors/a.yaml:4:13",
      "status-range errors/a.yaml:4:13",
      "yaml-number errors/a.yaml:12:41",
      "example-invalid errors/a.yaml:12:41",
      "yaml-number errors/a.yaml:12:63",
      "yaml-number errors/a.yaml:14:45",
      "yaml-number errors/a.yaml:14:95",
      "field-unseen errors/a.yaml:14:130",
      "yaml-number errors/a.yaml:14:143",
    ],
    says: ["The number 1e999 cannot be kept exactly. | Put it in quotes"],
  },
  {
    name: "a mistake in catalog.yaml, which does not hide those in other files",
    files: {
      "catalog.yaml": headText("falback: sold_out", "types: { Broken: { allOf: [] } }").replace(
        "1.0.0",
        "1.0",
      ),
      "errors/a.yaml": errorsText(
        entryText("sold_out", {
          meaning: undefined,
          fields: "{ a?: Broken }",
          examples: "[{ title: A, fields: { a: 1 } }]",
        }),
      ),
    },
    finds: [
      "wrong-type catalog.yaml:3:10",
      "unknown-key catalog.yaml:5:1",
      "schema-keyword catalog.yaml:6:20",
      "missing-meaning errors/a.yaml:3:3",
    ],
    says: [
      'Expected text, found the number 1. | Put it in quotes: "1.0".',
      'Did you mean "fallback"?',
    ],
  },
];
