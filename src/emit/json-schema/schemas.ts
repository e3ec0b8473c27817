/** The schemas of all codes that a wire format sends, and of the types that they use. */
import { type Catalog, compareText, type Entry } from "../../model/catalog.js";
import { extensionMembers } from "../../model/extension.js";
import { interfaceName } from "../../model/identifier.js";
import type { WireFormat } from "../../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../../model/wire-rows.js";
import { answerSchema } from "./answer-schema.js";
import { fieldSchema } from "./field-schema.js";
import { rowBodies } from "./row-bodies.js";
import { rowValues } from "./row-values.js";
import type { JsonSchema, SchemaContext } from "./schema.js";

/** A schema with the name that it has among the others. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** The codes that a format sends, by code; those that are never sent, or no longer, are not among them. */
export function sentRows(format: WireFormat, catalog: Catalog): readonly ResolvedRow[] {
  return readRows(format, catalog).filter(({ entry }) => entry.retired === undefined);
}

/** The codes that an answer may have, by code: an older service sends those too that are retired. */
export function readRows(format: WireFormat, catalog: Catalog): readonly ResolvedRow[] {
  return resolveRows(format, catalog).filter(({ entry }) => !entry.neverSent);
}

/** The schema of the body that comes with a code. */
export function codeSchema(
  resolved: ResolvedRow,
  format: WireFormat,
  catalog: Catalog,
  context: SchemaContext,
): NamedSchema {
  const bodies = rowBodies(resolved, format, context).map((body) =>
    rowValues(resolved, format, context.audience, catalog, body),
  );
  const { entry } = resolved;
  const own = context.takesExtensions ? extensionMembers(entry.extensions) : {};
  return {
    name: schemaName(entry),
    schema: { ...answerSchema(resolved, bodies, context), ...own },
  };
}

/** What the schema of a code is called. No type has the same name: their interfaces would clash. */
export function schemaName(entry: Entry): string {
  return interfaceName(entry);
}

/** The schemas of the named types that others refer to, and of those that these refer to, by name. */
export function typeSchemas(
  users: readonly JsonSchema[],
  context: SchemaContext,
): readonly NamedSchema[] {
  const names = new Map([...context.types.keys()].map((name) => [context.ref(name), name]));
  const found = new Map<string, JsonSchema>();
  const rest: unknown[] = [...users];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next !== "object" || next === null) continue;
    for (const inner of Object.values(next)) rest.push(inner);
    const ref = "$ref" in next && typeof next.$ref === "string" ? names.get(next.$ref) : undefined;
    const type = ref === undefined ? undefined : context.types.get(ref)?.type;
    if (ref === undefined || type === undefined || found.has(ref)) continue;
    const schema = fieldSchema(type, context);
    found.set(ref, schema);
    rest.push(schema);
  }
  return [...found]
    .map(([name, schema]) => ({ name, schema }))
    .sort((a, b) => compareText(a.name, b.name));
}
