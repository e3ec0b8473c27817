/** JSON and YAML → what they say of codes. */
import { parseSource } from "../../coverage/syntax/parse-source.js";
import { quoted, shortened } from "../../diagnostics/suggest.js";
import type { SourceFile, Span } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";
import type { ReadList } from "../listed-code.js";
import { codesOfTree } from "./codes-of-tree.js";
import { type ListNode, memberOf } from "./list-tree.js";
import type { TreeOptions } from "./member-reader.js";
import { openapiCodes } from "./openapi-codes.js";
import { sourceList } from "./source-list.js";
import { yamlList } from "./yaml-list.js";

/** Reads a file of JSON, also with comments, or of YAML. */
export function readData(
  file: SourceFile,
  form: "json" | "yaml",
  options: TreeOptions,
  note: TakeNote,
): ReadList {
  const root = form === "json" ? jsonList(file, note) : yamlList(file, note);
  if (root === undefined) return { codes: [], columns: new Map(), left: [] };
  const isOpenapi = ["openapi", "swagger"].some((name) => memberOf(root, name) !== undefined);
  return isOpenapi ? openapiCodes(root, note) : codesOfTree(root, options, note);
}

/** JSON is what a source may have between brackets. Read so, each text has a place, and a name may stand twice. */
export function jsonList(file: SourceFile, note: TakeNote): ListNode | undefined {
  const { program, problem } = parseSource("list.ts", `(${file.text}\n)`, "ts");
  const statement = program?.body[0];
  const unread = (at: Span) => {
    const written = shortened(file.text.slice(at.start, at.end).split("\n", 1).join(""));
    note("part-left", at, `${quoted(written)} is not JSON, and was not taken.`);
  };
  const isValue = program?.body.length === 1 && statement?.type === "ExpressionStatement";
  const root = isValue
    ? sourceList(statement.expression, { file, values: new Map(), offset: 1, unread })
    : undefined;
  if (root !== undefined) return root;
  const start = Math.max(0, Math.min((problem?.start ?? 1) - 1, file.text.length));
  const why = problem === undefined ? "it is no list and no mapping" : problem.message;
  note("list-unread", { file, start, end: start + 1 }, `This is not JSON: ${why}.`);
  return undefined;
}
