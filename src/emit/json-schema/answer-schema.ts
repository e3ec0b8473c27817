/** The body of answers with one code as JSON Schema: the template, seen as what `encode` writes and what `decode` reads. */
import { match } from "ts-pattern";
import { variantsOf } from "../../model/field.js";
import { placesIn, saysCode } from "../../model/placement.js";
import type { TemplateNode } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import { itemsOf, keysOf } from "./repeated-values.js";
import { isListOfAnswers } from "./row-bodies.js";
import { type RowValues, valuesAt } from "./row-values.js";
import {
  anyOfSchemas,
  type JsonSchema,
  objectSchema,
  orNull,
  type SchemaContext,
  type SchemaMember,
  valuesSchema,
} from "./schema.js";
import { merged, mergedObject, spreadPart } from "./spread-part.js";
import { plainTextSchema, textSchema } from "./text-schema.js";
import { treePart } from "./tree-part.js";
import { isNeeded, type Part, type Scope, variablePart } from "./variable-part.js";

/**
 * The schema of a body.
 *
 * @param bodies the code in each of the bodies that its answers may have.
 */
export function answerSchema(
  { entry }: ResolvedRow,
  bodies: readonly RowValues[],
  context: SchemaContext,
): JsonSchema {
  const schemas = bodies.flatMap((row) => bodySchemas(row, bodies, context));
  return {
    ...(entry.title === undefined ? {} : { title: entry.title.value }),
    ...(entry.meaning && { description: context.describeMarkdown(entry.meaning.value) }),
    ...(entry.deprecated === undefined && entry.retired === undefined ? {} : { deprecated: true }),
    ...anyOfSchemas(schemas),
  };
}

/** A body in the syntax that is sent, and in all that are read. */
function bodySchemas(
  row: RowValues,
  bodies: readonly RowValues[],
  context: SchemaContext,
): readonly JsonSchema[] {
  const { body, format } = row;
  if (body === undefined) return [];
  const part = partOf(body, { row, context, bodies }, true);
  const isRead = context.audience === "consumers" && context.isAsRead;
  const parsed = part?.schema ?? { type: "null" };
  const [sent = "json", ...others] = format.syntaxes;
  const schemas = [sent, ...(isRead ? others : [])].map((syntax) =>
    syntax === "json" || syntax === "text" ? parsed : plainTextSchema(syntax),
  );
  // What is parsed already is read as well.
  return isRead ? [...schemas, parsed] : schemas;
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
    .with({ kind: "text" }, (text) => textPart(text, scope))
    .with({ kind: "both" }, ({ alternatives }) => bothPart(alternatives, scope))
    .with({ kind: "tree" }, (tree) => treePart(tree, scope))
    .with({ kind: "any" }, () =>
      scope.context.audience === "producers" ? undefined : { ...always({}), needed: true },
    )
    .exhaustive();
}

const always = (schema: JsonSchema): Part => ({ schema, absent: false, needed: false });

/** Beside this error others may stand, of whatever code. */
function errorsPart(item: TemplateNode | undefined, scope: Scope): Part {
  const { bodies = [], context } = scope;
  const elements =
    item !== undefined
      ? [partOf(item, scope, holdsCode(item, scope))?.schema]
      : bodies.map((row) =>
          row.body === undefined || isListOfAnswers(row.body)
            ? undefined
            : partOf(row.body, { row, context }, true)?.schema,
        );
  const known = elements.filter((schema) => schema !== undefined);
  const contains = known.length === 0 ? {} : { contains: anyOfSchemas(known) };
  return { schema: { type: "array", minItems: 1, ...contains }, absent: false, needed: true };
}

/** A text where a placeholder has no value is not written; what other texts need is `null`. */
function textPart(
  { syntax, template }: Extract<TemplateNode, { kind: "text" }>,
  scope: Scope,
): Part | undefined {
  const part = partOf(template, scope, syntax.name !== "text");
  if (part === undefined) return undefined;
  const { schema, absent, needed } = part;
  return { schema: textSchema(syntax, schema, scope.context), absent, needed };
}

/** Whether the code stands in there, without which nobody could read the answer. */
function holdsCode(node: TemplateNode, { row }: Scope): boolean {
  return row.resolved.spelling !== null && placesIn(node).some(saysCode);
}

function bothPart(alternatives: readonly TemplateNode[], scope: Scope): Part | undefined {
  const parts = alternatives.flatMap((each) => partOf(each, scope, false) ?? []);
  if (parts.length === 0) return undefined;
  const schemas = parts.map(({ schema }) => schema);
  return {
    // Objects are written together.
    schema: schemas.every(({ type }) => type === "object")
      ? mergedObject(schemas)
      : anyOfSchemas(schemas),
    absent: parts.every(({ absent }) => absent),
    needed: false,
  };
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
    absent: (values.absent || lists.length < variants.length) && list.fallback === undefined,
    needed: isNeeded(list, scope),
    hasDefault: list.fallback !== undefined,
  };
}

function listPart(items: readonly TemplateNode[], scope: Scope): Part {
  const parts = items.flatMap((item) => partOf(item, scope, holdsCode(item, scope)) ?? []);
  const sure = parts.filter(({ absent }) => !absent);
  const needed = parts.some((part) => part.needed);
  if (scope.context.audience === "consumers") {
    // Decoding finds elements by what is in them, in any order and among others.
    const wanted = parts.filter((part) => part.needed).map(({ schema }) => ({ contains: schema }));
    return { schema: { type: "array", ...allOf(wanted) }, absent: false, needed };
  }
  if (parts.length === 0)
    return { schema: { type: "array", maxItems: 0 }, absent: false, needed, empty: "always" };
  const isFixed = sure.length === parts.length;
  const schema = isFixed
    ? { prefixItems: parts.map((part) => part.schema), items: false, minItems: parts.length }
    : {
        items: anyOfSchemas(parts.map((part) => part.schema)),
        minItems: sure.length,
        maxItems: parts.length,
        ...allOf(sure.map((part) => ({ contains: part.schema }))),
      };
  const empty = sure.length === 0 ? ({ empty: "sometimes" } as const) : {};
  return { schema: { type: "array", ...schema }, absent: false, needed, ...empty };
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
  const named: JsonSchema[] = [];
  for (const { key, aliases = [], optional, value } of node.members) {
    const inner = partOf(value, scope, !optional || holdsCode(value, scope));
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
    const notEmpty = inner.schema.type === "array" ? { minItems: 1 } : { minProperties: 1 };
    const written = isProducer && isDropped ? { ...inner.schema, ...notEmpty } : inner.schema;
    const schema = !optional && mayLack && keep ? orNull(written) : written;
    const isPromised = !optional && inner.hasDefault !== true;
    const required = isProducer ? !optional || !mayLack : isPromised || inner.needed;
    const names = isProducer ? [key] : [key, ...aliases];
    for (const name of names)
      members.push({ name, schema, required: required && names.length === 1 });
    if (required && names.length > 1)
      named.push({
        anyOf: names.map((name) => ({ properties: { [name]: {} }, required: [name] })),
      });
    if (!optional && mayLack && !keep) absent = true;
    if (!optional || !mayLack) empty = false;
    needed ||= inner.needed;
  }
  const spread = node.spread === undefined ? undefined : spreadPart(node.spread, scope);
  const all = merged(members, spread?.members ?? []);
  if (spread?.members.some(({ required }) => required)) empty = false;
  const isNothing = all.length === 0 && spread?.additional === undefined;
  const object = objectSchema(all, spread?.additional ?? (isProducer ? false : undefined));
  return {
    schema: { ...object, ...allOf(named) },
    absent,
    needed: needed || spread?.needed === true,
    ...(empty ? { empty: isNothing ? "always" : "sometimes" } : {}),
  };
}
