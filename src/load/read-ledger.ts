/** `released.json` → what was released, in the model of catalogs. */
import { collect } from "../diagnostics/report.js";
import type { Contract } from "../model/catalog.js";
import type { SourceFile } from "../model/source.js";
import type { YamlMap } from "../model/yaml-node.js";
import type { DecodedFile } from "./decode-file.js";
import { jsonTree } from "./json-tree.js";
import { ledgerContract } from "./ledger-contract.js";
import { ledgerFile } from "./ledger-schema.js";
import { loadRules, type Report } from "./load-rules.js";
import { parseYaml } from "./parse-yaml.js";
import { isPlainJson } from "./plain-json.js";
import { reportIssues } from "./report-issues.js";

const help = "Take the last good version from your history; `errdex release` writes the file.";

/** Reads a ledger. Undefined where it is none, which is reported. */
export function readLedger({ file, readable }: DecodedFile, report: Report): Contract | undefined {
  if (!readable) return undefined;
  const json = readJson(file.text);
  if ("what" in json) {
    report("released-form", { file, ...json.at }, `The ledger ${json.what}.`, { help });
    return undefined;
  }
  if (isPlainJson(file, json.value) && ledgerFile.safeParse(json.value).success)
    return ledgerContract(jsonTree(file, json.value) as YamlMap);
  return readWithPlaces(file, report);
}

function readWithPlaces(file: SourceFile, report: Report): Contract | undefined {
  // JSON is YAML, and this reader knows places and sees keys that stand twice.
  const { report: collected, diagnostics } = collect(loadRules);
  const root = parseYaml(file, collected);
  const issues = root === undefined ? [] : (ledgerFile.safeParse(root.value).error?.issues ?? []);
  if (root !== undefined) reportIssues(issues, ledgerFile, root, collected);
  for (const { at, message } of diagnostics)
    report("released-form", at, `The ledger is not what \`errdex release\` writes: ${message}`, {
      help,
    });
  if (root === undefined || diagnostics.length > 0) return undefined;
  return ledgerContract(root as YamlMap);
}

interface JsonFault {
  readonly at: { readonly start: number; readonly end: number };
  readonly what: string;
}

function readJson(text: string): { readonly value: unknown } | JsonFault {
  const conflict = /^(<{7}|={7}|>{7})( |$)/m.exec(text);
  if (conflict !== null) {
    const start = conflict.index;
    return { at: { start, end: start + 7 }, what: "holds a merge conflict" };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const found = / at position (\d+)/.exec(String(error));
    const start = Math.min(Number(found?.[1] ?? text.length), text.length);
    return { at: { start, end: start + 1 }, what: "is not JSON" };
  }
}
