/** Lists and maps that stand as trees in bodies: a part of the runtime for formats that have such. */
import { readerOf } from "../reader-of.js";
import type { Shape } from "../shape.js";
import { repetition } from "./each.js";
import { type MakeFill, pathFill, shapeOf } from "./fill.js";
import type { Repetition } from "./layout.js";
import type { MadeTemplate, Template } from "./template.js";
import { leavesOf, type TreeLeaf, treeOf } from "./tree.js";

/** A tree; the template inside it makes an object of the `path` of a leaf and of the `leaf` itself. */
export interface TreeTemplate extends MadeTemplate {
  readonly inner: readonly [Template];
  /** The path of the field, and the member that holds the leaf. */
  readonly with: { readonly tree: string; readonly leaf?: string };
}

/** `$tree`: its leaves are read as the elements of `$each`, with `path` and `leaf` in them. */
export const treeRepetition: Repetition = {
  // Methods, for a spread at the top of a module stays in every bundle.
  itemsOf: (value, shape) => repetition.itemsOf(value, shape),
  itemShape: (shape) => repetition.itemShape(shape),
  fromWire(tree, shape, now, item, leaf) {
    const inner = repetition.itemShape(shape);
    const isList = isListed(shape);
    const isLeaf = (value: unknown) => {
      const parts = isList && Array.isArray(value) ? (value as unknown[]) : [value];
      if (isList !== Array.isArray(value)) return false;
      return parts.every((part) => readerOf(inner)(part, []) !== undefined);
    };
    const leaves = leavesOf(tree, leaf, isLeaf);
    const elements = leaves?.flatMap(({ path, leaf: value }) =>
      (isList && Array.isArray(value) ? (value as unknown[]) : [value]).map((part) => ({
        path,
        leaf: part,
      })),
    );
    return elements && repetition.fromWire(elements, shape, now, item);
  },
};

/** Writes the leaves where their paths lead. */
export const fillTree: MakeFill = (template, context, fillOf) => {
  const {
    inner,
    with: { tree, leaf },
  } = template as TreeTemplate;
  const list = pathFill(tree, context);
  const shape = shapeOf(tree, context);
  const isList = isListed(shape);
  const fill = fillOf(inner[0], { ...context, itemShape: repetition.itemShape(shape) }, false);
  return (scope) => {
    const items = repetition.itemsOf(list(scope), shape);
    if (items === undefined) return undefined;
    const byPath = new Map<string, unknown[]>();
    for (const { item: each, key } of items) {
      const filled = fill({ ...scope, item: each, key }) as TreeLeaf | undefined;
      if (filled === undefined) continue;
      const path = String(filled.path ?? "");
      const values = byPath.get(path) ?? [];
      values.push(filled.leaf);
      byPath.set(path, values);
    }
    const leaves = [...byPath].map(([path, values]) => ({
      path,
      leaf: isList ? values : values[0],
    }));
    return treeOf(leaves, leaf);
  };
};

/** Whether a leaf is a list: of a list, and of a map of lists. */
function isListed(shape: Shape): boolean {
  const isMap = typeof shape === "object" && "members" in shape;
  return !isMap || repetition.itemsOf({ a: [0] }, shape)?.[0]?.item === 0;
}
