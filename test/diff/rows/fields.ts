/** Changes to fields and their types. */
import { late } from "../compared.js";
import type { Row } from "./row.js";

const fields = (name: string, base: string, current: string, ...finds: readonly string[]): Row => ({
  name,
  base: late({ fields: base }),
  current: late({ fields: current }),
  finds,
});

const type = (name: string, base: string, current: string, ...ids: readonly string[]): Row =>
  fields(
    name,
    `{ a: ${base} }`,
    `{ a: ${current} }`,
    ...ids.map((id) => (id.includes(" ") ? id : `${id} codes.late.fields.a`)),
  );

const wait = "{ properties: { kind: { const: wait }, seconds: integer } }";
const open = "{ properties: { kind: { const: open }, url: uri } }";
const call = "{ properties: { kind: { const: call }, number: string } }";

/** By kind, in the order of the list. */
export const fieldRows: readonly Row[] = [
  fields(
    "an optional field is added",
    "{ a: string }",
    "{ a: string, b?: string }",
    "field-added-optional codes.late.fields.b",
  ),
  fields(
    "a required field is added",
    "{ a: string }",
    "{ a: string, b: string }",
    "field-added-required codes.late.fields.b",
  ),
  fields(
    "a field is removed",
    "{ a: string, b?: string }",
    "{ a: string }",
    "field-removed codes.late.fields.b",
  ),
  fields(
    "an optional field is made required",
    "{ a?: string }",
    "{ a: string }",
    "field-made-required codes.late.fields.a",
  ),
  fields(
    "a required field is made optional",
    "{ a: string }",
    "{ a?: string }",
    "field-made-optional codes.late.fields.a",
  ),
  type("an integer becomes a number", "integer", "number", "type-widened"),
  type("a text may be null", "string", '{ type: [string, "null"] }', "type-widened"),
  type("an enum becomes a text", "{ enum: [a, b] }", "string", "type-widened"),
  type("a type becomes anything", "string", "{}", "type-widened"),
  type("a number becomes an integer", "number", "integer", "type-narrowed"),
  type("a text becomes an enum", "string", "{ enum: [a, b] }", "type-narrowed"),
  type("a text is never null any more", '{ type: [string, "null"] }', "string", "type-narrowed"),
  type("a text becomes a number", "string", "number", "type-changed"),
  type("a constant is another", "{ const: a }", "{ const: b }", "type-changed"),
  type("a list becomes its item", "{ items: string }", "string", "type-changed"),
  type(
    "the items of a list are widened",
    "{ items: integer }",
    "{ items: number }",
    "type-widened codes.late.fields.a.[]",
  ),
  type(
    "the values of a map are narrowed",
    "{ additionalProperties: number }",
    "{ additionalProperties: integer }",
    "type-narrowed codes.late.fields.a.*",
  ),
  type("an enum value is added", "{ enum: [a, b] }", "{ enum: [c, b, a] }", "enum-value-added"),
  type("an enum value is removed", "{ enum: [a, b] }", "{ enum: [b] }", "enum-value-removed"),
  type("the values of an enum change places", "{ enum: [a, b] }", "{ enum: [b, a] }"),
  type(
    "a variant is added",
    `{ oneOf: [${wait}, ${open}] }`,
    `{ oneOf: [${call}, ${open}, ${wait}] }`,
    "variant-added",
  ),
  type(
    "a variant is removed",
    `{ oneOf: [${wait}, ${open}] }`,
    `{ oneOf: [${open}] }`,
    "variant-removed",
  ),
  type(
    "a lone object gets a second variant, which clients cannot keep apart",
    open,
    `{ oneOf: [${wait}, ${open}] }`,
    "type-widened",
  ),
  type(
    "a variant that is a scalar is added",
    "{ oneOf: [string, integer] }",
    "{ oneOf: [string, integer, boolean] }",
    "type-widened",
  ),
  type(
    "a variant that is a scalar is removed",
    "{ oneOf: [string, integer, boolean] }",
    "{ oneOf: [boolean, string] }",
    "type-narrowed",
  ),
  type(
    "a member of a variant is made optional",
    `{ oneOf: [${wait}, ${open}] }`,
    `{ oneOf: [${open}, ${wait.replace("seconds", "seconds?")}] }`,
    "field-made-optional codes.late.fields.a.seconds",
  ),
  type(
    "a limit is loosened",
    "{ type: integer, minimum: 1 }",
    "{ type: integer, minimum: 0 }",
    "limit-loosened",
  ),
  type("a limit is lifted", "{ type: string, maxLength: 5 }", "string", "limit-loosened"),
  type(
    "a limit is tightened",
    "{ items: string, maxItems: 5 }",
    "{ items: string, maxItems: 4 }",
    "limit-tightened",
  ),
  type("a limit is set", "integer", "{ type: integer, minimum: 0 }", "limit-tightened"),
  type("a text announces another format", "date", "date-time", "format-changed"),
  type(
    "a member of an object is removed",
    "{ properties: { b: string, c: string } }",
    "{ properties: { b: string } }",
    "field-removed codes.late.fields.a.c",
  ),
  type(
    "an object is closed",
    "{ properties: { b: string } }",
    "{ properties: { b: string }, additionalProperties: false }",
    "object-closed",
  ),
  type(
    "an object is opened",
    "{ properties: { b: string }, additionalProperties: false }",
    "{ properties: { b: string } }",
    "object-opened",
  ),
  type(
    "an object is opened for members of one type",
    "{ properties: { b: string }, additionalProperties: false }",
    "{ properties: { b: string }, additionalProperties: string }",
    "object-opened",
  ),
  type(
    "a map is closed",
    "{ properties: { b: string }, additionalProperties: string }",
    "{ properties: { b: string }, additionalProperties: false }",
    "object-closed",
  ),
  type("an enum of both truth values is a truth value", "{ enum: [true, false] }", "boolean"),
  type("a truth value is an enum of both", "boolean", "{ enum: [true, false] }"),
  type("an enum of one truth value takes both", "{ enum: [true] }", "boolean", "type-widened"),
  type("a value is secret now", "string", "{ type: string, secret: true }", "secret-marked"),
  type("a value is secret no more", "{ type: string, secret: true }", "string", "secret-unmarked"),
  fields(
    "an internal field is made public and optional",
    "{ a?: { type: string, internal: true } }",
    "{ a?: string }",
    "internal-made-public-optional codes.late.fields.a",
  ),
  fields(
    "an internal field is made public and required",
    "{ a: { type: string, internal: true } }",
    "{ a: string }",
    "internal-made-public-required codes.late.fields.a",
  ),
  fields(
    "an optional internal field is made public and required",
    "{ a?: { type: string, internal: true } }",
    "{ a: string }",
    "internal-made-public-required codes.late.fields.a",
  ),
  fields(
    "a public field is made internal",
    "{ a: string }",
    "{ a: { type: string, internal: true } }",
    "public-made-internal codes.late.internal.a",
  ),
  fields(
    "an optional internal field is added",
    "{ b: string }",
    "{ b: string, a?: { type: string, internal: true } }",
    "internal-field-added codes.late.internal.a",
  ),
  fields(
    "a required internal field is added",
    "{ b: string }",
    "{ b: string, a: { type: string, internal: true } }",
    "internal-field-added-required codes.late.internal.a",
  ),
  fields(
    "an internal field is removed",
    "{ b: string, a: { type: string, internal: true } }",
    "{ b: string }",
    "internal-field-removed codes.late.internal.a",
  ),
  fields(
    "an internal field is made required",
    "{ a?: { type: string, internal: true } }",
    "{ a: { type: string, internal: true } }",
    "internal-field-made-required codes.late.internal.a",
  ),
  fields(
    "an internal field is made optional",
    "{ a: { type: string, internal: true } }",
    "{ a?: { type: string, internal: true } }",
    "internal-field-made-optional codes.late.internal.a",
  ),
  fields(
    "the type of an internal field is narrowed",
    "{ a: { type: number, internal: true } }",
    "{ a: { type: integer, internal: true } }",
    "internal-type-changed codes.late.internal.a",
  ),
  fields(
    "the type of an internal field is widened",
    "{ a: { type: integer, internal: true } }",
    "{ a: { type: number, internal: true } }",
    "internal-type-widened codes.late.internal.a",
  ),
  type("a type is written in full", "uri", "{ type: string, format: uri, description: A page. }"),
  type(
    "optional members are written otherwise",
    "{ properties: { b: string, c?: string } }",
    "{ type: object, properties: { c: string, b: string }, required: [b] }",
  ),
  type(
    "a union within a union is written flat",
    "{ oneOf: [string, { oneOf: [integer, boolean] }] }",
    "{ type: [boolean, string, integer] }",
  ),
  type("a constant is an enum of one", "{ const: a }", "{ enum: [a] }"),
];
