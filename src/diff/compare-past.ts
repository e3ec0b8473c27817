/** What the base remembers and the current contract does not: memory is never to be lost. */
import { type Contract, type ContractSteps, memberOf } from "../model/contract.js";
import type { Comparison } from "./comparison.js";
import { spellingsOf } from "./contract-rows.js";

/**
 * Notes each code and spelling that is forgotten.
 *
 * @param isLedgerGone whether the base had a ledger and the current catalog has none: then that is all there is to say.
 */
export function comparePast({ base, current, note }: Comparison, isLedgerGone: boolean): void {
  if (isLedgerGone) {
    note("ledger-forgotten", ["past"], "released.json is gone.");
    return;
  }
  for (const code of Object.keys(base.past.codes))
    if (isForgotten(code, current))
      note("ledger-forgotten", ["past", "codes", code], `The ledger forgot ${code}.`);
  for (const [format, spellings] of Object.entries(base.past.spellings)) {
    const now = spellingsOf(current, format);
    const past = memberOf(current.past.spellings, format);
    for (const spelling of Object.keys(spellings)) {
      // One that is read stands for its old code, or is reported as used again.
      if (memberOf(past, spelling) !== undefined || now.has(spelling)) continue;
      const steps: ContractSteps = ["past", "spellings", format, spelling];
      note("ledger-forgotten", steps, `${format}: the ledger forgot ${spelling}.`);
    }
  }
}

/** Whether nothing tells any more that the code was in use. */
export function isForgotten(code: string, { codes, past }: Contract): boolean {
  return memberOf(codes, code) === undefined && memberOf(past.codes, code) === undefined;
}
