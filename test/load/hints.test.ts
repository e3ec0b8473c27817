import { expect, it } from "vitest";
import { catalogOf, entryText, errorsText, headText, shown } from "../support/catalog-of.js";

/** Files of a catalog whose one entry says something as people may think that it is said. */
const saying = (members: Readonly<Record<string, string>>) => ({
  "catalog.yaml": headText(),
  "errors/a.yaml": errorsText(entryText("sold_out", members)),
});
const file = (text: string) => ({ "catalog.yaml": headText(), "errors/a.yaml": text });
const coded = (code: string) => file(errorsText(entryText(code)));
const range = "A range is not a status: list each status that is sent, such as `[400, 404]`.";
const twice = "Remove one of the two; only the first has been read.";
const inQuotes = (first: string) => `A text that begins with ${first} has to be in quotes.`;
const listed = 'Expected a number or a list or "none", found text.';
const icu =
  "Write {n} here, and the text in ICU in locales/en.yaml, which answers in English then have.";
const form = "A code is 1 to 128 letters, digits, `_`, `-` or `.`.";
const message = (text: string) =>
  saying({
    message: JSON.stringify(text),
    fields: "{ n: integer }",
    examples: "[{ title: A, fields: { n: 1 } }]",
  });
const missing = "A field that may be missing has a question mark behind its name: `name?: string`.";

it.each<readonly [what: string, texts: Record<string, string>, said: string]>([
  [
    "a status in quotes",
    saying({ status: '"404"' }),
    'wrong-type errors/a.yaml:4:13 Expected a number or a list or "none", found text. | Write it without quotes: 404.',
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
  [
    "required: false",
    saying({ fields: "{ a: { type: string, required: false } }" }),
    `wrong-type errors/a.yaml:14:44 Expected a list, found the boolean false. | ${missing}`,
  ],
  [
    "required: true",
    saying({ fields: "{ a: { type: string, required: true } }" }),
    "wrong-type errors/a.yaml:14:44 Expected a list, found the boolean true. | Leave it out: a field is required unless its name has a question mark, `name?`.",
  ],
  [
    "a list of values",
    saying({ fields: "{ plan: [free, pro] }" }),
    "wrong-type errors/a.yaml:14:21 Expected text or a mapping, found a list. | Write `{ enum: [free, pro] }`.",
  ],
  [
    "a list of values, as a type",
    { ...saying({}), "catalog.yaml": headText("types: { Plan: [free, pro] }") },
    "wrong-type catalog.yaml:5:16 Expected text or a mapping, found a list. | Write `{ enum: [free, pro] }`.",
  ],
  [
    "members without properties",
    saying({ fields: "{ usage: { plan: string, left?: integer } }" }),
    'unknown-key errors/a.yaml:14:24 The key "plan" is not known here. | The members of an object stand under `properties`: `usage: { properties: { plan: string } }`.',
  ],
  [
    "members beside type: object",
    saying({ fields: "{ usage: { type: object, plan: { type: string } } }" }),
    'unknown-key errors/a.yaml:14:38 The key "plan" is not known here. | The members of an object stand under `properties`: `usage: { properties: { plan: … } }`.',
  ],
  [
    "a member that is called as a keyword",
    saying({ fields: "{ book: { title: string } }" }),
    'schema-keyword errors/a.yaml:14:23 The JSON Schema keyword "title" is not supported. | The members of an object stand under `properties`: `book: { properties: { title: string } }`.',
  ],
  [
    "ICU in a message",
    message("{n, plural, one {# item} other {# items}} left."),
    `message-syntax errors/a.yaml:6:15 {n, plural} is ICU, which only translations have. | ${icu}`,
  ],
  [
    "a format of ICU in a message",
    message("Wait {n, number}."),
    `message-syntax errors/a.yaml:6:20 {n, number} is ICU, which only translations have. | ${icu}`,
  ],
  [
    "the number of an argument",
    message("{0} left."),
    'placeholder-unknown errors/a.yaml:6:15 {0}: sold_out has no field "0" there. | Placeholders have no numbers: write the name of a field, such as {limit}.',
  ],
  [
    "spaces between braces",
    message("{ n } left."),
    'placeholder-unknown errors/a.yaml:6:15 { n }: sold_out has no field " n " there. | Write {n}: between the braces is the name alone.',
  ],
  [
    "a format behind a name",
    message("{n:.2f} left."),
    'placeholder-unknown errors/a.yaml:6:15 {n:.2f}: sold_out has no field "n:" there. | Write {n}: between the braces is the name alone.',
  ],
  [
    "a code with a space",
    coded("sold out"),
    `code-form errors/a.yaml:3:3 ${form} | Write sold_out.`,
  ],
  [
    "a code with other characters",
    coded("'Größe/falsch!'"),
    `code-form errors/a.yaml:3:3 ${form} | Write Grosse_falsch.`,
  ],
  [
    "a code that begins with a digit",
    coded("404_gone"),
    'code-identifier errors/a.yaml:3:3 "404_gone" cannot become an identifier: an identifier begins with a letter. | Add a `name`, such as `name: gone404`.',
  ],
  [
    "a code of digits alone",
    coded("404"),
    'code-identifier errors/a.yaml:3:3 "404" cannot become an identifier: an identifier begins with a letter. | Add a `name`, such as `name: error404`.',
  ],
  [
    "a code that is a word of the language",
    coded("delete"),
    'code-identifier errors/a.yaml:3:3 "delete" cannot become an identifier: delete is a word of the language. | Add a `name`, such as `name: deleteFailed`.',
  ],
  [
    "a class of statuses",
    saying({ status: "4xx" }),
    `wrong-type errors/a.yaml:4:13 ${listed} | ${range}`,
  ],
  [
    "a range of statuses",
    saying({ status: "400-499" }),
    `wrong-type errors/a.yaml:4:13 ${listed} | ${range}`,
  ],
  [
    "a class among statuses",
    saying({ status: "[404, 5XX]" }),
    `wrong-type errors/a.yaml:4:19 Expected a number, found text. | ${range}`,
  ],
  [
    "statuses without brackets",
    saying({ status: "400, 404" }),
    `wrong-type errors/a.yaml:4:13 ${listed} | Write a list: \`[400, 404]\`.`,
  ],
  [
    "a key that stands twice",
    file(`${errorsText(entryText("sold_out"))}    title: Two\n`),
    `yaml-duplicate-key errors/a.yaml:14:5 The key "title" stands here a second time. | ${twice}`,
  ],
  [
    "a * at the beginning",
    saying({ title: "*bold" }),
    `yaml-alias errors/a.yaml:5:12 The alias *bold is not allowed here. | ${inQuotes("`*`")}`,
  ],
  [
    "a * at the beginning of several words",
    saying({ title: "*bold* words" }),
    `yaml-syntax errors/a.yaml:5:19 This is not YAML: bad indentation of a mapping entry. | ${inQuotes("`*`")}`,
  ],
  [
    "a & at the beginning",
    saying({ title: "&c. and so on" }),
    `yaml-alias errors/a.yaml:5:12 The anchor &c. is not part of the text. | ${inQuotes("`&`")}`,
  ],
  [
    "a & and a space",
    saying({ title: "& more" }),
    `yaml-syntax errors/a.yaml:5:13 This is not YAML: name of an anchor node must contain at least one character. | ${inQuotes("`&`")}`,
  ],
  [
    "a % at the beginning",
    saying({ title: "%s is gone" }),
    `yaml-syntax errors/a.yaml:5:12 This is not YAML: bad indentation of a mapping entry. | ${inQuotes("`%`")}`,
  ],
  [
    "a ! at the beginning",
    saying({ title: "!important thing" }),
    `yaml-syntax errors/a.yaml:5:12 The tag !important is not supported. | ${inQuotes("`!`")}`,
  ],
  [
    "a backtick inside a list",
    saying({ causes: "[`foo` is]" }),
    `yaml-syntax errors/a.yaml:8:14 This is not YAML: missed comma between flow collection entries. | ${inQuotes("a backtick")}`,
  ],
  [
    "a # at the beginning",
    saying({ message: "# is left" }),
    "wrong-type errors/a.yaml:6:12 Expected text or a list, found nothing. | What follows a `#` is a comment: a text that begins with `#` has to be in quotes.",
  ],
  [
    "a colon in an item of a list",
    saying({ causes: "\n      - It is late: too late." }),
    'wrong-type errors/a.yaml:9:9 Expected text, found a mapping. | A text with a colon and a space has to be in quotes: "It is late: too late.".',
  ],
  [
    "a tab behind spaces",
    file("category: orders\nerrors:\n  sold_out:\n    status: 409\n  \ttitle: x\n"),
    "yaml-syntax errors/a.yaml:5:3 This is not YAML: tab characters must not be used in indentation. | Write spaces in the place of the tab.",
  ],
  [
    "marks of a merge inside an entry",
    file(
      "category: orders\nerrors:\n  a:\n    meaning: |\n      x\n<<<<<<< HEAD\n    title: a\n=======\n    title: b\n>>>>>>> x\n",
    ),
    "yaml-syntax errors/a.yaml:7:10 This is not YAML: can not read a block mapping entry; a multiline key may not be an implicit key. | Git left the marks of a merge: choose what stays, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`.",
  ],
  [
    "no in the place of false",
    saying({ fields: "{ a: { type: string, secret: No } }" }),
    "wrong-type errors/a.yaml:14:42 Expected true or false, found text. | Write false.",
  ],
  [
    "true in quotes",
    saying({ stack: '"true"' }),
    "wrong-type errors/a.yaml:14:12 Expected true or false, found text. | Write it without quotes: true.",
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
