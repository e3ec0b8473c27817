/** What a zod schema takes at a path; zod's own issues do not say. */
import * as z from "zod4";

/** The member names that the schema allows in the mapping at the path. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  return [...new Set(schemasAt(schema, path).flatMap(ownKeys))];
}

/** The schemas that a value at the path may follow, one of them; none where the schema takes anything there. */
export function schemasAt(
  schema: z.ZodType,
  [step, ...rest]: readonly PropertyKey[],
): readonly z.ZodType[] {
  if (step === undefined) return branches(schema);
  return branches(schema).flatMap((branch) => {
    const inner = childOf(branch, step);
    return inner === undefined ? [] : schemasAt(inner, rest);
  });
}

function ownKeys(schema: z.ZodType): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (!(schema instanceof z.ZodRecord) || !(schema.keyType instanceof z.ZodEnum)) return [];
  return schema.keyType.options.map(String);
}

function childOf(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject)
    return (schema.shape[String(step)] ?? schema.def.catchall) as z.ZodType | undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return undefined;
}

function branches(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional) return branches(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodLazy) return branches(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(branches);
  return [schema];
}
