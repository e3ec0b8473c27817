/** What conversions of wire formats make of values, as JSON Schema. */
import { match } from "ts-pattern";
import { type FieldType, variantsOf } from "../../model/field.js";
import type { ConversionName } from "../../model/wire-format.js";
import { fieldSchema } from "./field-schema.js";
import {
  anyOfSchemas,
  type JsonSchema,
  objectSchema,
  type SchemaContext,
  valuesSchema,
} from "./schema.js";

/** What is written for a value; `absent` where some values of the type are written as nothing. */
export interface Converted {
  readonly schema: JsonSchema;
  readonly absent: boolean;
}

/** What a conversion writes for the values of a type, one for each variant; undefined for those that it never writes. */
export function convertedSchemas(
  type: FieldType,
  conversion: string,
  context: SchemaContext,
): readonly (Converted | undefined)[] {
  // Of several the last decides what stands there.
  const convert = match(conversion.slice(conversion.lastIndexOf(":") + 1) as ConversionName)
    .with("string", () => asText)
    .with("strings", () => asTexts)
    .with("seconds", () => delayAs("^\\d+$"))
    .with("duration", () => delayAs("^\\d+(\\.\\d+)?(e-?\\d+)?s$"))
    .with("pointer", () => asPointer)
    .with("ms", "epoch", () => asNumber)
    .with("percent", () => asText)
    .with("list", () => asList)
    .exhaustive();
  return variantsOf(type, context.types).map((variant) => convert(variant, context));
}

type Convert = (type: FieldType, context: SchemaContext) => Converted | undefined;

const always = (schema: JsonSchema): Converted => ({ schema, absent: false });
const sometimes = (schema: JsonSchema): Converted => ({ schema, absent: true });
const text: JsonSchema = { type: "string" };

const asText: Convert = (type, context) =>
  match(type)
    .returnType<Converted | undefined>()
    .with({ kind: "any" }, () => sometimes(text))
    .with({ kind: "scalar", type: "null" }, () => undefined)
    .with({ kind: "scalar", type: "string" }, () => always(fieldSchema(type, context)))
    .with({ kind: "scalar", type: "boolean" }, () =>
      always(orAsItIs(valuesSchema(["true", "false"]), type, context)),
    )
    .with({ kind: "enum" }, ({ values }) => {
      const written = values.filter((value) => value !== null);
      if (written.length === 0) return undefined;
      const texts = written.map((value) =>
        typeof value === "string" ? value : JSON.stringify(value),
      );
      return { schema: valuesSchema([...new Set(texts)]), absent: values.includes(null) };
    })
    .with({ kind: "scalar" }, () => always(orAsItIs(text, type, context)))
    .otherwise(() => always(text));

/** Decoding reads a value that somebody has not made a text. */
function orAsItIs(schema: JsonSchema, type: FieldType, context: SchemaContext): JsonSchema {
  const isRead = context.audience === "consumers" && context.isAsRead;
  return isRead ? anyOfSchemas([schema, fieldSchema(type, context)]) : schema;
}

const asTexts: Convert = (type, context) =>
  match(type)
    .returnType<Converted | undefined>()
    .with({ kind: "any" }, () => sometimes(objectSchema([], text)))
    .with({ kind: "object" }, ({ properties, rest }) => {
      const members = properties.flatMap(({ name, optional, type: inner }) => {
        const converted = variantsOf(inner, context.types).map((each) => asText(each, context));
        const written = converted.filter((each) => each !== undefined);
        const absent = optional || written.some((each) => each.absent);
        const [only] = written;
        if (only === undefined) return [];
        const schema = written.length === 1 ? only.schema : text;
        return [{ name, schema, required: !absent && written.length === converted.length }];
      });
      const isOpen = rest !== undefined || properties.length === 0;
      const closed = context.audience === "producers" ? false : undefined;
      return always(objectSchema(members, isOpen ? text : closed));
    })
    .otherwise(() => undefined);

/** A number of seconds; where consumers read other forms too, any text. */
function delayAs(pattern: string): Convert {
  return (type, { audience }) => {
    const schema = audience === "producers" ? { ...text, pattern } : text;
    return match(type)
      .returnType<Converted | undefined>()
      .with({ kind: "any" }, () => sometimes(schema))
      .with({ kind: "scalar", type: "integer" }, { kind: "scalar", type: "number" }, ({ min }) => ({
        schema,
        absent: min === undefined || min < 0,
      }))
      .with({ kind: "enum" }, ({ values }) => {
        const delays = values.filter((value) => typeof value === "number" && value >= 0);
        return delays.length === 0 ? undefined : { schema, absent: delays.length < values.length };
      })
      .otherwise(() => undefined);
  };
}

/** A single value is read as a list of one. */
const asList: Convert = (type, context) => {
  const list = fieldSchema(type, context);
  if (context.audience === "producers" || type.kind !== "array") return always(list);
  return always(anyOfSchemas([list, fieldSchema(type.items, context)]));
};

/** A number of seconds or milliseconds; texts of digits are read too. */
const asNumber: Convert = (type, { audience }) =>
  match(type)
    .returnType<Converted | undefined>()
    .with(
      { kind: "any" },
      { kind: "enum" },
      { kind: "scalar", type: "integer" },
      { kind: "scalar", type: "number" },
      () => sometimes(audience === "producers" ? { type: "number" } : {}),
    )
    .otherwise(() => undefined);

const asPointer: Convert = (type, { audience }) => {
  const schema = audience === "producers" ? { ...text, pattern: "^#(/.*)?$" } : text;
  return match(type)
    .returnType<Converted | undefined>()
    .with({ kind: "any" }, () => sometimes(schema))
    .with({ kind: "scalar", type: "string" }, () => always(schema))
    .with({ kind: "enum" }, ({ values }) => {
      const texts = values.filter((value) => typeof value === "string");
      return texts.length === 0 ? undefined : { schema, absent: texts.length < values.length };
    })
    .otherwise(() => undefined);
};
