/** What an answer looks like, for a choice. */
import type { Condition, TemplateNode } from "../model/wire-format.js";
import type { YamlNode, YamlPair } from "../model/yaml-node.js";

/**
 * Reads what an answer looks like: `{ status?, headers?, body? }`, or a body alone.
 *
 * @param read reads a template.
 */
export function readCondition(node: YamlNode, read: (node: YamlNode) => TemplateNode): Condition {
  const parts = node.kind === "map" ? node.pairs : new Map<string, YamlPair>();
  const [status, headers, body] = ["status", "headers", "body"].map(
    (name) => parts.get(name)?.value,
  );
  const isWhole =
    [status, headers, body].filter((part) => part !== undefined).length === parts.size &&
    (status === undefined || /^[1-5](\d\d|xx)$/.test(String(status.value))) &&
    headers?.kind !== "scalar" &&
    parts.size > 0;
  if (!isWhole) return { at: node, status: undefined, headers: undefined, body: read(node) };
  return {
    at: node,
    status: status && String(status.value),
    headers: headers && read(headers),
    body: body && read(body),
  };
}
