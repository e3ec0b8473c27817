/** A ledger is read before it is written: what cannot be read back would lock its catalog. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { collect } from "../diagnostics/report.js";
import { printLedger } from "../diff/ledger/print-ledger.js";
import { decodeFile } from "../load/decode-file.js";
import { loadRules } from "../load/load-rules.js";
import { readLedger } from "../load/read-ledger.js";

/** Whether the text is read as the ledger that it is, and what is wrong with it otherwise. */
export function readBackLedger(
  text: string,
  shownPath: string,
): { readonly isSame: boolean; readonly diagnostics: readonly Diagnostic[] } {
  const { report, diagnostics } = collect(loadRules);
  const content = new TextEncoder().encode(text);
  const read = readLedger(
    decodeFile({ path: "released.json", shownPath, content }, report),
    report,
  );
  return { isSame: read !== undefined && printLedger(read) === text, diagnostics };
}
