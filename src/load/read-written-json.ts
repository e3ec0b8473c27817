/** A JSON file that errdex wrote, as a tree: whoever edits or merges such a file is told what is wrong with it. */
import type * as z from "zod4";
import { collect } from "../diagnostics/report.js";
import type { Located, SourceFile } from "../model/source.js";
import type { YamlMap, YamlNode } from "../model/yaml-node.js";
import type { DecodedFile } from "./decode-file.js";
import { jsonTree } from "./json-tree.js";
import { type LoadRuleName, loadRules, type Report } from "./load-rules.js";
import { parseYaml } from "./parse-yaml.js";
import { isPlainJson } from "./plain-json.js";
import { reportIssues } from "./report-issues.js";

/** A kind of file that errdex writes. */
export interface WrittenJson {
  /** What people call it. */
  readonly name: string;
  /** The rule that every fault of it breaks. */
  readonly rule: LoadRuleName;
  readonly schema: z.ZodType;
  /** The command that writes it, in backticks. */
  readonly writer: string;
  readonly help: string;
  /** What to do where it holds a merge conflict. */
  readonly conflictHelp: string;
}

/** The tree of a file that is as its schema wants it. Undefined where it is not, which is reported. */
export function readWrittenJson(
  { file, readable }: DecodedFile,
  kind: WrittenJson,
  report: Report,
): YamlMap | undefined {
  if (!readable) return undefined;
  const json = readJson(file.text, kind);
  if ("what" in json) {
    const { at, what, mend = kind.help } = json;
    report(kind.rule, { file, ...at }, what, { help: mend });
    return undefined;
  }
  const isPlain = isPlainJson(file, json.value) && kind.schema.safeParse(json.value).success;
  return isPlain ? (jsonTree(file, json.value) as YamlMap) : readWithPlaces(file, kind, report);
}

function readWithPlaces(
  file: SourceFile,
  { name, rule, schema, writer, help }: WrittenJson,
  report: Report,
): YamlMap | undefined {
  // JSON is YAML, and this reader knows places and sees keys that stand twice.
  const { report: collected, diagnostics } = collect(loadRules);
  const root = parseYaml(file, collected);
  const newer = root === undefined ? undefined : newerFormat(root);
  if (newer !== undefined) {
    const what = `A newer errdex wrote this ${name}: its format is ${newer.value}, and this one reads ${format}.`;
    report(rule, newer.at, what, { help: "Upgrade errdex to the version that wrote it." });
    return undefined;
  }
  const issues = root === undefined ? [] : (schema.safeParse(root.value).error?.issues ?? []);
  if (root !== undefined) reportIssues(issues, schema, root, collected);
  for (const { rule: broken, at, message } of diagnostics)
    report(rule, at, `The ${name} is not what ${writer} writes: ${message}`, {
      help: broken === "unknown-key" ? `If a newer errdex wrote it, upgrade. ${help}` : help,
    });
  return diagnostics.length > 0 ? undefined : (root as YamlMap | undefined);
}

/** The layout of the files that are read. */
const format = 1;

function newerFormat(root: YamlNode): Located<number> | undefined {
  const node = root.kind === "map" ? root.pairs.get("errdex")?.value : undefined;
  const value = node?.value;
  return node !== undefined && typeof value === "number" && value > format
    ? { value, at: node }
    : undefined;
}

interface JsonFault {
  readonly at: { readonly start: number; readonly end: number };
  readonly what: string;
  readonly mend?: string;
}

function readJson(
  text: string,
  { name, conflictHelp }: WrittenJson,
): { readonly value: unknown } | JsonFault {
  const conflict = /^(<{7}|={7}|>{7})( |$)/m.exec(text);
  if (conflict !== null) {
    const start = conflict.index;
    return {
      at: { start, end: start + 7 },
      what: `The ${name} holds a merge conflict.`,
      mend: conflictHelp,
    };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const found = / at position (\d+)/.exec(String(error));
    const start = Math.min(Number(found?.[1] ?? text.length), text.length);
    const isCut = start > 0 && text.slice(start).trim() === "";
    const what = `The ${name} is not JSON${isCut ? ": it ends too soon" : ""}.`;
    return { at: { start, end: start + 1 }, what };
  }
}
