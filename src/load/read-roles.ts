/** `roles` of catalog.yaml → model. The YAML has been validated by zod before. */
import type { JsonValue } from "../model/json-value.js";
import { isRole, type RoleCode, type RoleField, type RoleValue } from "../model/role.js";
import type { Located } from "../model/source.js";
import { nodeAt, pairOf, type YamlNode, type YamlPair } from "../model/yaml-node.js";
import { located, pairs } from "./read-entry.js";

/** Reads the codes that stand for roles. */
export function readRoles(node: YamlNode | undefined): readonly RoleCode[] {
  return pairs(node).flatMap(([role, { key, value }]) => {
    const code = value.kind === "map" ? pairOf(value, "code")?.value : value;
    // Both have been reported.
    if (code === undefined || !isRole(role)) return [];
    const fields = pairs(pairOf(value, "fields")?.value).map(readRoleField);
    return [{ role, at: key, code: located<string>(code), fields }];
  });
}

function readRoleField([name, { key, value }]: [string, YamlPair]): RoleField {
  return { name, at: key, value: readValue(value) };
}

function readValue(node: YamlNode): RoleValue {
  if (isVariable(node)) return { kind: "variable", at: node, text: String(node.value) };
  return {
    kind: "constant",
    at: node,
    value: constantOf(node),
    placeOf: (path) => nodeAt(node, path),
    variables: variablesIn(node),
  };
}

function isVariable({ value }: YamlNode): boolean {
  return typeof value === "string" && /^\$(?!\$)/.test(value);
}

/** `$$` is a dollar, as in templates. */
function constantOf(node: YamlNode): JsonValue {
  if (node.kind === "list") return node.items.map(constantOf);
  if (node.kind === "map")
    return Object.fromEntries(
      [...node.pairs].map(([name, pair]) => [name, constantOf(pair.value)]),
    );
  return typeof node.value === "string" ? node.value.replace(/^\$\$/, "$") : node.value;
}

function variablesIn(node: YamlNode): readonly Located<string>[] {
  if (node.kind === "list") return node.items.flatMap(variablesIn);
  if (node.kind === "map")
    return [...node.pairs.values()].flatMap(({ value }) => variablesIn(value));
  return isVariable(node) ? [located<string>(node)] : [];
}
