import { expect, it } from "vitest";
import { catalogOf, entryText, errorsText, headText, shown } from "../support/catalog-of.js";

/** Files of a catalog whose one entry says something as people may think that it is said. */
const saying = (members: Readonly<Record<string, string>>) => ({
  "catalog.yaml": headText(),
  "errors/a.yaml": errorsText(entryText("sold_out", members)),
});
const file = (text: string) => ({ "catalog.yaml": headText(), "errors/a.yaml": text });
const missing = "A field that may be missing has a question mark behind its name: `name?: string`.";

it.each<readonly [what: string, texts: Record<string, string>, said: string]>([
  [
    "a status in quotes",
    saying({ status: '"404"' }),
    "wrong-type errors/a.yaml:4:13 Expected a number or a list, found text. | Write it without quotes: 404.",
  ],
  [
    "a version without quotes",
    { ...saying({}), "catalog.yaml": headText().replace("1.0.0", "1.0") },
    'wrong-type catalog.yaml:3:10 Expected text, found the number 1. | Put it in quotes: "1.0".',
  ],
  [
    "a text with a colon",
    saying({ message: "Not found: {id}" }),
    'yaml-syntax errors/a.yaml:6:23 This is not YAML: bad indentation of a mapping entry. | A text with a colon and a space has to be in quotes: "Not found: {id}".',
  ],
  [
    "int",
    saying({ fields: "{ a: int }" }),
    'type-unknown errors/a.yaml:14:18 There is no type "int". | Write "integer".',
  ],
  [
    "bool",
    saying({ fields: "{ a: bool }" }),
    'type-unknown errors/a.yaml:14:18 There is no type "bool". | Write "boolean".',
  ],
  [
    "a list with brackets behind the word",
    saying({ fields: "{ a: string[] }" }),
    "yaml-syntax errors/a.yaml:14:24 This is not YAML: missed comma between flow collection entries. | A list is `{ type: array, items: string }`.",
  ],
  [
    "nullable",
    saying({ fields: "{ a: { type: string, nullable: true } }" }),
    `schema-keyword errors/a.yaml:14:34 The JSON Schema keyword "nullable" is not supported. | ${missing}`,
  ],
  [
    "optional: true",
    saying({ fields: "{ a: { type: string, optional: true } }" }),
    `unknown-key errors/a.yaml:14:34 The key "optional" is not known here. | ${missing}`,
  ],
  [
    "$ref",
    saying({ fields: '{ a: { $ref: "#/x" } }' }),
    'schema-keyword errors/a.yaml:14:20 The JSON Schema keyword "$ref" is not supported. | Name the type in `types` of catalog.yaml, and write its name: `name: Money`.',
  ],
  [
    "marks of a merge",
    file(
      "category: orders\nerrors:\n<<<<<<< HEAD\n  a:\n    status: 1\n=======\n  b:\n>>>>>>> x\n",
    ),
    "yaml-syntax errors/a.yaml:4:4 This is not YAML: can not read a block mapping entry; a multiline key may not be an implicit key. | Git left the marks of a merge: choose what stays, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`.",
  ],
  [
    "tabs",
    file("category: orders\nerrors:\n\tsold_out:\n\t\tstatus: 409\n"),
    "yaml-syntax errors/a.yaml:3:1 This is not YAML: tab characters must not be used in indentation. | Write spaces in the place of the tab.",
  ],
  [
    "an @ at the beginning",
    saying({ title: "@foo" }),
    "yaml-syntax errors/a.yaml:5:12 This is not YAML: bad indentation of a mapping entry. | A text that begins with `@` has to be in quotes.",
  ],
  [
    "a backtick at the beginning",
    saying({ title: "`foo` is" }),
    "yaml-syntax errors/a.yaml:5:12 This is not YAML: bad indentation of a mapping entry. | A text that begins with a backtick has to be in quotes.",
  ],
  [
    "yes in the place of true",
    saying({ stack: "yes" }),
    "wrong-type errors/a.yaml:14:12 Expected true or false, found text. | Write true.",
  ],
])("says what to write in the place of %s", (_, texts, said) => {
  expect(shown(catalogOf(texts).diagnostics)).toContain(said);
});

it.each(["errors: [", "a: {b", 'a: "x', "- a\n b: c"])("guesses nothing about %j", (text) => {
  const [first = ""] = shown(catalogOf(file(text)).diagnostics).filter((line) =>
    line.startsWith("yaml-syntax"),
  );
  expect(first).not.toBe("");
  expect(first).not.toContain(" | ");
});
