/** JSON Schema 2020-12 as data, and what its makers have to know. */
import { match, P } from "ts-pattern";
import type { NamedTypes } from "../../model/field.js";
import type { Audience } from "../../model/output.js";

/** A JSON Schema. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What a schema is made for. */
export interface SchemaContext {
  readonly types: NamedTypes;
  /** Producers get closed objects, consumers open ones. */
  readonly audience: Audience;
  /**
   * Whether consumers accept what decoding reads besides what is sent: variants that their union does not have, other
   * bodies, other syntaxes. Types made from it are wider.
   */
  readonly isAsRead: boolean;
  /** Whether `x-…` is part of a schema: it is in OpenAPI; validators of JSON Schema refuse keywords that they do not know. */
  readonly takesExtensions: boolean;
  /** The address of a named type. */
  readonly ref: (name: string) => string;
  /** A text of the catalog as a description. */
  readonly describe: (text: string) => string;
  /** A text of the catalog that has links, code and emphasis. */
  readonly describeMarkdown: (text: string) => string;
}

/** A member of an object. */
export interface SchemaMember {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** An object with members. `additional` says what else may be there; absent: anything. */
export function objectSchema(
  members: readonly SchemaMember[],
  additional?: JsonSchema | false,
): JsonSchema {
  const required = members.filter((member) => member.required).map(({ name }) => name);
  return {
    type: "object",
    ...(members.length === 0
      ? {}
      : { properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])) }),
    ...(required.length === 0 ? {} : { required }),
    ...(additional === undefined ? {} : { additionalProperties: additional }),
  };
}

/** One of several values. */
export function valuesSchema(values: readonly (string | number | boolean | null)[]): JsonSchema {
  const types = [...new Set(values.map(typeName))];
  const [type] = types;
  const known = types.length === 1 ? { type } : {};
  return values.length === 1 ? { ...known, const: values[0] } : { ...known, enum: values };
}

function typeName(value: string | number | boolean | null): string {
  return match(value)
    .with(null, () => "null")
    .with(P.string, () => "string")
    .with(P.boolean, () => "boolean")
    .otherwise((number) => (Number.isInteger(number) ? "integer" : "number"));
}

/** Any of the schemas, each once. */
export function anyOfSchemas(schemas: readonly JsonSchema[]): JsonSchema {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const [only = {}] = distinct;
  return distinct.length > 1 ? { anyOf: distinct } : only;
}

/** The schema, or null. */
export function orNull(schema: JsonSchema): JsonSchema {
  return anyOfSchemas([schema, { type: "null" }]);
}
