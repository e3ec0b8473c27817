/** Where texts can stand, by the schemas of a catalog's files. */
import { z } from "zod";
import { catalogFile, errorsFile, operationsFile } from "../../../src/load/catalog-schema.js";
import { localeFile } from "../../../src/load/locale-schema.js";
import { wireFile } from "../../../src/load/wire-schema.js";

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
}

const files = {
  catalog: catalogFile,
  errors: errorsFile,
  operations: operationsFile,
  wire: wireFile,
  locale: localeFile,
};

/** The path of every place that is free text, or anything. */
export function textPositions(): readonly string[] {
  const roots = Object.entries(files).flatMap(([name, file]) => {
    const { $defs = {}, ...root } = z.toJSONSchema(file) as Schema;
    return [[name, root] as const, ...Object.entries($defs)];
  });
  return [...new Set(roots.flatMap(([name, root]) => walk(name, root)))].sort();
}

function walk(path: string, schema: Schema): readonly string[] {
  const { anyOf, type, items, properties, propertyNames, additionalProperties } = schema;
  const { patternProperties } = schema;
  if (schema.$ref !== undefined) return [];
  if (anyOf !== undefined) return anyOf.flatMap((each) => walk(path, each));
  if (type === "array") return walk(path, items ?? {});
  if (type === "object") {
    const members = Object.entries(properties ?? {});
    const rest = typeof additionalProperties === "object" ? additionalProperties : undefined;
    // Beside members that have names the rest has a path of its own.
    const inner = members.length === 0 ? path : `${path}.{}`;
    return [
      ...members.flatMap(([name, member]) => walk(`${path}.${name}`, member)),
      ...(propertyNames === undefined ? [] : [`${path}.{key}`]),
      ...(rest === undefined ? [] : walk(inner, rest)),
      // Keys of a catalog's own, and what they hold.
      ...(patternProperties === undefined ? [] : [`${path}.x-{key}`, `${path}.x-`]),
    ];
  }
  const isText = type === undefined || (type.includes("string") && schema.enum === undefined);
  return isText ? [path] : [];
}
