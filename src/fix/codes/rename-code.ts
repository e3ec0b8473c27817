/** A code that gets another name, with everything that names it. */
import type { Located } from "../../model/source.js";
import type { YamlMap } from "../../model/yaml-node.js";
import { yamlKey, yamlText } from "../../model/yaml-text.js";
import { addMember, newlineOf } from "../add-member.js";
import type { Edit } from "../edit.js";
import { endOf, lineEnd, lineStart } from "../node-end.js";
import { addPair } from "./add-pair.js";
import { isInFlow, type TreeFile } from "./catalog-tree.js";
import { type CodeChange, type FileEdit, inFile } from "./code-change.js";
import { found, mentionsOf } from "./mentions.js";
import { renamed, replacedAt } from "./tree-edits.js";

/** A wire format in which the code is spelled by the rule. */
export interface RespelledFormat {
  readonly name: Located<string>;
  /** As the code was spelled. */
  readonly spelling: string;
}

/** How a code is renamed. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** The first version with the new code; undefined where the old one was never released, and is forgotten. */
  readonly since: string | undefined;
  /** The formats in which the new code would be spelled otherwise. */
  readonly formats: readonly RespelledFormat[];
  /** Whether these go on writing the old spelling; otherwise they read it, where it was released. */
  readonly keepsSpelling: boolean;
}

/** @throws RefusedChangeError where a place cannot be edited. */
export function renameCode(files: readonly TreeFile[], renaming: Renaming): CodeChange {
  const { from, to, since, formats, keepsSpelling } = renaming;
  const mentions = mentionsOf(files, from);
  const created = new Map<string, string>();
  const notes: string[] = [];
  const edits: FileEdit[] = mentions.flatMap((mention) => {
    const { kind, file, path } = mention;
    const edit = inFile(file, renamed(mention, to), `a ${kind}`);
    if (kind !== "entry" || since === undefined) return [edit];
    return [edit, ...successorEdits(file, path, { from, to, since })];
  });
  if (keepsSpelling || since !== undefined)
    for (const { name, spelling } of formats) {
      const value = keepsSpelling ? { code: spelling } : { also: [spelling] };
      const file = files.find(
        (each) => each.kind === "wire" && each.root.pairs.get("wire")?.value.value === name.value,
      );
      notes.push(
        keepsSpelling
          ? `On the wire ${to} is still ${spelling} in ${name.value}.`
          : `On the wire ${to} is read as ${spelling} too in ${name.value}.`,
      );
      if (file === undefined)
        created.set(`wire/${name.value}.yaml`, newFormat(name.value, to, value));
      else edits.push(inFile(file, rowEdit(file, { from, to, value }), "the codes"));
    }
  else
    for (const { name } of formats) notes.push(`On the wire it is spelled anew in ${name.value}.`);
  return { edits, created, notes };
}

type Row = Readonly<Record<string, string | readonly string[]>>;

function rowEdit(
  { root }: TreeFile,
  { from, to, value }: { readonly from: string; readonly to: string; readonly value: Row },
): Edit | undefined {
  const codes = found(root, ["codes"]);
  const row = found(root, ["codes", from]);
  const [[key, spelling] = ["code", ""]] = Object.entries(value);
  const written =
    key === "code" ? yamlText(spelling as string, true) : yamlText(value as never, true);
  if (row?.kind === "map") return addMember(row, key, spelling as never);
  if (codes?.kind === "map") return addPair(codes, { key: yamlKey(to), value: written });
  return addPair(root, {
    key: "codes",
    value: `{ ${yamlKey(to)}: ${written} }`,
    lines: [`  ${yamlKey(to)}: ${written}`],
  });
}

function newFormat(name: string, to: string, value: Row): string {
  const { code } = value;
  const written = typeof code === "string" ? yamlText(code) : yamlText(value as never);
  return `wire: ${name}\ncodes:\n  ${yamlKey(to)}: ${written}\n`;
}

/** The new entry is there since a version of its own, and the old code stays as a tombstone behind it. */
function successorEdits(
  file: TreeFile,
  path: readonly (string | number)[],
  { from, to, since }: { readonly from: string; readonly to: string; readonly since: string },
): readonly FileEdit[] {
  const entry = found(file.root, path) as YamlMap;
  const { text } = entry.file;
  const known = entry.pairs.has("since");
  const since1 = known
    ? replacedAt(file, [...path, "since"], yamlText(since, true))
    : addMember(entry, "since", since);
  const ending = yamlText({ retired: { since, replaced_by: to } });
  const key = file.root.pairs.get("errors")?.value;
  const own = key?.kind === "map" ? key.pairs.get(from)?.key : undefined;
  const end = endOf(entry);
  const isLine = !isInFlow(file, path) && own !== undefined;
  const indent = own === undefined ? "" : text.slice(lineStart(text, own.start), own.start);
  const newline = newlineOf(entry.file);
  const behind = lineEnd(text, end - 1);
  const tombstone = `${yamlKey(from)}: ${ending}`;
  const needsEnd = behind > 0 && text[behind - 1] !== "\n" ? newline : "";
  return [
    inFile(file, since1, `the entry ${from}`),
    isLine
      ? { file, start: behind, end: behind, text: `${needsEnd}${indent}${tombstone}${newline}` }
      : { file, start: end, end, text: `, ${tombstone}` },
  ];
}
