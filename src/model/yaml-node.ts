/** YAML as a tree in which every node knows its place. */
import type { Span } from "./source.js";

/** Any node. Aliases do not occur: they are refused when the file is read. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** A string, number, boolean or null. */
export interface YamlScalar extends Span {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
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
