/** Templates as functions that fill them. Made once for a code: most of a template is the same in all of its answers. */
import { isRecord } from "../is-record.js";
import { setOwn } from "../own-member.js";
import { memberName } from "../reader-of.js";
import type { Shape } from "../shape.js";
import { memberShape, shapeAt } from "../shape-at.js";
import { memberOf } from "./layout.js";
import { pageOf } from "./problem-type.js";
import type { MadeTemplate, Template, TemplateMember, Variable } from "./template.js";
import type { CodeRow, EncodeRow } from "./wire-spec.js";

/** What changes from one error to the next. */
export interface Scope {
  /** The error, or the fields of one. */
  readonly error: Readonly<Record<string, unknown>>;
  readonly message: string;
  /** Instead of the row's, in the language of the message. */
  readonly title: string | undefined;
  /** Of the message, where it is known and others were to be had. */
  readonly language: string | undefined;
  readonly status: number;
  /** Seconds to wait, where the error says so. */
  readonly delay: number | undefined;
  /** As the code arrived, where that is what is written. */
  readonly spelling: string | number | undefined;
  /** The values of the request. */
  readonly context: unknown;
  /** Milliseconds since 1970, of which times are counted; absent: now. */
  readonly now: number | undefined;
  /** In a repeated element. */
  readonly item: unknown;
  readonly key: string | undefined;
  /** Writes each error of the answer, where it has several. */
  readonly errors?: readonly WriteError[];
}

/** What an element says of an error, by what makes the function that fills it; without that, as an answer of its own. */
export type WriteError = (
  make: ((own: Pick<FillContext, "row" | "extra">) => Fill) | undefined,
) => unknown;

/** Gives a part of an answer; undefined where it is absent. */
export type Fill = (scope: Scope) => unknown;

/** The function that fills a template of another kind; `fillOf` makes those of what is inside it. */
export type MakeFill = (
  template: MadeTemplate,
  context: FillContext,
  fillOf: (template: Template, context: FillContext, keep?: boolean) => Fill,
) => Fill;

/** What is the same in all answers with one code. */
export interface FillContext {
  readonly row: CodeRow;
  readonly extra: EncodeRow;
  readonly docs: string | undefined;
  /** The address of types, where it is another one. */
  readonly type: string | undefined;
  readonly phrases: Readonly<Record<number, string>> | undefined;
  /** Fields that stand in the template by name, so that `$fields` leaves them out. */
  readonly placed: readonly string[];
  /** What `$item` is, in a repeated element. */
  readonly itemShape?: Shape;
}

/** The function that fills a template. `keep`: an object stays even where a member that it needs is absent. */
export function fillOf(template: Template, context: FillContext, keep = true): Fill {
  if ("from" in template) return variableFill(template, context);
  if ("is" in template) return () => template.is;
  if ("fill" in template) return () => template.fill;
  if ("make" in template) return (template.make as MakeFill)(template, context, fillOf);
  if ("items" in template) {
    const fills = template.items.map((item) => fillOf(item, context, holdsCode(item, context)));
    return (scope) => fills.map((fill) => fill(scope)).filter((item) => item !== undefined);
  }
  if ("each" in template) {
    const list = pathFill(template.each, context);
    const { or } = template;
    const shape = shapeOf(template.each, context);
    const { itemsOf, itemShape } = template.as;
    const fill = fillOf(template.item, { ...context, itemShape: itemShape(shape) }, false);
    return (scope) => {
      const items = itemsOf(list(scope), shape);
      if (items === undefined) return structuredClone(or);
      return items
        .map(({ item, key }) => fill({ ...scope, item, key }))
        .filter((item) => item !== undefined);
    };
  }
  return objectFill(template.members, template.spread, context, keep);
}

function objectFill(
  members: readonly TemplateMember[],
  spread: Variable | undefined,
  context: FillContext,
  keep: boolean,
): Fill {
  const all = members.map(([key, value, optional]) => ({
    key,
    optional,
    // An optional object that comes out empty is left out, and an optional list of which no element is left.
    mayBeEmpty:
      optional &&
      ("members" in value || "items" in value || ("from" in value && value.from[0] === "$fields")),
    fill: fillOf(value, context, !optional || holdsCode(value, context)),
  }));
  const parts = all.filter(({ optional, fill }) => !optional || fill !== absent);
  // The names of fields are safe to assign; those of a map from outside may not be.
  const isFields = spread?.from[0] === "$fields" && spread.as === undefined;
  const names = isFields ? otherFields(context) : [];
  const others = spread && !isFields ? variableFill(spread, context) : undefined;
  return (scope) => {
    const result: Record<string, unknown> = {};
    for (const { key, optional, mayBeEmpty, fill } of parts) {
      const value = fill(scope);
      if (value !== undefined && !(mayBeEmpty && isEmpty(value))) result[key] = value;
      else if (!optional) {
        if (!keep) return undefined;
        result[key] = null;
      }
    }
    addFields(result, names, scope);
    const beside = others?.(scope);
    if (isRecord(beside)) for (const key of Object.keys(beside)) setOwn(result, key, beside[key]);
    return result;
  };
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** Whether the code stands in there, without which nobody could read the answer. */
export function holdsCode(template: Template, context: FillContext): boolean {
  if ("from" in template)
    return /^\$(code|type)$/.test(template.from[0] ?? "") && context.row.spelling !== null;
  if ("make" in template) return template.inner.some((inner) => holdsCode(inner, context));
  if ("items" in template) return template.items.some((item) => holdsCode(item, context));
  if (!("members" in template)) return false;
  return template.members.some(([, value]) => holdsCode(value, context));
}

/** The shape of what a path leads to. */
export function shapeOf(path: string, { row, itemShape = "any" }: FillContext): Shape {
  const [root = "", ...rest] = path.split(".");
  const start =
    root === "$item" ? itemShape : memberShape({ members: row.entry.fields ?? {} }, root);
  return (start && shapeAt(start, rest)) ?? "any";
}

/** Fills what no answer with the code has. */
export const absent: Fill = () => undefined;

/** The function that gives a variable's value, as the wire spells it. */
export function variableFill({ from, as, or }: Variable, context: FillContext): Fill {
  const fills = from.map((path) => pathFill(path, context)).filter((fill) => fill !== absent);
  const [first = absent, second] = fills;
  if (or === undefined && (first === absent || (as === undefined && second === undefined)))
    return first;
  return (scope) => {
    for (const fill of fills) {
      const value = fill(scope);
      const spelled = value === undefined || as === undefined ? value : as.toWire(value, scope.now);
      if (spelled !== undefined) return spelled;
    }
    return structuredClone(or);
  };
}

/** The function that gives what a path leads to. */
export function pathFill(path: string, context: FillContext): Fill {
  const { row, extra, docs, type = docs, phrases } = context;
  const { entry, spelling = entry.code } = row;
  const [first = "", ...rest] = path.split(".");
  const inside = (fill: Fill): Fill =>
    rest.length === 0 ? fill : (scope) => rest.reduce(memberOf, fill(scope));
  const constant = (value: unknown): Fill => (value === undefined ? absent : () => value);
  switch (first) {
    case "$code":
      return spelling === null ? absent : withSpelling(spelling);
    case "$message":
      return ({ message }) => message;
    case "$status":
      return ({ status }) => status;
    case "$phrase":
      return ({ status }) => phrases?.[status];
    case "$title":
      return extra.title === undefined ? absent : ({ title = extra.title }) => title;
    case "$type":
      if (!type || spelling === null) return absent;
      return withSpelling(pageOf(type, String(spelling), row.category));
    case "$delay":
      return ({ delay }) => delay;
    case "$context":
      return inside(({ context: given }) => given);
    case "$docs":
      return constant(docs && pageOf(docs, entry.code));
    case "$row":
      return constant(rest.reduce(memberOf, extra.columns as unknown));
    case "$item":
      return inside(({ item }) => item);
    case "$key":
      return ({ key }) => key;
    case "$fields": {
      const names = otherFields(context);
      return (scope) => addFields({}, names, scope);
    }
    default:
      // What the entry does not declare is not read: an error may bear more than it may show.
      return fieldNames(entry.fields).includes(first)
        ? inside(({ error }) => error[first])
        : absent;
  }
}

/** The code as it came, or else as it is spelled here. */
function withSpelling(spelled: string | number): Fill {
  return ({ spelling = spelled }) => spelling;
}

/** The names of the fields that stand nowhere in the template by name. */
function otherFields({ row: { entry, omits = [] }, placed }: FillContext): readonly string[] {
  return fieldNames(entry.fields).filter((name) => !placed.includes(name) && !omits.includes(name));
}

function addFields(
  result: Record<string, unknown>,
  names: readonly string[],
  { error }: Scope,
): Record<string, unknown> {
  for (const name of names) {
    const value = error[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** The names of fields. */
export function fieldNames(fields: CodeRow["entry"]["fields"]): readonly string[] {
  return Object.keys(fields ?? {}).map((key) => memberName(key).name);
}

/** The fields that stand somewhere in the template by name. */
export function namesIn(template: Template): readonly string[] {
  if ("from" in template) return template.from.map(rootOf);
  if ("items" in template) return template.items.flatMap(namesIn);
  if ("make" in template) return template.inner.flatMap(namesIn);
  if ("each" in template) return [rootOf(template.each)];
  if (!("members" in template)) return [];
  return [
    ...template.members.flatMap(([, value]) => namesIn(value)),
    ...(template.spread?.from ?? []).map(rootOf),
  ];
}

function rootOf(path: string): string {
  return path.split(".", 1)[0] as string;
}
