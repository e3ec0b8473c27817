/** What `"*"` puts beside the members of an object. */
import { variantsOf } from "../../model/field.js";
import type { VariableNode } from "../../model/wire-format.js";
import { convertedSchemas } from "./converted-schema.js";
import { fieldSchema } from "./field-schema.js";
import { valuesAt } from "./row-values.js";
import { anyOfSchemas, type JsonSchema, objectSchema, type SchemaMember } from "./schema.js";
import { isSolePlace, type Scope, variablePart } from "./variable-part.js";

/** Members that stand beside others. */
export interface Spread {
  readonly members: readonly SchemaMember[];
  /** What members without a name of their own may be; absent: there are none. */
  readonly additional: JsonSchema | undefined;
  readonly needed: boolean;
}

/** The members of what is spread. */
export function spreadPart(variable: VariableNode, scope: Scope): Spread {
  const { context, row } = scope;
  const part = variablePart(variable, scope);
  if (part === undefined) return { members: [], additional: undefined, needed: false };
  const [path = []] = variable.paths;
  const objects = variable.paths.flatMap((each) => objectsAt(each, variable.conversion, scope));
  const isProducer = context.audience === "producers";
  const members = objects.flatMap(({ properties = {}, required = [] }) => {
    const needed = new Set(required as readonly string[]);
    return Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(
      ([name, schema]) => {
        const isThere = !part.absent && objects.length === 1 && needed.has(name);
        const place = path[0] === "$fields" ? [name] : [...path, name];
        return { name, schema, required: isThere && (isProducer || isSolePlace(place, row)) };
      },
    );
  });
  const additional = objects.flatMap(({ additionalProperties = isProducer ? {} : false }) =>
    additionalProperties === false ? [] : [additionalProperties as JsonSchema],
  );
  return {
    members: merged(members, []),
    additional: additional.length === 0 ? undefined : anyOfSchemas(additional),
    needed: members.some(({ required }) => required),
  };
}

/** The schemas of the objects that stand at a path; what is no object is not spread. */
function objectsAt(
  path: readonly string[],
  conversion: string | undefined,
  { row, context, repeated }: Scope,
): readonly JsonSchema[] {
  const types = valuesAt(path, row, repeated).types.flatMap((type) => variantsOf(type, row.types));
  const schemas = types.flatMap((type): readonly JsonSchema[] =>
    conversion === undefined
      ? [fieldSchema(type, context)]
      : convertedSchemas(type, conversion, context).flatMap((converted) =>
          converted === undefined ? [] : [converted.schema],
        ),
  );
  // Of what is of any type, the objects.
  return schemas.filter(({ type }) => type === undefined || type === "object");
}

/** Members by name; where two have one name, either may stand there. */
export function merged(
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

/** An object with the members of all. */
export function mergedObject(schemas: readonly JsonSchema[]): JsonSchema {
  const members = schemas.flatMap(({ properties = {} }) =>
    Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(
      ([name, schema]): SchemaMember => ({ name, schema, required: false }),
    ),
  );
  const isClosed = schemas.every((each) => each.additionalProperties === false);
  return objectSchema(merged(members, []), isClosed ? false : undefined);
}
