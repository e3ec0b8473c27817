/** JSON Schema as the catalog writes it → field types. The schema has been validated by zod before. */

import { isExtensionKey } from "../model/extension.js";
import {
  type FieldType,
  type Property,
  type ScalarType,
  type StringFormat,
  stringFormats,
} from "../model/field.js";
import type { YamlMap, YamlNode, YamlPair } from "../model/yaml-node.js";
import type { SchemaInput } from "./catalog-schema.js";
import type { Report } from "./load-rules.js";
import { readExtensions } from "./read-extensions.js";
import { reportEmptyRanges, reportRepeated } from "./unfit-types.js";

type Keywords = Exclude<SchemaInput, string>;
type Base = Pick<FieldType, "at" | "description" | "extensions">;

const scalarTypes: readonly string[] = ["string", "integer", "number", "boolean", "null"];
const limitKeywords = {
  string: ["minLength", "maxLength", "format"],
  integer: ["minimum", "maximum"],
  number: ["minimum", "maximum"],
  array: ["items", "minItems", "maxItems"],
  object: ["properties", "required", "additionalProperties"],
} as const;
const typeBound = new Set<string>(Object.values(limitKeywords).flat());

/** Reads a type. Keywords that do not go together are reported. */
export function readFieldType(node: YamlNode, report: Report): FieldType {
  for (const mark of ["internal", "secret"]) {
    const key = node.kind === "map" ? node.pairs.get(mark)?.key : undefined;
    if (key !== undefined)
      report(
        "field-internal",
        key,
        `The mark "${mark}" belongs to a field or a property, not to a type.`,
      );
  }
  return readType(node, report);
}

function readType(node: YamlNode, report: Report): FieldType {
  if (node.kind !== "map") return named(String(node.value), node);
  const schema = node.value as Keywords;
  const extensions = readExtensions(node);
  const base = {
    at: node,
    ...(schema.description === undefined ? {} : { description: schema.description }),
    ...(extensions.length === 0 ? {} : { extensions }),
  };
  if (schema.oneOf !== undefined) {
    refuseOthers(node, ["oneOf"], report);
    const variants = listAt(node, "oneOf").map((variant) => readFieldType(variant, report));
    return { ...base, kind: "oneOf", variants };
  }
  if (schema.const !== undefined || schema.enum !== undefined) {
    const type = typeof schema.type === "string" ? schema.type : undefined;
    refuseOthers(node, ["const", "enum", "type"], report);
    const values = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
    reportRepeated(listAt(node, "enum"), report);
    for (const value of values) {
      if (type !== undefined && !isOfType(value, type)) {
        report(
          "wrong-type",
          node.pairs.get("type")?.key ?? node,
          `The value ${JSON.stringify(value)} is not of the type ${type}.`,
        );
      }
    }
    return { ...base, kind: "enum", values };
  }
  const types = schema.type === undefined ? impliedTypes(schema) : [schema.type].flat();
  if (types.length === 0) {
    refuseOthers(node, [], report);
    return { ...base, kind: "any" };
  }
  const allowed = types.flatMap((type) => limitKeywords[type as keyof typeof limitKeywords] ?? []);
  refuseOthers(node, ["type", ...allowed], report);
  reportEmptyRanges(node, report);
  const variants = types.map((type) => ofType(type, schema, node, base, report));
  const [only] = variants;
  return variants.length === 1 && only !== undefined ? only : { ...base, kind: "oneOf", variants };
}

function named(name: string, at: YamlNode): FieldType {
  if (scalarTypes.includes(name)) return { at, kind: "scalar", type: name as ScalarType };
  if (name === "object") return { at, kind: "object", properties: [], closed: false };
  if (name === "array") return { at, kind: "array", items: { at, kind: "any" } };
  if ((stringFormats as readonly string[]).includes(name)) {
    return { at, kind: "scalar", type: "string", format: name as StringFormat };
  }
  return { at, kind: "reference", name };
}

function impliedTypes(schema: Keywords): readonly string[] {
  if (schema.properties !== undefined || schema.additionalProperties !== undefined)
    return ["object"];
  if (schema.items !== undefined) return ["array"];
  return schema.format === undefined ? [] : ["string"];
}

function ofType(
  type: string,
  schema: Keywords,
  node: YamlMap,
  base: Base,
  report: Report,
): FieldType {
  switch (type) {
    case "object":
      return readObject(schema, node, base, report);
    case "array": {
      const items = node.pairs.get("items")?.value;
      const item: FieldType =
        items === undefined ? { at: node, kind: "any" } : readFieldType(items, report);
      return { ...base, kind: "array", items: item, ...limits(schema.minItems, schema.maxItems) };
    }
    case "string": {
      const format = schema.format === undefined ? {} : { format: schema.format };
      return {
        ...base,
        kind: "scalar",
        type,
        ...format,
        ...limits(schema.minLength, schema.maxLength),
      };
    }
    default:
      return {
        ...base,
        kind: "scalar",
        type: type as ScalarType,
        ...limits(schema.minimum, schema.maximum),
      };
  }
}

function limits(min: number | undefined, max: number | undefined): { min?: number; max?: number } {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function readObject(schema: Keywords, node: YamlMap, base: Base, report: Report): FieldType {
  const required = schema.required === undefined ? undefined : new Set(schema.required);
  const seen = new Set<string>();
  const properties = pairsAt(node, "properties").map(([key, pair]): Property => {
    const { internal, ...property } = readField(key, pair, report);
    if (seen.has(property.name))
      report("field-form", pair.key, `The member "${property.name}" stands here a second time.`);
    if (property.name === "__proto__")
      report("field-reserved", pair.key, "Every object has a member `__proto__` already.");
    seen.add(property.name);
    if (internal)
      report(
        "field-internal",
        pair.key,
        `Only a field of an error is internal, not the member ${key} of a type.`,
      );
    return { ...property, optional: property.optional || required?.has(property.name) === false };
  });
  for (const name of required ?? []) {
    if (!seen.has(name)) {
      report(
        "wrong-type",
        node.pairs.get("required")?.value ?? node,
        `The required member "${name}" is not among the properties.`,
      );
    }
  }
  const rest = node.pairs.get("additionalProperties")?.value;
  if (rest === undefined || rest.value === true)
    return { ...base, kind: "object", properties, closed: false };
  if (rest.value === false) return { ...base, kind: "object", properties, closed: true };
  if (properties.length > 0) {
    report(
      "schema-keyword",
      rest,
      "A type for additionalProperties does not go together with properties.",
    );
  }
  return { ...base, kind: "object", properties, rest: readFieldType(rest, report), closed: false };
}

/** Reads `name: type` or `name?: type`, with the marks `internal` and `secret`. */
export function readField(
  key: string,
  { key: at, value }: YamlPair,
  report: Report,
): Property & { readonly internal: boolean } {
  const optional = key.endsWith("?");
  const marks = value.kind === "map" ? (value.value as Keywords) : {};
  const field = {
    name: optional ? key.slice(0, -1) : key,
    at,
    optional,
    secret: marks.secret === true,
    internal: marks.internal === true,
  };
  if (field.secret && field.internal) {
    report(
      "field-internal",
      at,
      `The field ${field.name} is internal, so it is not secret as well.`,
    );
  }
  return { ...field, type: readType(value, report) };
}

function listAt(node: YamlMap, name: string): readonly YamlNode[] {
  const list = node.pairs.get(name)?.value;
  return list?.kind === "list" ? list.items : [];
}

function pairsAt(node: YamlMap, name: string): readonly [string, YamlPair][] {
  const map = node.pairs.get(name)?.value;
  return map?.kind === "map" ? [...map.pairs] : [];
}

function refuseOthers(node: YamlMap, allowed: readonly string[], report: Report): void {
  for (const [name, { key }] of node.pairs) {
    if (allowed.includes(name) || isExtensionKey(name)) continue;
    if (["description", "internal", "secret"].includes(name)) continue;
    const because = typeBound.has(name)
      ? "does not belong to this type"
      : "does not go together with what stands beside it";
    report("schema-keyword", key, `The keyword "${name}" ${because}.`);
  }
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  return type === "null" ? value === null : typeof value === type;
}
