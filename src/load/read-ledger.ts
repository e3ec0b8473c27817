/** `released.json` → what was released, in the model of catalogs. */
import type { Contract } from "../model/catalog.js";
import { ledgerDigest } from "../model/ledger-digest.js";
import type { YamlMap } from "../model/yaml-node.js";
import type { DecodedFile } from "./decode-file.js";
import { ledgerContract } from "./ledger-contract.js";
import { ledgerFile } from "./ledger-schema.js";
import type { Report } from "./load-rules.js";
import { readWrittenJson, type WrittenJson } from "./read-written-json.js";

const ledger: WrittenJson = {
  name: "ledger",
  rule: "released-form",
  schema: ledgerFile,
  writer: "`errdex release`",
  help: "Take the last good version from your history; `errdex release` writes the file.",
  conflictHelp: "Take the file of one side, and run `errdex release` for what came with the other.",
};

/** Reads a ledger. Undefined where it is none, which is reported. */
export function readLedger(file: DecodedFile, report: Report): Contract | undefined {
  const root = readWrittenJson(file, ledger, report);
  return root !== undefined && fitsDigest(root, report) ? ledgerContract(root) : undefined;
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
