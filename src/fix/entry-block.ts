/** An entry as lines: one stretch of whole lines for each of its keys. */
import type { YamlMap } from "../model/yaml-node.js";

/** The lines of a key and its value. */
export interface KeyLines {
  readonly key: string;
  /** Where its first line begins. */
  readonly start: number;
  /** Where the next key's first line begins, or what comes after the entry. */
  readonly end: number;
}

/**
 * The stretches of an entry's keys, in the order of the file. Undefined where keys share lines, as in `{ a: 1, b: 2 }`,
 * or are written in another way than `key: value`: then nothing about its lines is certain.
 */
export function keyLines(entry: YamlMap): readonly KeyLines[] | undefined {
  const { text } = entry.file;
  const pairs = [...entry.pairs];
  const columns = pairs.map(([, { key }]) => indentBefore(text, key.start));
  const starts = pairs.map(([, { key }], index) => key.start - (columns[index] ?? 0));
  const isPlain = pairs.every(([name, { key }], index) => {
    const isFirst = starts[index] === 0 || text[(starts[index] ?? 0) - 1] === "\n";
    colon.lastIndex = key.end;
    const isBare = key.end - key.start === name.length && colon.test(text);
    return isFirst && (columns[index] ?? 0) > 0 && isBare;
  });
  if (!isPlain || new Set(columns).size !== 1 || new Set(starts).size !== starts.length)
    return undefined;
  return pairs.map(([key], index) => ({
    key,
    start: starts[index] ?? 0,
    end: starts[index + 1] ?? endOfEntry(entry, columns[0] ?? 0),
  }));
}

const colon = / *:/y;

// Only as far as there are spaces: a line may be a whole file.
function indentBefore(text: string, start: number): number {
  let first = start;
  while (text[first - 1] === " ") first -= 1;
  return start - first;
}

// Lines that are indented as deep as the keys, or deeper, are the entry's: a text may go on behind its last word.
function endOfEntry({ file: { text }, end }: YamlMap, column: number): number {
  let next = lineEnd(text, Math.max(0, end - 1));
  let owned = next;
  while (next < text.length) {
    const after = lineEnd(text, next);
    const line = text.slice(next, after);
    if (line.trim() !== "" && /^ */.exec(line)?.[0].length !== undefined) {
      const depth = line.length - line.trimStart().length;
      if (depth <= column) break;
      owned = after;
    }
    next = after;
  }
  return owned;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end + 1;
}
