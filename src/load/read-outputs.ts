/** `outputs` of catalog.yaml → model. */
import type { Output } from "../model/output.js";
import type { YamlNode } from "../model/yaml-node.js";
import { outputsByKey } from "../outputs/outputs.js";
import { items, located, optional } from "./read-entry.js";

/** The outputs under one key: a path, a path with options, or several of these. Keys that nobody knows give none. */
export function readOutputs(kind: string, node: YamlNode): readonly Output[] {
  if (!outputsByKey.has(kind)) return [];
  const all = node.kind === "list" ? items(node) : [node];
  return all.flatMap((each) => readOutput(kind, each));
}

function readOutput(kind: string, node: YamlNode): readonly Output[] {
  if (node.kind !== "map") return [{ kind, path: located(node), wire: undefined, options: {} }];
  const { path, wire, ...others } = Object.fromEntries(node.pairs);
  const at = optional<string>(path?.value);
  if (at === undefined) return [];
  const options = Object.fromEntries(
    Object.entries(others).map(([name, { value }]) => [name, value.value]),
  );
  return [{ kind, path: at, wire: optional(wire?.value), options }];
}
