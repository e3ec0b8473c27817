/** Edits of one file, which are kept only where the file still says the same. */
import { isDeepStrictEqual } from "node:util";
import { collect } from "../diagnostics/report.js";
import { type CatalogFile, decodeFile } from "../load/decode-file.js";
import { loadRules } from "../load/load-rules.js";
import { parseYaml } from "../load/parse-yaml.js";
import type { YamlMap, YamlNode } from "../model/yaml-node.js";
import { applyEdits, type Edit } from "./edit.js";

/** An edit and what it mends. */
export interface MendingEdit extends Edit {
  readonly code: string | undefined;
  readonly what: string;
}

/** A file after edits. */
export interface EditedFile {
  readonly text: string;
  readonly edits: readonly MendingEdit[];
}

/**
 * Makes the edits that `find` finds. Undefined where there are none, or where they would change what the file says.
 *
 * @param mended the keys whose values may change.
 */
export function editFile(
  file: CatalogFile,
  find: (root: YamlMap) => readonly MendingEdit[],
  mended: ReadonlySet<string> = versionKeys,
): EditedFile | undefined {
  const before = editableTree(file);
  const edits = before === undefined ? [] : find(before);
  if (before === undefined || edits.length === 0) return undefined;
  const text = applyEdits(before.file.text, edits);
  const after = editableTree({ ...file, content: text });
  // Block texts and flow mappings have corners that lines do not show: rather no mend than another meaning.
  const isSame =
    after !== undefined && isDeepStrictEqual(meaning(after, mended), meaning(before, mended));
  return isSame ? { text, edits } : undefined;
}

/** The tree of a file that can be edited by place. A byte order mark is dropped when decoding, and would be lost. */
export function editableTree(file: CatalogFile): YamlMap | undefined {
  const { report, diagnostics } = collect(loadRules);
  const { file: source, readable } = decodeFile(file, report);
  const root = readable && !hasMark(file.content) ? parseYaml(source, report) : undefined;
  const isWhole = diagnostics.every(
    ({ rule }) => !rule.startsWith("yaml-") || rule === "yaml-number",
  );
  return root?.kind === "map" && isWhole ? root : undefined;
}

function hasMark(content: string | Uint8Array): boolean {
  if (typeof content === "string") return content.startsWith("\ufeff");
  return content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf;
}

const versionKeys: ReadonlySet<string> = new Set(["since", "version"]);

/** The values of a file as they are written, without those that are mended. */
function meaning(node: YamlNode, mended: ReadonlySet<string>): unknown {
  if (node.kind === "list") return node.items.map((item) => meaning(item, mended));
  if (node.kind !== "map") return node.written ?? node.value;
  const pairs = [...node.pairs].filter(([key]) => !mended.has(key));
  return new Map(pairs.map(([key, { value }]) => [key, meaning(value, mended)]));
}
