/** `released.json` → what was released, with places. */
import { collect } from "../diagnostics/report.js";
import type { Contract, ContractSteps, Ledger } from "../model/contract.js";
import { remembered } from "../model/remembered.js";
import type { SourceFile, Span } from "../model/source.js";
import type { YamlList, YamlNode } from "../model/yaml-node.js";
import type { DecodedFile } from "./decode-file.js";
import { ledgerFile } from "./ledger-schema.js";
import { loadRules, type Report } from "./load-rules.js";
import { parseYaml } from "./parse-yaml.js";
import { isPlainJson } from "./plain-json.js";
import { reportIssues } from "./report-issues.js";

const help = "Take the last good version from your history; `errdex release` writes the file.";

/** Reads a ledger. Undefined where it is none, which is reported. */
export function readLedger({ file, readable }: DecodedFile, report: Report): Ledger | undefined {
  if (!readable) return undefined;
  const json = readJson(file.text);
  if ("what" in json) {
    report("released-form", { file, ...json.at }, `The ledger ${json.what}.`, { help });
    return undefined;
  }
  if (isPlainJson(file, json.value) && ledgerFile.safeParse(json.value).success) {
    // Only what changed has to be found in the file, and finding takes longer than all the rest of reading.
    let root: YamlNode | undefined;
    const placeOf = (steps: ContractSteps) => {
      root ??= parseYaml(file, collect(loadRules).report);
      return root && placeIn(root, steps);
    };
    return { contract: json.value as Contract, placeOf };
  }
  return readWithPlaces(file, report);
}

function readWithPlaces(file: SourceFile, report: Report): Ledger | undefined {
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
  return { contract: root.value as unknown as Contract, placeOf: (steps) => placeIn(root, steps) };
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

const itemsByText = remembered(
  ({ items }: YamlList) => new Map(items.toReversed().map((item) => [String(item.value), item])),
);

/** The key of the innermost member on the way that is there. */
function placeIn(root: YamlNode, steps: ContractSteps): Span {
  let node = root;
  let place: Span = root;
  for (const step of steps) {
    if (node.kind === "list") {
      return itemsByText(node).get(step) ?? place;
    }
    // Of an object type the members stand one level deeper.
    const inner = node.kind === "map" ? node.pairs.get("properties")?.value : undefined;
    const pair = [node, inner].flatMap((each) =>
      each?.kind === "map" ? (each.pairs.get(step) ?? each.pairs.get(`${step}?`) ?? []) : [],
    )[0];
    if (pair === undefined) return place;
    place = pair.key;
    node = pair.value;
  }
  return place;
}
