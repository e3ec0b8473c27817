/** A member that is added at the end of a mapping. */
import type { YamlMap } from "../../model/yaml-node.js";
import { newlineOf } from "../add-member.js";
import type { Edit } from "../edit.js";
import { endOf, isFlow, lineEnd, lineStart } from "../node-end.js";

/** What is added. */
export interface AddedPair {
  readonly key: string;
  /** On one line, fit for braces. */
  readonly value: string;
  /** In a block: the lines below the key, each indented as it is below the key itself. */
  readonly lines?: readonly string[];
}

/** The edit that adds a member. Undefined where the last line of the mapping is shared with something else. */
export function addPair(map: YamlMap, { key, value, lines = [] }: AddedPair): Edit | undefined {
  const { text } = map.file;
  const pairs = [...map.pairs.values()];
  const last = pairs.at(-1);
  if (isFlow(map)) {
    const member = `${key}: ${value}`;
    if (last !== undefined)
      return { start: endOf(last.value), end: endOf(last.value), text: `, ${member}` };
    return { start: map.start, end: endOf(map), text: `{ ${member} }` };
  }
  if (last === undefined) return undefined;
  const indent = text.slice(lineStart(text, last.key.start), last.key.start);
  if (!/^ *$/.test(indent)) return undefined;
  const newline = newlineOf(map.file);
  const own = lines.length === 0 ? [`${key}: ${value}`] : [`${key}:`, ...lines];
  const written = own.map((line) => `${indent}${line}${newline}`).join("");
  const end = endOfBlock(text, Math.max(endOf(last.value), last.key.end), indent.length);
  const needsEnd = end > 0 && text[end - 1] !== "\n" ? newline : "";
  // Entries with empty lines between them keep them.
  const before = pairs.at(-2);
  const gap =
    before !== undefined && /\n[ \t]*\r?\n/.test(between(text, before.key.end, last.key.start));
  return { start: end, end, text: `${needsEnd}${gap ? newline : ""}${written}` };
}

function between(text: string, from: number, to: number): string {
  return text.slice(from, lineStart(text, to));
}

/** Where a member of a block ends: lines that are deeper than its key belong to it, since a text may go on behind its last word. */
export function endOfBlock(text: string, from: number, depth: number): number {
  let owned = lineEnd(text, Math.max(0, from - 1));
  for (let next = owned; next < text.length; ) {
    const after = lineEnd(text, next);
    const line = text.slice(next, after);
    if (line.trim() !== "") {
      if (line.length - line.trimStart().length <= depth) break;
      owned = after;
    }
    next = after;
  }
  return owned;
}
