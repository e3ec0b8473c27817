/** Which keys a zod schema knows at a path; zod's own issues do not say. */
import { z } from "zod4";

/** The member names that the schema allows in the mapping at the path. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const keys = new Set<string>();
  for (const branch of branches(schema)) {
    const [step, ...rest] = path;
    if (step === undefined) {
      for (const key of ownKeys(branch)) keys.add(key);
      continue;
    }
    const inner = childOf(branch, step);
    if (inner !== undefined) for (const key of keysAt(inner, rest)) keys.add(key);
  }
  return [...keys];
}

function ownKeys(schema: z.ZodType): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (!(schema instanceof z.ZodRecord) || !(schema.keyType instanceof z.ZodEnum)) return [];
  return schema.keyType.options.map(String);
}

function childOf(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)] as z.ZodType | undefined;
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
