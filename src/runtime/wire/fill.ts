/** Fills a template from an error. */
import { checkOf, memberName } from "../check-of.js";
import { isRecord } from "../is-record.js";
import type { FieldShapes } from "../shape.js";
import { setOwn } from "../validate.js";
import { toWire } from "./convert.js";
import { declared } from "./declared.js";
import type { Template, Variable } from "./wire-spec.js";

/** What variables stand for: by their name, fields and what every error has. */
export interface Scope {
  /** The value of a variable's first segment; undefined where it is absent. */
  valueOf(name: string): unknown;
  /** The public fields. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Those that this wire never sends. */
  readonly omits: readonly string[];
}

/** A filled template; undefined where it is absent. `keep` says that an object stays even if a member it needs is absent. */
export function fill(template: Template, scope: Scope, root: Template = template): unknown {
  return fillPart(template, scope, root, true);
}

function fillPart(template: Template, scope: Scope, root: Template, keep: boolean): unknown {
  if ("from" in template) return resolveVariable(template, scope, root);
  if ("is" in template) return template.is;
  if ("fill" in template) return template.fill;
  if ("items" in template) {
    const filled = template.items.map((item) => fillPart(item, scope, root, false));
    return filled.filter((item) => item !== undefined);
  }
  if ("each" in template) return fillEach(template.each, template.item, scope);
  const result: Record<string, unknown> = {};
  for (const [key, value, optional] of template.members) {
    const member = fillPart(value, scope, root, !optional);
    const isEmpty =
      optional && isRecord(member) && Object.keys(member).length === 0 && !("fill" in value);
    if (member !== undefined && !isEmpty) setOwn(result, key, member);
    else if (!optional) {
      if (!keep) return undefined;
      setOwn(result, key, null);
    }
  }
  if (template.spread !== undefined) {
    const spread = resolveVariable(template.spread, scope, root);
    if (isRecord(spread))
      for (const [key, value] of Object.entries(spread)) setOwn(result, key, value);
  }
  return result;
}

/** The value of a variable, as the wire spells it. */
export function resolveVariable(
  variable: Variable,
  scope: Scope,
  root: Template = variable,
): unknown {
  const { from, as } = variable;
  for (const path of from) {
    const value = path === "$fields" ? otherFields(scope, root) : valueAt(path, scope);
    const spelled = value === undefined || value === null ? undefined : toWire(value, as);
    if (spelled !== undefined) return spelled;
    // A field that is there and null stays null.
    if (value === null && as === undefined) return null;
  }
  return undefined;
}

function valueAt(path: string, scope: Scope): unknown {
  if (!path.includes(".")) return scope.valueOf(path);
  const [first = "", ...rest] = path.split(".");
  return rest.reduce(
    (value: unknown, step) =>
      isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined,
    scope.valueOf(first),
  );
}

function otherFields({ fields, omits }: Scope, root: Template): Record<string, unknown> {
  const placed = placedIn(root);
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !placed.has(name) && !omits.includes(name)),
  );
}

const known = new WeakMap<Template, ReadonlySet<string>>();

/** The fields that stand somewhere in the template by name. */
function placedIn(root: Template): ReadonlySet<string> {
  let placed = known.get(root);
  if (placed === undefined) {
    placed = new Set(namesIn(root));
    known.set(root, placed);
  }
  return placed;
}

function namesIn(template: Template): readonly string[] {
  if ("from" in template) return template.from.map(rootOf);
  if ("items" in template) return template.items.flatMap(namesIn);
  if ("each" in template) return [rootOf(template.each)];
  if (!("members" in template)) return [];
  const spread = template.spread === undefined ? [] : template.spread.from.map(rootOf);
  return [...template.members.flatMap(([, value]) => namesIn(value)), ...spread];
}

function rootOf(path: string): string {
  return path.split(".", 1)[0] as string;
}

function fillEach(path: string, item: Template, scope: Scope): unknown {
  const source = valueAt(path, scope);
  if (source === undefined || source === null) return undefined;
  const rows = Array.isArray(source)
    ? source.map((each: unknown) => ({ item: each, key: undefined as string | undefined }))
    : isRecord(source)
      ? Object.entries(source).flatMap(([key, list]) =>
          (Array.isArray(list) ? list : []).map((each: unknown) => ({
            item: each,
            key: key as string | undefined,
          })),
        )
      : [];
  return rows
    .map(({ item: value, key }) => {
      const inner: Scope = {
        ...scope,
        valueOf: (name) => (name === "$item" ? value : name === "$key" ? key : scope.valueOf(name)),
      };
      return fillPart(item, inner, item, false);
    })
    .filter((each) => each !== undefined);
}

/** The public fields that the shapes name. */
export function fieldsOf(error: object, shapes: FieldShapes = {}): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const key of Object.keys(shapes)) {
    const { name } = memberName(key);
    const value = (error as Record<string, unknown>)[name];
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

/** The same, with nothing inside them that the shapes do not name, and `fitting` says: none that is of another shape. */
export function declaredFieldsOf(
  error: object,
  shapes: FieldShapes = {},
  fitting: boolean,
): Record<string, unknown> {
  const fields = fieldsOf(error, shapes);
  for (const [key, shape] of Object.entries(shapes)) {
    const { name } = memberName(key);
    if (!(name in fields)) continue;
    if (fitting && !checkOf(shape)(fields[name])) delete fields[name];
    else fields[name] = declared(fields[name], shape);
  }
  return fields;
}
