/** The types of fields as JSON Schema. */
import { match } from "ts-pattern";
import { extensionMembers } from "../../model/extension.js";
import { type FieldType, type Property, resolveType } from "../../model/field.js";
import { areDistinct, groupVariants } from "../../model/union.js";
import {
  type JsonSchema,
  objectSchema,
  type SchemaContext,
  type SchemaMember,
  valuesSchema,
} from "./schema.js";

/** The schema of a type. */
export function fieldSchema(type: FieldType, context: SchemaContext): JsonSchema {
  const schema = match(type)
    .returnType<JsonSchema>()
    .with({ kind: "any" }, () => ({}))
    .with({ kind: "reference" }, ({ name }) => ({ $ref: context.ref(name) }))
    .with({ kind: "enum" }, ({ values }) => valuesSchema(values))
    .with({ kind: "scalar" }, scalarSchema)
    .with({ kind: "array" }, ({ items, min, max }) => ({
      type: "array",
      items: fieldSchema(items, context),
      ...limits("Items", min, max),
    }))
    .with({ kind: "object" }, (object) => {
      const members = object.properties.map((property) => memberSchema(property, context));
      return objectSchema(members, additionalOf(object, context));
    })
    .with({ kind: "oneOf" }, (union) => unionSchema(union, context))
    .exhaustive();
  const { description, extensions } = type;
  const told = description === undefined ? {} : { description: context.describe(description) };
  const own = context.takesExtensions ? extensionMembers(extensions) : {};
  return { ...schema, ...told, ...own };
}

function memberSchema({ name, type, optional }: Property, context: SchemaContext): SchemaMember {
  return { name, schema: fieldSchema(type, context), required: !optional };
}

/** What an object of the type may have beyond its properties; absent: anything. */
function additionalOf(
  { rest, closed, properties }: Extract<FieldType, { kind: "object" }>,
  context: SchemaContext,
): JsonSchema | false | undefined {
  if (rest !== undefined) return fieldSchema(rest, context);
  // An object of which nothing is known may have anything, whoever makes it.
  const isClosed = context.audience === "producers" && (closed || properties.length > 0);
  return isClosed ? false : undefined;
}

function scalarSchema({
  type,
  format,
  min,
  max,
}: Extract<FieldType, { kind: "scalar" }>): JsonSchema {
  const size =
    type === "string"
      ? limits("Length", min, max)
      : {
          ...(min === undefined ? {} : { minimum: min }),
          ...(max === undefined ? {} : { maximum: max }),
        };
  return { type, ...(format === undefined ? {} : { format }), ...size };
}

function limits(what: "Items" | "Length", min?: number, max?: number): JsonSchema {
  return {
    ...(min === undefined ? {} : { [`min${what}`]: min }),
    ...(max === undefined ? {} : { [`max${what}`]: max }),
  };
}

function unionSchema(
  union: Extract<FieldType, { kind: "oneOf" }>,
  context: SchemaContext,
): JsonSchema {
  const variants = union.variants.map((variant) => fieldSchema(variant, context));
  const groups = groupVariants(union, context.types);
  const { by, objects } = groups;
  if (context.audience === "consumers" && context.isAsRead && by !== undefined) {
    const tags = objects.flatMap(({ properties }) => {
      const tag = properties.find(({ name }) => name === by);
      const constants = tag && resolveType(tag.type, context.types);
      return constants?.kind === "enum" ? constants.values : [];
    });
    const tag = { type: "string", not: { enum: tags } };
    // No `oneOf`: a union inside may accept the same variant that it does not know.
    return {
      anyOf: [...variants, objectSchema([{ name: by, schema: tag, required: true }])],
    };
  }
  return areDistinct(groups) ? { oneOf: variants } : { anyOf: variants };
}
