/** What a variable of a template puts into a body, and whether who reads the body needs it. */
import { propertyNamed } from "../../model/field.js";
import type { JsonValue } from "../../model/json-value.js";
import { headerPlaces, saysCode } from "../../model/placement.js";
import type { VariableNode } from "../../model/wire-format.js";
import { convertedSchemas } from "./converted-schema.js";
import { fieldSchema } from "./field-schema.js";
import { isRequired, otherFields, type Repeated, type RowValues, valuesAt } from "./row-values.js";
import { anyOfSchemas, type JsonSchema, type SchemaContext, valuesSchema } from "./schema.js";
import { spellingSchemas } from "./spelling-schemas.js";

/** A part of a body. Where no answer with the code has it, there is none. */
export interface Part {
  readonly schema: JsonSchema;
  /** Whether some answers with the code lack it. */
  readonly absent: boolean;
  /** Whether who reads the code relies on it, although the template calls it optional. */
  readonly needed: boolean;
  /** Whether it is an object or a list that may have nothing in it. */
  readonly empty?: "sometimes" | "always";
  /** Whether it is written where nothing is known, so that who reads does without it. */
  readonly hasDefault?: boolean;
}

/** Where a template stands. */
export interface Scope {
  readonly row: RowValues;
  readonly context: SchemaContext;
  readonly repeated?: Repeated;
  /** The code in each body of its answers: where a list has whole answers, its elements are such. */
  readonly bodies?: readonly RowValues[];
}

/** The part that a variable is. */
export function variablePart(variable: VariableNode, scope: Scope): Part | undefined {
  const { context, row, repeated } = scope;
  const { paths, conversion, fallback } = variable;
  const schemas: JsonSchema[] = [];
  let absent = true;
  for (const path of paths) {
    const values = valuesAt(path, row, repeated);
    const written =
      conversion === undefined
        ? values.types.map((type) => ({ schema: fieldSchema(type, context), absent: false }))
        : values.types.flatMap((type) => convertedSchemas(type, conversion, context));
    for (const each of written) if (each !== undefined) schemas.push(each.schema);
    absent =
      values.absent || written.length === 0 || written.some((each) => each?.absent !== false);
    if (!absent) break;
  }
  if (schemas.length > 0 && paths[0]?.[0] === "$code") schemas.push(...spellingSchemas(row));
  if (absent && fallback !== undefined) {
    schemas.push(valueSchema(fallback.value));
    absent = false;
  }
  if (schemas.length === 0) return undefined;
  const schema = anyOfSchemas(schemas);
  const hasDefault = fallback !== undefined;
  if (paths[0]?.[0] !== "$fields")
    return { schema, absent, needed: isNeeded(variable, scope), ...(hasDefault && { hasDefault }) };
  const fields = otherFields(row);
  const required = fields.filter(({ optional }) => !optional);
  return {
    schema,
    absent,
    needed: required.some(({ name }) => isSolePlace([name], row)),
    ...(required.length > 0 ? {} : { empty: fields.length > 0 ? "sometimes" : "always" }),
  };
}

function valueSchema(value: JsonValue): JsonSchema {
  return typeof value === "object" && value !== null ? { const: value } : valuesSchema([value]);
}

/** Whether decoding needs what stands there: the code, or the only place of a required field. */
export function isNeeded({ paths, fallback }: VariableNode, { row }: Scope): boolean {
  const [path = [], ...others] = paths.filter((each) => isOfRow(each, row));
  const [first = ""] = path;
  if (others.length > 0) return false;
  if (first === "$code" || first === "$type") {
    const { resolved, format } = row;
    const { spelling } = resolved;
    if (headerPlaces(format).some(saysCode)) return false;
    // What has no code is read as the one that is written where there is none.
    return spelling !== null && String(fallback?.value) !== String(spelling);
  }
  const field = propertyNamed(row.resolved.entry.fields, first);
  if (field === undefined || !isRequired(field, row.resolved)) return false;
  return !valuesAt(path, row, undefined).absent && isSolePlace(path, row);
}

/** Whether errors with the code have anything there. */
function isOfRow(path: readonly string[], row: RowValues): boolean {
  return valuesAt(path, row, undefined).types.length > 0;
}

/** Whether what the path leads to stands nowhere else in body and headers. */
export function isSolePlace(path: readonly string[], row: RowValues): boolean {
  const overlaps = (other: readonly string[]) =>
    path.every((step, index) => other[index] === undefined || other[index] === step);
  const others = row.places.get(path[0] ?? "") ?? [];
  return others.filter((other) => overlaps(other) && isOfRow(other, row)).length <= 1;
}
