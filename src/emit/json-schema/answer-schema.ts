/** The body of answers with one code as JSON Schema: the template, seen as what `encode` writes and what `decode` reads. */
import { match } from "ts-pattern";
import { type FieldType, variantsOf } from "../../model/field.js";
import type { TemplateNode, VariableNode } from "../../model/wire-format.js";
import { type RowValues, type Values, valuesAt } from "./row-values.js";
import {
  anyOfSchemas,
  type JsonSchema,
  objectSchema,
  orNull,
  type SchemaContext,
  type SchemaMember,
  valuesSchema,
} from "./schema.js";
import { merged, spreadPart } from "./spread-part.js";
import { isNeeded, type Part, type Scope, variablePart } from "./variable-part.js";

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
    .with({ kind: "errors" }, ({ item }) => errorsPart(item, scope))
    .with({ kind: "text" }, ({ syntax }) => always(textSchema(syntax.name)))
    .with({ kind: "both" }, ({ alternatives }) => bothPart(alternatives, scope))
    .with({ kind: "tree" }, ({ list }) => treePart(list, scope))
    .with({ kind: "any" }, () =>
      scope.context.audience === "producers" ? undefined : { ...always({}), needed: true },
    )
    .exhaustive();
}

const always = (schema: JsonSchema): Part => ({ schema, absent: false, needed: false });

/** Beside this error others may stand, of whatever code. */
function errorsPart(item: TemplateNode | undefined, scope: Scope): Part {
  const part = item && partOf(item, scope, true);
  const contains = part === undefined ? {} : { contains: part.schema };
  return { schema: { type: "array", minItems: 1, ...contains }, absent: false, needed: true };
}

const mediaTypes: Readonly<Record<string, string>> = {
  json: "application/json",
  xml: "application/xml",
  form: "application/x-www-form-urlencoded",
  sse: "text/event-stream",
};

/** What is parsed already is read as well, but nobody sends it. */
function textSchema(syntax: string): JsonSchema {
  const contentMediaType = mediaTypes[syntax];
  return { type: "string", ...(contentMediaType !== undefined && { contentMediaType }) };
}

function bothPart(alternatives: readonly TemplateNode[], scope: Scope): Part | undefined {
  const parts = alternatives.flatMap((each) => partOf(each, scope, false) ?? []);
  if (parts.length === 0) return undefined;
  return {
    schema: anyOfSchemas(parts.map(({ schema }) => schema)),
    absent: parts.every(({ absent }) => absent),
    needed: false,
  };
}

/** Where the leaves stand depends on their paths. */
function treePart(list: VariableNode, { row, repeated }: Scope): Part | undefined {
  const values = valuesAt(list.paths[0] ?? [], row, repeated);
  if (values.types.length === 0) return undefined;
  return { schema: {}, absent: values.absent, needed: false };
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
