/** Edits of a file of a catalog, kept only where it then says what was meant, and nothing else. */
import { isDeepStrictEqual } from "node:util";
import { collect } from "../../diagnostics/report.js";
import { newlineOf } from "../../fix/add-member.js";
import { applyEdits, type Edit } from "../../fix/edit.js";
import type { CatalogFile } from "../../load/decode-file.js";
import { decodeFile } from "../../load/decode-file.js";
import { loadRules } from "../../load/load-rules.js";
import { parseYaml } from "../../load/parse-yaml.js";
import type { YamlMap } from "../../model/yaml-node.js";

/** A value of a file, as data that can be changed. */
export interface FileData {
  [key: string]: unknown;
}

/** A file as a tree, where it is sound. */
export function treeOfFile(file: CatalogFile): YamlMap | undefined {
  const { report } = collect(loadRules);
  const { file: source, readable } = decodeFile(file, report);
  const root = readable ? parseYaml(source, report) : undefined;
  return root?.kind === "map" ? root : undefined;
}

/**
 * The text after the edits; undefined where it would not say what was meant.
 *
 * @param change makes the same changes in the data of the file.
 */
export function editedFile(
  root: YamlMap,
  edits: readonly Edit[],
  change: (data: FileData) => void,
): string | undefined {
  const { file } = root;
  const text = applyEdits(
    file.text,
    edits.map((edit) => ({ ...edit, text: edit.text.replaceAll(/\r?\n/g, newlineOf(file)) })),
  );
  const after = treeOfFile({ path: file.path, shownPath: file.path, content: text });
  const wanted = dataOf(root);
  change(wanted);
  return after !== undefined && isDeepStrictEqual(dataOf(after), wanted) ? text : undefined;
}

function dataOf(root: YamlMap): FileData {
  return JSON.parse(JSON.stringify(root.value));
}

/** Adds lines behind the last member of a mapping that is written in lines. Undefined where it is not. */
export function appendLines(
  root: YamlMap,
  map: YamlMap,
  lines: readonly string[],
): Edit | undefined {
  const { text } = root.file;
  const [first] = map.pairs.values();
  const last = [...map.pairs.values()].at(-1);
  if (first === undefined || last === undefined || text[map.start] === "{") return undefined;
  const lineStart = text.lastIndexOf("\n", first.key.start - 1) + 1;
  const indent = text.slice(lineStart, first.key.start);
  if (!/^ +$/.test(indent)) return undefined;
  const isLast = [...root.pairs.values()].at(-1)?.value === map;
  const end = isLast
    ? text.length
    : text.indexOf("\n", Math.max(last.value.end - 1, last.key.end)) + 1;
  if (end === 0) return undefined;
  const before = text[end - 1] === "\n" ? "" : "\n";
  // What is indented by two becomes what the file has.
  const own = lines.join("").replace(/^( {2})+/gm, (spaces) => indent.repeat(spaces.length / 2));
  return { start: end, end, text: before + own };
}
