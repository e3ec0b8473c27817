/** YAML as a tree in which every node knows its place. */
import type { RespelledValue } from "./respelled.js";
import type { Span } from "./source.js";

/** Any node. Aliases do not occur: they are refused when the file is read. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** A string, number, boolean or null. */
export interface YamlScalar extends Span {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** What is written, where the value is written otherwise: `08001` is 8001, `1.0` is 1, `TRUE` is true. */
  readonly written?: string;
  /** The value is not that of the number that is written, which has been reported. */
  readonly isLost?: true;
}

/** A sequence. */
export interface YamlList extends Span {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  /** The plain values of the items. */
  readonly value: readonly unknown[];
}

/** A mapping. */
export interface YamlMap extends Span {
  readonly kind: "map";
  /** In the order of the file. */
  readonly pairs: ReadonlyMap<string, YamlPair>;
  /** The plain values of the members. Has no prototype. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** A member of a mapping. */
export interface YamlPair {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

/** The scalars of a tree that are written otherwise than their values; keys are kept as they are written. */
export function respelledIn(
  node: YamlNode,
  path: RespelledValue["path"] = [],
): readonly RespelledValue[] {
  if (node.kind === "list")
    return node.items.flatMap((item, index) => respelledIn(item, [...path, index]));
  if (node.kind === "map")
    return [...node.pairs].flatMap(([name, { value }]) => respelledIn(value, [...path, name]));
  return node.written === undefined ? [] : [{ path, at: { ...node, written: node.written } }];
}

/** The member's pair, where the node is a mapping and has it. */
export function pairOf(node: YamlNode | undefined, name: string): YamlPair | undefined {
  return node?.kind === "map" ? node.pairs.get(name) : undefined;
}

/** The node that a path of member names and element numbers leads to, or the last one on the way that exists. */
export function nodeAt(root: YamlNode, path: readonly PropertyKey[]): YamlNode {
  let node = root;
  for (const step of path) {
    const next =
      node.kind === "map"
        ? node.pairs.get(String(step))?.value
        : node.kind === "list"
          ? node.items[Number(step)]
          : undefined;
    if (next === undefined) return node;
    node = next;
  }
  return node;
}
