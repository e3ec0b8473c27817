/** A key that is added to an entry, in its place in the order of keys. */
import { entryKeys, keyRank } from "../model/entry-keys.js";
import type { JsonValue } from "../model/json-value.js";
import { remembered } from "../model/remembered.js";
import type { SourceFile } from "../model/source.js";
import type { YamlMap } from "../model/yaml-node.js";
import { yamlText } from "../model/yaml-text.js";
import type { Edit } from "./edit.js";
import { type KeyLines, keyLines } from "./entry-block.js";
import { endOf, isFlow } from "./node-end.js";

/**
 * The edit that adds a key behind those that come before it, in a block or in braces. Undefined where the entry has the
 * key, or where nothing about its lines is certain.
 */
export function addMember(entry: YamlMap, key: string, value: JsonValue): Edit | undefined {
  if (entry.pairs.has(key)) return undefined;
  return isFlow(entry) ? addInBraces(entry, key, value) : addLine(entry, key, yamlText(value));
}

/** A line in a block. */
export function addLine(entry: YamlMap, key: string, value: string): Edit | undefined {
  const keys = keyLines(entry);
  const [first] = keys ?? [];
  if (keys === undefined || first === undefined) return undefined;
  const own = rankOf(key);
  const before = keys.findLast((each) => rankOf(each.key) < own);
  const { text } = entry.file;
  const place = before === undefined ? first.start : endOfValue(text, before);
  const indent = /^ */.exec(text.slice(first.start))?.[0] ?? "";
  // Behind a last line without an end anything that is added may become part of a text.
  if (place > 0 && text[place - 1] !== "\n") return undefined;
  return { start: place, end: place, text: `${indent}${key}: ${value}${newlineOf(entry.file)}` };
}

function addInBraces(entry: YamlMap, key: string, value: JsonValue): Edit | undefined {
  const member = `${key}: ${yamlText(value, true)}`;
  const pairs = [...entry.pairs];
  const own = rankOf(key);
  const [, before] = pairs.findLast(([name]) => rankOf(name) < own) ?? [];
  const [, first] = pairs[0] ?? [];
  if (before !== undefined) return at(endOf(before.value), `, ${member}`);
  if (first !== undefined) return at(first.key.start, `${member}, `);
  return at(entry.start + 1, ` ${member} `);
}

function at(place: number, text: string): Edit {
  return { start: place, end: place, text };
}

/** The line end of a file. */
export const newlineOf = remembered(({ text }: SourceFile) =>
  text.includes("\r\n") ? "\r\n" : "\n",
);

/** Where a key belongs; what nobody knows comes last. */
export function rankOf(key: string): number {
  return keyRank(key) ?? entryKeys.length;
}

// Comments and empty lines behind a value may belong to what follows.
function endOfValue(text: string, { start, end }: KeyLines): number {
  const lines = text.slice(start, end).split(/(?<=\n)/);
  while (lines.length > 1 && /^\s*(#.*)?$/.test(lines.at(-1)?.trimEnd() ?? "")) lines.pop();
  return start + lines.join("").length;
}
