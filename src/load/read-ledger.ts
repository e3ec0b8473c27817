/** `released.json` → what was released, in the model of catalogs. */
import { collect } from "../diagnostics/report.js";
import type { Contract } from "../model/catalog.js";
import { ledgerDigest } from "../model/ledger-digest.js";
import type { Located, SourceFile } from "../model/source.js";
import type { YamlMap, YamlNode } from "../model/yaml-node.js";
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
    const { at, what, mend = help } = json;
    report("released-form", { file, ...at }, what, { help: mend });
    return undefined;
  }
  const isPlain = isPlainJson(file, json.value) && ledgerFile.safeParse(json.value).success;
  const root = isPlain ? (jsonTree(file, json.value) as YamlMap) : readWithPlaces(file, report);
  return root !== undefined && fitsDigest(root, report) ? ledgerContract(root) : undefined;
}

function readWithPlaces(file: SourceFile, report: Report): YamlMap | undefined {
  // JSON is YAML, and this reader knows places and sees keys that stand twice.
  const { report: collected, diagnostics } = collect(loadRules);
  const root = parseYaml(file, collected);
  const newer = root === undefined ? undefined : newerFormat(root);
  if (newer !== undefined) {
    const what = `A newer errdex wrote this ledger: its format is ${newer.value}, and this one reads ${format}.`;
    report("released-form", newer.at, what, {
      help: "Upgrade errdex to the version that wrote it.",
    });
    return undefined;
  }
  const issues = root === undefined ? [] : (ledgerFile.safeParse(root.value).error?.issues ?? []);
  if (root !== undefined) reportIssues(issues, ledgerFile, root, collected);
  for (const { rule, at, message } of diagnostics)
    report("released-form", at, `The ledger is not what \`errdex release\` writes: ${message}`, {
      help: rule === "unknown-key" ? `If a newer errdex wrote it, upgrade. ${help}` : help,
    });
  return diagnostics.length > 0 ? undefined : (root as YamlMap | undefined);
}

/** The layout of the file that is read. */
const format = 1;

function newerFormat(root: YamlNode): Located<number> | undefined {
  const node = root.kind === "map" ? root.pairs.get("errdex")?.value : undefined;
  const value = node?.value;
  return node !== undefined && typeof value === "number" && value > format
    ? { value, at: node }
    : undefined;
}

// The text of two releases may come together line by line, and no line shows that nobody released it.
function fitsDigest(root: YamlMap, report: Report): boolean {
  const node = root.pairs.get("digest")?.value;
  if (node === undefined || node.value === ledgerDigest(root.value)) return true;
  const what =
    "The digest of the ledger does not fit what it says: two releases were merged into one, or it was edited by hand.";
  report("released-form", node, what, {
    help: "Take the file as one of the releases wrote it, and run `errdex release` for what came with the other.",
  });
  return false;
}

interface JsonFault {
  readonly at: { readonly start: number; readonly end: number };
  readonly what: string;
  readonly mend?: string;
}

function readJson(text: string): { readonly value: unknown } | JsonFault {
  const conflict = /^(<{7}|={7}|>{7})( |$)/m.exec(text);
  if (conflict !== null) {
    const start = conflict.index;
    return {
      at: { start, end: start + 7 },
      what: "The ledger holds a merge conflict.",
      mend: "Take the file of one side, and run `errdex release` for what came with the other.",
    };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const found = / at position (\d+)/.exec(String(error));
    const start = Math.min(Number(found?.[1] ?? text.length), text.length);
    const isCut = start > 0 && text.slice(start).trim() === "";
    const what = `The ledger is not JSON${isCut ? ": it ends too soon" : ""}.`;
    return { at: { start, end: start + 1 }, what };
  }
}
