/** Codes that cannot stand for a role, and fields that nothing fills as they need it. */
import { entryText } from "../../support/catalog-of.js";
import { type Row, withEntries } from "./row.js";

/** A catalog with the entries, and with a fallback beside them. */
const withFallback = (entries: readonly string[], ...head: readonly string[]) =>
  withEntries([...entries, entryText("spare", { title: "Spare" })], ...head, "fallback: spare");

/** The code `bad` with fields, filled by the role `validation` on line 5 of catalog.yaml, its value in column 51. */
const filled = (type: string, value: string, ...head: readonly string[]) =>
  withFallback(
    [
      entryText("bad", {
        fields: `{ what: ${type} }`,
        examples: undefined,
      }),
    ],
    `roles: { validation: { code: bad, fields: { what: ${value} } } }`,
    ...head,
    "allow: [{ rule: missing-examples, codes: [bad], reason: So. }, { rule: field-unseen, codes: [bad], reason: So. }]",
  );

/** A variable that does not fit, with the type of the field. */
const misfits: readonly (readonly [type: string, value: string])[] = [
  ["integer", "$path"],
  ["uri", "$path"],
  ["{ type: string, maxLength: 9 }", "$media_type"],
  ["{ enum: [GET, POST] }", "$method"],
  ["string", "$methods"],
  ["{ type: array, items: { enum: [GET] } }", "$methods"],
  ["{ type: array, items: string, maxItems: 3 }", "$media_types"],
  ["{ type: array, items: string, minItems: 2 }", "$media_types"],
  ["string", "$limit"],
  ["{ type: integer, maximum: 1000 }", "$limit"],
  ["{ type: integer, minimum: 2 }", "$limit"],
  ["string", "$problems"],
  ["{}", "$problems"],
  ["object", "$problems"],
  ["array", "$problems"],
  ["{ properties: { name: string } }", "$problems"],
  ["{ additionalProperties: integer }", "$problems"],
  ["{ additionalProperties: { type: array, items: integer } }", "$problems"],
  ["{ type: array, items: { properties: { hint?: string } } }", "$problems"],
  ["{ type: array, items: { properties: { name: string, hint: string } } }", "$problems"],
  ["{ type: array, items: { properties: { name: integer } } }", "$problems"],
  ["{ type: array, items: { properties: { name: { type: string, minLength: 1 } } } }", "$problems"],
  ["{ type: array, items: { properties: { in: { enum: [body, query] } } } }", "$problems"],
  ["{ type: array, items: { properties: { name: string } } }", "$problems:pointer"],
];

export const roleRows: readonly Row[] = [
  {
    name: "roles of a catalog without a fallback",
    files: withEntries(
      [entryText("missing", {})],
      "roles: { route_not_found: missing, timeout: missing }",
    ),
    finds: ["role-unusable catalog.yaml:5:10"],
    says: ["Roles have no effect without a `fallback`."],
  },
  {
    name: "a role that nobody knows, and one of a code that nobody knows",
    files: withFallback(
      [entryText("missing", {})],
      "roles: { route_not_fond: missing, timeout: mising }",
    ),
    finds: ["unknown-key catalog.yaml:5:10", "code-unknown catalog.yaml:5:44"],
    says: ['Did you mean "route_not_found"?', 'Did you mean "missing"?'],
  },
  {
    name: "roles that are written in another way than roles are",
    files: withFallback(
      [entryText("missing", {})],
      "roles: { timeout: [missing], aborted: { fields: {} }, validation: { code: missing, feilds: {} } }",
    ),
    finds: [
      "wrong-type catalog.yaml:5:19",
      "wrong-type catalog.yaml:5:39",
      "unknown-key catalog.yaml:5:84",
    ],
    says: [
      "Expected text or a mapping, found a list.",
      'The key "code" is missing.',
      'Did you mean "fields"?',
    ],
  },
  {
    name: "codes that are retired or never sent",
    files: withFallback(
      [
        entryText("gone", { retired: "{ since: 1.0.0 }" }),
        entryText("left", { title: "Left", status: "499", never_sent: "true" }),
      ],
      "roles: { route_not_found: gone, aborted: left, timeout: left, unexpected: left }",
    ),
    finds: [
      "role-unusable catalog.yaml:5:27",
      "role-unusable catalog.yaml:5:57",
      "role-unusable catalog.yaml:5:75",
    ],
    says: [
      '"gone" cannot stand for route_not_found: it is retired.',
      '"left" cannot stand for timeout: it is never sent.',
    ],
  },
  {
    name: "what was not expected, with a field that may have nothing to fill it",
    files: withFallback(
      [
        entryText("fault", {
          fields: "{ path: string }",
          examples: "[{ title: A, fields: { path: / } }]",
        }),
      ],
      "roles: { unexpected: { code: fault, fields: { path: $path } } }",
    ),
    finds: ["role-unusable catalog.yaml:5:30"],
    says: ["it requires path, for which only a constant is always there."],
  },
  {
    name: "fields that are required and not filled, an internal one too, and one that there is not",
    files: withFallback(
      [
        entryText("wrong", {
          fields:
            "{ allowed: { type: array, items: string }, shelf: { type: string, internal: true } }",
          examples: "[{ title: A, fields: { allowed: [], shelf: a } }]",
        }),
      ],
      "roles: { method_not_allowed: { code: wrong, fields: { alowed: $methods } } }",
    ),
    finds: [
      "role-fields catalog.yaml:5:38",
      "role-fields catalog.yaml:5:38",
      "role-fields catalog.yaml:5:55",
    ],
    says: [
      "Nothing fills allowed, which wrong requires. | Such as `{ code: wrong, fields: { allowed: $methods } }`.",
      "Nothing fills shelf, which wrong requires. | Such as `{ code: wrong, fields: { shelf: … } }`.",
      'wrong has no field "alowed". | Did you mean "allowed"?',
    ],
  },
  {
    name: "a variable that there is not",
    files: filled("string", "$metod"),
    finds: ["role-fields catalog.yaml:5:51"],
    says: ['"$metod" is no variable of a role. | Did you mean "$method"?'],
  },
  {
    name: "a value of the request that the catalog does not declare",
    files: filled("string", "$context.trace", "context: { trace_id: string }"),
    finds: ["role-fields catalog.yaml:5:51"],
    says: ['Did you mean "$context.trace_id"?'],
  },
  {
    name: "a value of the request that may be more than the field takes",
    files: filled("integer", "$context.trace_id", "context: { trace_id: number }"),
    finds: ["role-fields catalog.yaml:5:51"],
    says: ["$context.trace_id is a value of the request, which does not fit the type of what."],
  },
  {
    name: "a variable inside a constant",
    files: filled("object", "{ path: $path }"),
    finds: ["role-fields catalog.yaml:5:59"],
    says: [
      'A variable fills a field, not a part of one. | The text itself is written with two dollars: "$$path".',
    ],
  },
  {
    name: "constants of another type",
    files: filled("{ properties: { a: integer, b: string } }", "{ a: x }"),
    finds: ["role-fields catalog.yaml:5:51", "role-fields catalog.yaml:5:56"],
    says: ['what: "b" is missing.', 'what.a: expected a whole number, found "x".'],
  },
  ...misfits.map(([type, value]) => ({
    name: `${value} in a field of the type ${type}`,
    files: filled(type, value),
    finds: ["role-fields catalog.yaml:5:51"],
    says: ["which does not fit the type of what."],
  })),
];
