/** What is certain enough to be mended in an entry. */
import { keyRank } from "../model/entry-keys.js";
import type { RespelledScalar } from "../model/respelled.js";
import type { YamlMap, YamlPair } from "../model/yaml-node.js";
import { addLine, rankOf } from "./add-member.js";
import type { Edit } from "./edit.js";
import { keyLines } from "./entry-block.js";

/** A text that was a number to YAML, in quotes: `1.0` → `"1.0"`. */
export function quoteNumber(pair: YamlPair | undefined): Edit | undefined {
  if (pair?.value.kind !== "scalar" || typeof pair.value.value !== "number") return undefined;
  const { file, start, end } = pair.value;
  return { start, end, text: `"${file.text.slice(start, end)}"` };
}

/** A scalar that YAML turns into another, in quotes: `08001` → `"08001"`. */
export function quoteScalar({ start, end, written }: RespelledScalar): Edit {
  return { start, end, text: `"${written}"` };
}

/** The line of a `since`, where the entry has none: behind the keys that come before it. */
export function addSince(entry: YamlMap, version: string): Edit | undefined {
  if (entry.pairs.has("since") || entry.pairs.has("retired")) return undefined;
  return addLine(entry, "since", version);
}

/**
 * The keys in their order; own keys, which have none, stay where they are. Undefined where they are in order, where
 * nobody knows one of them, or where a comment or an empty line stands between them.
 */
export function reorder(entry: YamlMap): Edit | undefined {
  const keys = keyLines(entry);
  const [first] = keys ?? [];
  const last = keys?.at(-1);
  if (keys === undefined || first === undefined || last === undefined) return undefined;
  const known = keys.filter(({ key }) => !isOwnKey(key));
  if (known.some(({ key }) => keyRank(key) === undefined)) return undefined;
  const ranked = [...known].sort((a, b) => rankOf(a.key) - rankOf(b.key)).values();
  const sorted = keys.map((each) => (isOwnKey(each.key) ? each : (ranked.next().value ?? each)));
  if (sorted.every((each, index) => each === keys[index])) return undefined;
  const { text } = entry.file;
  const moved = keys.filter((each, index) => each !== sorted[index]);
  const from = keys.indexOf(moved[0] ?? first);
  const to = keys.indexOf(moved.at(-1) ?? last);
  const lines = keys.slice(from, to + 1).map(({ start, end }) => text.slice(start, end));
  // A comment is about what it stands above, beside or below; nobody but its author knows which.
  const isTidy = lines.every((line) => !/(^|\s)#|\n[ \t\r]*\n/m.test(line) && line.endsWith("\n"));
  if (!isTidy) return undefined;
  const blocks = sorted.slice(from, to + 1).map(({ start, end }) => text.slice(start, end));
  const start = keys[from]?.start ?? 0;
  return { start, end: keys[to]?.end ?? start, text: blocks.join("") };
}

function isOwnKey(key: string): boolean {
  return key.startsWith("x-");
}
