/** Mappings that take keys of the catalog's own beside those that errdex knows. */
import * as z from "zod4";
import { extensionPattern, isExtensionKey } from "../model/extension.js";

/** An object of the shape, with any `x-…` besides; `meta` is what JSON Schema says of it. */
export function extensible<Shape extends z.ZodRawShape>(
  shape: Shape,
  meta: Readonly<Record<string, unknown>> = {},
) {
  const onlyKnown = z.check<unknown>(({ value, issues }) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    const keys = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
    const unknown = keys.filter((key) => !isExtensionKey(key));
    if (unknown.length > 0)
      issues.push({ code: "unrecognized_keys", keys: unknown, input: { ...value } });
  });
  // Whatever else is wrong with the object, a key that nobody knows is reported too.
  onlyKnown._zod.def.when = () => true;
  return z
    .looseObject(shape)
    .check(onlyKnown)
    .meta({ ...meta, patternProperties: { [extensionPattern]: {} }, additionalProperties: false });
}

/** Whether the schema takes keys of the catalog's own. */
export function isExtensible(schema: z.ZodType): boolean {
  return schema.meta()?.patternProperties !== undefined;
}
