/** Edits of what stands at a path of a file: it is taken out, or gives way to another text. */
import { pairOf, type YamlMap, type YamlNode } from "../../model/yaml-node.js";
import { yamlKey, yamlText } from "../../model/yaml-text.js";
import type { Edit } from "../edit.js";
import { endOf, isFlow, lineEnd, lineStart } from "../node-end.js";
import { endOfBlock } from "./add-pair.js";
import { isInFlow, type TreeFile, type TreePath } from "./catalog-tree.js";
import { found, type Mention } from "./mentions.js";

/** Puts another code in the place of the one that is named. Quotes stay as they are. */
export function renamed({ file, path, isKey }: Mention, code: string): Edit | undefined {
  const node = isKey ? keyAt(file.root, path) : found(file.root, path);
  if (node?.kind !== "scalar") return undefined;
  const { start, end } = node;
  const quote = node.file.text[start];
  const plain = isKey ? yamlKey(code) : yamlText(code, isInFlow(file, path));
  const isQuoted = quote === '"' || quote === "'";
  return { start, end, text: isQuoted ? `${quote}${code}${quote}` : plain };
}

/**
 * Takes out what stands at the path. A list that would be empty stays as one where `mayBeEmpty`; everything else that
 * would be empty goes too.
 */
export function removedAt(file: TreeFile, path: TreePath, mayBeEmpty = false): Edit | undefined {
  const parent = found(file.root, path.slice(0, -1));
  const step = path.at(-1);
  if (parent === undefined || parent.kind === "scalar" || step === undefined) return undefined;
  const spans = spansIn(parent);
  const index = typeof step === "number" ? step : [...keysOf(parent)].indexOf(step);
  const own = spans[index];
  if (own === undefined) return undefined;
  if (spans.length === 1) {
    if (!mayBeEmpty) return path.length > 1 ? removedAt(file, path.slice(0, -1)) : undefined;
    return emptied(file, path.slice(0, -1), parent);
  }
  const { text } = parent.file;
  if (isFlow(parent)) {
    const [before, after] = [spans[index - 1], spans[index + 1]];
    if (before !== undefined) return { start: before.end, end: own.end, text: "" };
    return after && { start: own.start, end: after.start, text: "" };
  }
  // Whole lines, with what the last of them says behind the value.
  const start = lineStart(text, own.start);
  const isOwnLine = /^ *(?:- *)?$/.test(text.slice(start, own.start));
  if (!isOwnLine || !/^[ \t]*(#.*)?\r?\n?$/.test(text.slice(own.end, lineEnd(text, own.end - 1))))
    return undefined;
  const depth = own.start - start;
  const end = parent.kind === "map" ? endOfBlock(text, own.end, depth) : lineEnd(text, own.end - 1);
  return { start, end, text: "" };
}

/** Another text in the place of a value. */
export function replacedAt(file: TreeFile, path: TreePath, text: string): Edit | undefined {
  const node = found(file.root, path);
  return node && { start: node.start, end: endOf(node), text };
}

function emptied({ root }: TreeFile, path: TreePath, node: YamlMap | YamlNode): Edit | undefined {
  if (node.kind === "scalar") return undefined;
  const text = node.kind === "list" ? "[]" : "{}";
  if (isFlow(node)) return { start: node.start, end: endOf(node), text };
  const key = keyAt(root, path);
  if (key === undefined) return undefined;
  const colon = node.file.text.indexOf(":", key.end) + 1;
  return { start: colon, end: endOf(node), text: ` ${text}` };
}

function keysOf(node: YamlNode): Iterable<string> {
  return node.kind === "map" ? node.pairs.keys() : [];
}

function keyAt(root: YamlMap, path: TreePath): YamlNode | undefined {
  return pairOf(found(root, path.slice(0, -1)), String(path.at(-1)))?.key;
}

function spansIn(node: YamlNode): readonly { readonly start: number; readonly end: number }[] {
  if (node.kind === "list")
    return node.items.map((item) => ({ start: item.start, end: endOf(item) }));
  if (node.kind !== "map") return [];
  return [...node.pairs.values()].map(({ key, value }) => ({
    start: key.start,
    end: Math.max(endOf(value), key.end),
  }));
}
