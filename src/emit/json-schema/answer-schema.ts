/** The body of answers with one code as JSON Schema: the template, seen as what `encode` writes and what `decode` reads. */
import { match } from "ts-pattern";
import { type FieldType, variantsOf } from "../../model/field.js";
import type { ConversionName, TemplateNode, VariableNode } from "../../model/wire-format.js";
import { convertedSchemas } from "./converted-schema.js";
import { additionalOf, fieldSchema, memberSchema } from "./field-schema.js";
import {
  isRequired,
  otherFields,
  type Repeated,
  type RowValues,
  type Values,
  valuesAt,
} from "./row-values.js";
import {
  anyOfSchemas,
  type JsonSchema,
  objectSchema,
  orNull,
  type SchemaContext,
  type SchemaMember,
  valuesSchema,
} from "./schema.js";

/** A part of a body. Where no answer with the code has it, there is none. */
interface Part {
  readonly schema: JsonSchema;
  /** Whether some answers with the code lack it. */
  readonly absent: boolean;
  /** Whether who reads the code relies on it, although the template calls it optional. */
  readonly needed: boolean;
  /** Whether it is an object that may be without members. */
  readonly empty?: "sometimes" | "always";
}

/** Where a template stands. */
interface Scope {
  readonly row: RowValues;
  readonly context: SchemaContext;
  readonly repeated?: Repeated;
}

/** The schema of a body. */
export function answerSchema(row: RowValues, context: SchemaContext): JsonSchema {
  const { entry } = row.resolved;
  const part = row.body === undefined ? undefined : partOf(row.body, { row, context }, true);
  return {
    ...(entry.title === undefined ? {} : { title: entry.title.value }),
    ...(entry.meaning === undefined ? {} : { description: context.describe(entry.meaning.value) }),
    ...(entry.deprecated === undefined && entry.retired === undefined ? {} : { deprecated: true }),
    ...(row.body === undefined ? {} : (part?.schema ?? { type: "null" })),
  };
}

/** @param keep whether an object stays where a member that it needs is absent. */
function partOf(node: TemplateNode, scope: Scope, keep: boolean): Part | undefined {
  return match(node)
    .returnType<Part | undefined>()
    .with({ kind: "constant" }, ({ value }) => always(valuesSchema([value])))
    .with({ kind: "filler" }, ({ value }) =>
      // Written, never compared.
      always(scope.context.audience === "producers" ? { const: value } : {}),
    )
    .with({ kind: "variable" }, (variable) => variablePart(variable, scope))
    .with({ kind: "list" }, ({ items }) => listPart(items, scope))
    .with({ kind: "each" }, (each) => eachPart(each, scope))
    .with({ kind: "object" }, (object) => objectPart(object, scope, keep))
    .exhaustive();
}

const always = (schema: JsonSchema): Part => ({ schema, absent: false, needed: false });

function variablePart(variable: VariableNode, scope: Scope): Part | undefined {
  const { context, row, repeated } = scope;
  const { paths, conversion } = variable;
  const schemas: JsonSchema[] = [];
  let absent = true;
  for (const path of paths) {
    const values = valuesAt(path, row, repeated);
    const written =
      conversion === undefined
        ? values.types.map((type) => ({ schema: fieldSchema(type, context), absent: false }))
        : values.types.flatMap((type) =>
            convertedSchemas(type, conversion as ConversionName, context),
          );
    for (const each of written) if (each !== undefined) schemas.push(each.schema);
    absent =
      values.absent || written.length === 0 || written.some((each) => each?.absent !== false);
    if (!absent) break;
  }
  if (schemas.length === 0) return undefined;
  const schema = anyOfSchemas(schemas);
  if (paths[0]?.[0] !== "$fields") return { schema, absent, needed: isNeeded(variable, scope) };
  const fields = otherFields(row);
  const required = fields.filter(({ optional }) => !optional);
  return {
    schema,
    absent,
    needed: required.some(({ name }) => isSolePlace([name], row)),
    ...(required.length > 0 ? {} : { empty: fields.length > 0 ? "sometimes" : "always" }),
  };
}

/** Whether decoding needs what stands there: the code, or the only place of a required field. */
function isNeeded({ paths }: VariableNode, { row }: Scope): boolean {
  const [path = [], ...others] = paths;
  const [first = ""] = path;
  if (others.length > 0) return false;
  if (first === "$code" || first === "$type") return row.resolved.spelling !== null;
  const field = row.resolved.entry.fields.find(({ name }) => name === first);
  if (field === undefined || !isRequired(field, row.resolved)) return false;
  return !valuesAt(path, row, undefined).absent && isSolePlace(path, row);
}

function isSolePlace(path: readonly string[], row: RowValues): boolean {
  const overlaps = (other: readonly string[]) =>
    path.every((step, index) => other[index] === undefined || other[index] === step);
  const places = row.places.filter(
    (other) => overlaps(other) && valuesAt(other, row, undefined).types.length > 0,
  );
  return places.length <= 1;
}

type EachNode = Extract<TemplateNode, { kind: "each" }>;

function eachPart({ list, item }: EachNode, scope: Scope): Part | undefined {
  const { row, context } = scope;
  const values = valuesAt(list.paths[0] ?? [], row, scope.repeated);
  const variants = values.types.flatMap((type) => variantsOf(type, row.types));
  const lists = variants.filter((type) => !(type.kind === "scalar" && type.type === "null"));
  if (lists.length === 0) return undefined;
  const repeated = { item: itemsOf(lists, row), key: keysOf(lists) };
  const part = partOf(item, { ...scope, repeated }, false);
  const isProducer = context.audience === "producers";
  return {
    schema: {
      type: "array",
      ...(part === undefined ? (isProducer ? { maxItems: 0 } : {}) : { items: part.schema }),
    },
    absent: values.absent || lists.length < variants.length,
    needed: isNeeded(list, scope),
  };
}

function itemsOf(lists: readonly FieldType[], { types }: RowValues): Values {
  const arrays = lists.flatMap((type): readonly FieldType[] => {
    if (type.kind !== "object") return [type];
    const inner = [...type.properties.map((property) => property.type), type.rest ?? []].flat();
    return inner.flatMap((each) => variantsOf(each, types));
  });
  const items = arrays.flatMap((type) => {
    if (type.kind === "any") return [type];
    return type.kind === "array" ? [type.items] : [];
  });
  return { types: items, absent: false };
}

function keysOf(lists: readonly FieldType[]): Values {
  const maps = lists.filter(({ kind }) => kind === "object" || kind === "any");
  const [map] = maps;
  if (map === undefined) return { types: [], absent: true };
  return {
    types: [{ kind: "scalar", at: map.at, type: "string" }],
    absent: lists.some(({ kind }) => kind !== "object"),
  };
}

function listPart(items: readonly TemplateNode[], scope: Scope): Part {
  const parts = items.flatMap((item) => partOf(item, scope, false) ?? []);
  const sure = parts.filter(({ absent }) => !absent);
  const needed = parts.some((part) => part.needed);
  if (scope.context.audience === "consumers") {
    // Decoding finds elements by what is in them, in any order and among others.
    const wanted = parts.filter((part) => part.needed).map(({ schema }) => ({ contains: schema }));
    return { schema: { type: "array", ...allOf(wanted) }, absent: false, needed };
  }
  const isFixed = sure.length === parts.length;
  const schema = isFixed
    ? { prefixItems: parts.map((part) => part.schema), items: false, minItems: parts.length }
    : {
        items: anyOfSchemas(parts.map((part) => part.schema)),
        minItems: sure.length,
        maxItems: parts.length,
        ...allOf(sure.map((part) => ({ contains: part.schema }))),
      };
  return { schema: { type: "array", ...schema }, absent: false, needed };
}

function allOf(schemas: readonly JsonSchema[]): JsonSchema {
  return schemas.length > 1 ? { allOf: schemas } : (schemas[0] ?? {});
}

type ObjectNode = Extract<TemplateNode, { kind: "object" }>;

function objectPart(node: ObjectNode, scope: Scope, keep: boolean): Part | undefined {
  const isProducer = scope.context.audience === "producers";
  const members: SchemaMember[] = [];
  let absent = false;
  let empty = true;
  let needed = false;
  for (const { key, optional, value } of node.members) {
    const inner = partOf(value, scope, !optional);
    if (inner === undefined) {
      if (optional) continue;
      if (!keep) return undefined;
      members.push({ name: key, schema: isProducer ? { type: "null" } : {}, required: true });
      empty = false;
      continue;
    }
    if (optional && inner.empty === "always") continue;
    const isDropped = optional && inner.empty !== undefined;
    const mayLack = inner.absent || isDropped;
    const schema = isProducer && isDropped ? { ...inner.schema, minProperties: 1 } : inner.schema;
    members.push({
      name: key,
      schema: !optional && mayLack && keep ? orNull(schema) : schema,
      required: isProducer ? !optional || !mayLack : !optional || inner.needed,
    });
    if (!optional && mayLack && !keep) absent = true;
    if (!optional || !mayLack) empty = false;
    needed ||= inner.needed;
  }
  const spread = node.spread === undefined ? undefined : spreadPart(node.spread, scope);
  const all = merged(members, spread?.members ?? []);
  if (spread?.members.some(({ required }) => required)) empty = false;
  const isNothing = all.length === 0 && spread?.additional === undefined;
  return {
    schema: objectSchema(all, spread?.additional ?? (isProducer ? false : undefined)),
    absent,
    needed: needed || spread?.needed === true,
    ...(empty ? { empty: isNothing ? "always" : "sometimes" } : {}),
  };
}

/** What `"*"` puts beside the members of an object. */
interface Spread {
  readonly members: readonly SchemaMember[];
  /** What members without a name of their own may be; absent: there are none. */
  readonly additional: JsonSchema | undefined;
  readonly needed: boolean;
}

function spreadPart(variable: VariableNode, scope: Scope): Spread {
  const { context, row } = scope;
  const part = variablePart(variable, scope);
  if (part === undefined) return { members: [], additional: undefined, needed: false };
  const [path = []] = variable.paths;
  const isFields = path[0] === "$fields";
  const objects =
    variable.conversion === undefined
      ? valuesAt(path, row, scope.repeated)
          .types.flatMap((type) => variantsOf(type, row.types))
          .flatMap((type) => (type.kind === "object" ? [type] : []))
      : [];
  if (variable.conversion !== undefined || variable.paths.length > 1)
    return { members: [], additional: {}, needed: false };
  const members = objects.flatMap(({ properties }) =>
    properties.map((property) => {
      const member = memberSchema(property, context);
      const isThere = !part.absent && objects.length === 1 && member.required;
      const sole = isFields ? [property.name] : [...path, property.name];
      const isSure = context.audience === "producers" || isSolePlace(sole, row);
      return { ...member, required: isThere && isSure };
    }),
  );
  const additional = objects.flatMap((object) => {
    const { rest, properties, closed } = object;
    if (rest !== undefined) return [additionalOf(object, context) as JsonSchema];
    return properties.length === 0 && !closed ? [{}] : [];
  });
  return {
    members: merged(members, []),
    additional: additional.length === 0 ? undefined : anyOfSchemas(additional),
    needed: members.some(({ required }) => required),
  };
}

/** Members by name; where two have one name, either may stand there. */
function merged(
  first: readonly SchemaMember[],
  second: readonly SchemaMember[],
): readonly SchemaMember[] {
  const byName = new Map<string, SchemaMember>();
  for (const member of [...first, ...second]) {
    const before = byName.get(member.name);
    byName.set(
      member.name,
      before === undefined
        ? member
        : {
            name: member.name,
            schema: anyOfSchemas([before.schema, member.schema]),
            required: before.required || member.required,
          },
    );
  }
  return [...byName.values()];
}
