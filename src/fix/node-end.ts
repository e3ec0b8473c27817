/** Where a node ends in its text, and what may be written there. */
import type { YamlList, YamlMap, YamlNode } from "../model/yaml-node.js";

/** Whether a mapping or a list is written in brackets. */
export function isFlow({ file, start }: YamlMap | YamlList): boolean {
  return /[[{]/.test(file.text[start] ?? "");
}

/** The place behind a node, its closing bracket included: a tree ends a mapping or a list with the last thing in it. */
export function endOf(node: YamlNode): number {
  if (node.kind === "scalar") return node.end;
  const last = node.kind === "list" ? node.items.at(-1) : [...node.pairs.values()].at(-1)?.value;
  const inner = last === undefined ? node.start + 1 : endOf(last);
  return isFlow(node) ? closing(node.file.text, inner) : inner;
}

// Between the last thing and the bracket there may be space, a comma and comments.
function closing(text: string, from: number): number {
  rest.lastIndex = from;
  return from + (rest.exec(text)?.[0].length ?? 0);
}

const rest = /(?:[\s,]|(?<=\s)#[^\n]*)*[\]}]/y;

/** Where the line of a place begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Where the next line begins, or the text ends. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}
