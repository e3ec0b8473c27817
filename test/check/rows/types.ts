/** What is wrong with fields and their types. */
import { type Row, withEntry } from "./row.js";

/** An entry with fields that no example shows, which the rows say after what they are about. */
const fields = (name: string, text: string, finds: readonly string[], ...says: string[]): Row => ({
  name,
  files: withEntry(
    { fields: text },
    "allow: [{ rule: field-unseen, codes: [sold_out], reason: Short. }]",
  ),
  finds,
  says,
});

/** `catalog.yaml` with types on line 5, used by the field `a` on line 14 of the entry. */
const types = (name: string, text: string, finds: readonly string[], ...says: string[]): Row => ({
  name,
  files: withEntry(
    { fields: "{ a?: A }" },
    `types: ${text}`,
    "allow: [{ rule: field-unseen, codes: [sold_out], reason: Short. }]",
  ),
  finds,
  says,
});

const reserved =
  "name message stack cause code status inferred received issues others context toString toJSON valueOf constructor then".split(
    " ",
  );

// What JSON Schema 2020-12 and its neighbours have beyond what errdex supports.
const unsupported =
  "allOf anyOf not if then else pattern patternProperties prefixItems contains minProperties multipleOf exclusiveMinimum uniqueItems $ref $defs default nullable discriminator examples".split(
    " ",
  );

export const typeRows: readonly Row[] = [
  fields(
    "a type that there is not",
    "{ a?: strin, b?: [x] }",
    ["wrong-type errors/a.yaml:14:30"],
    "found a list",
  ),
  fields(
    "a type that is misspelt",
    "{ a?: strin }",
    ["type-unknown errors/a.yaml:14:19"],
    'Did you mean "string"?',
  ),
  types(
    "a named type that is misspelt",
    "{ Order: string, A: { items: Ordr } }",
    ["type-unused catalog.yaml:5:10", "type-unknown catalog.yaml:5:37"],
    'There is no type "Ordr". | Did you mean "Order"?',
    'No field uses the type "Order".',
  ),
  types(
    "a type that contains itself",
    "{ A: { properties: { b: B } }, B: { items: A } }",
    ["type-cycle catalog.yaml:5:51"],
    'The type "A" contains itself.',
  ),
  {
    name: "unions that contain one another, in an entry that shows them",
    files: withEntry(
      {
        message: "['Left {a.b}.', Nothing left.]",
        fields: "{ a?: A }",
        examples: "[{ title: A, fields: { a: 1 } }]",
      },
      "types: { A: { oneOf: [B, string] }, B: { oneOf: [A, integer] } }",
    ),
    finds: ["type-cycle catalog.yaml:5:50", "placeholder-unknown errors/a.yaml:6:21"],
  },
  types(
    "types in types in types without end",
    `{ ${Array.from({ length: 150 }, (_, index) => `${index === 0 ? "A" : `T${index}`}: T${index + 1}`).join(", ")}, T150: string }`,
    ["type-cycle catalog.yaml:5:997"],
    'The type "T101" stands in more than 100 others.',
  ),
  {
    name: "more secrets than anybody can walk through",
    files: withEntry(
      { fields: "{ a?: T0, b?: B0 }", examples: "[{ title: A }]" },
      "allow: [{ rule: field-unseen, codes: [sold_out], reason: Short. }]",
      "types:",
      ...["T", "B"].flatMap((letter) => [
        ...Array.from(
          { length: 40 },
          (_, index) =>
            `  ${letter}${index}: { properties: { a: ${letter}${index + 1}, b: ${letter}${index + 1} } }`,
        ),
        `  ${letter}40: { properties: { a: { type: string, secret: ${letter === "T"} } } }`,
      ]),
    ),
    finds: ["secret-many errors/a.yaml:3:3"],
  },
  ...unsupported.map((keyword) =>
    fields(
      `the JSON Schema keyword ${keyword}, deep inside a field`,
      `{ a?: { type: array, items: { properties: { b: { ${keyword}: 1 } } } } }`,
      ["schema-keyword errors/a.yaml:14:62"],
      `The JSON Schema keyword "${keyword}" is not supported. | ${
        keyword === "$ref" || keyword === "nullable" ? "" : "Supported: type, properties,"
      }`,
    ),
  ),
  types(
    "an unsupported JSON Schema keyword in a named type",
    "{ A: { oneOf: [{ items: { type: string, pattern: x } }] } }",
    ["schema-keyword catalog.yaml:5:48"],
  ),
  fields(
    "a keyword that is misspelt",
    "{ a?: { tpye: string } }",
    ["unknown-key errors/a.yaml:14:21"],
    'Did you mean "type"?',
  ),
  fields(
    "keywords that do not belong to their type",
    "{ a?: { type: integer, minLength: 1 }, b?: { type: string, maximum: 2 }, c?: { minimum: 3 }, d?: { enum: [x], format: uri } }",
    [36, 72, 92, 123].map((column) => `schema-keyword errors/a.yaml:14:${column}`),
    'The keyword "minLength" does not belong to this type.',
  ),
  fields(
    "limits that no value keeps",
    "{ a?: { minimum: 5, type: integer, maximum: 3 }, b?: { type: string, minLength: 2, maxLength: 1 }, c?: { type: array, minItems: 1, maxItems: 0 }, d?: { type: number, minimum: 1, maximum: 1 } }",
    [
      "schema-keyword errors/a.yaml:14:57",
      "schema-keyword errors/a.yaml:14:107",
      "schema-keyword errors/a.yaml:14:154",
    ],
    "No value fits: minimum 5 is above maximum 3.",
  ),
  fields(
    "a value that stands twice in an enum",
    "{ a?: { enum: [x, 1, '1', x, true] } }",
    ["schema-keyword errors/a.yaml:14:39"],
    'The value "x" stands here a second time.',
  ),
  fields(
    "a format in the place of a type",
    "{ a?: { type: uri }, b?: { type: [string, date-time] } }",
    ["wrong-type errors/a.yaml:14:27", "wrong-type errors/a.yaml:14:55"],
    '"uri" is a format: write `format: uri`, or the word alone in the place of the schema.',
  ),
  fields(
    "keywords that do not go together",
    "{ a?: { oneOf: [string, integer], type: string }, b?: { properties: { c: string }, additionalProperties: string } }",
    ["schema-keyword errors/a.yaml:14:47", "schema-keyword errors/a.yaml:14:118"],
    'The keyword "type" does not go together with what stands beside it.',
  ),
  fields(
    "values that are not of their type, and a required member that there is not",
    "{ a?: { type: integer, enum: [1, x] }, b?: { properties: { c: string }, required: [d] } }",
    ["wrong-type errors/a.yaml:14:21", "wrong-type errors/a.yaml:14:95"],
    'The value "x" is not of the type integer.',
  ),
  fields("limits that are none", "{ a?: { type: string, minLength: -1, maxLength: x } }", [
    "wrong-type errors/a.yaml:14:46",
    "wrong-type errors/a.yaml:14:61",
  ]),
  fields(
    "variants that cannot be told apart",
    "{ a?: { oneOf: [string, date] }, b?: { oneOf: [{ properties: { c: string } }, { properties: { d: string } }] } }",
    ["variants-alike errors/a.yaml:14:19", "variants-alike errors/a.yaml:14:50"],
  ),
  ...reserved.map((name) =>
    fields(
      `the field ${name}, which every error has`,
      `{ ${name}?: string }`,
      ["field-reserved errors/a.yaml:14:15"],
      "Choose another name.",
    ),
  ),
  fields(
    "a field that the format in use has a member for",
    "{ error?: string }",
    ["wire-member errors/a.yaml:14:15"],
    'The field "error" of sold_out has the name of a member beside the spread.',
  ),
  fields("the field __proto__", "{ __proto__: string, __proto__?: string }", [
    "yaml-key errors/a.yaml:14:15",
    "field-reserved errors/a.yaml:14:34",
  ]),
  fields(
    "a field that stands twice",
    "{ a?: string, a: string }",
    ["example-invalid errors/a.yaml:12:16", "field-form errors/a.yaml:14:27"],
    'The field "a" stands here a second time.',
  ),
  fields(
    "a member of a type that stands twice, and one named __proto__",
    "{ a?: { properties: { b: string, b?: integer, __proto__?: string } } }",
    ["field-form errors/a.yaml:14:46", "field-reserved errors/a.yaml:14:59"],
  ),
  fields(
    "fields that are malformed",
    "{ a-b?: string, _c?: string, 1d?: string, é?: string, ?: string }",
    [15, 29, 42, 55, 67].map((column) => `field-form errors/a.yaml:14:${column}`),
  ),
  fields(
    "marks where they do not belong",
    "{ a?: { type: string, secret: true, internal: true }, b?: { properties: { c: { type: string, internal: true } } }, d?: { items: { type: string, secret: true } } }",
    [
      "field-internal errors/a.yaml:14:15",
      "field-internal errors/a.yaml:14:87",
      "field-internal errors/a.yaml:14:157",
    ],
  ),
  types("a secret type", "{ A: { type: string, secret: true } }", [
    "field-internal catalog.yaml:5:29",
  ]),
  {
    name: "a field that nobody sees",
    files: withEntry({ fields: "{ a?: string, b?: { type: string, internal: true } }" }),
    finds: ["field-unseen errors/a.yaml:14:15"],
    says: ['No message, header, delay or example of sold_out shows the field "a".'],
  },
];
