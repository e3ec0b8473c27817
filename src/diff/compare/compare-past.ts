/** What the base remembers and the current contract does not: memory is never to be lost. */
import type { Contract } from "../../model/catalog.js";
import { pastOf } from "../ledger/past.js";
import { spellingsOf } from "./code-on-wire.js";
import { type Comparison, type Placed, spotOf } from "./comparison.js";
import { partsOf } from "./contract-parts.js";

/** Notes each code and spelling that is forgotten, or the whole ledger. */
export function comparePast({ base, current, note }: Comparison): void {
  const [before, after] = [pastOf(base), pastOf(current)];
  const at = (steps: readonly string[], placed: Placed) =>
    spotOf(["past", ...steps], placed, after);
  if (base.released !== undefined && current.released === undefined) {
    note("ledger-forgotten", at([], before), "released.json is gone.");
    return;
  }
  for (const [code, past] of before.codes)
    if (isForgotten(code, current))
      note("ledger-forgotten", at(["codes", code], past), `The ledger forgot ${code}.`);
  for (const [format, spellings] of before.spellings) {
    const now = spellingsOf(current, format);
    const past = after.spellings.get(format);
    for (const [spelling, owner] of spellings) {
      // One that is read stands for its old code, or is reported as used again.
      if (past?.has(spelling) === true || now.has(spelling)) continue;
      const spot = at(["spellings", format, spelling], owner);
      note("ledger-forgotten", spot, `${format}: the ledger forgot ${spelling}.`);
    }
  }
}

/** Whether nothing tells any more that the code was in use. */
export function isForgotten(code: string, contract: Contract): boolean {
  return !partsOf(contract).codes.has(code) && !pastOf(contract).codes.has(code);
}
