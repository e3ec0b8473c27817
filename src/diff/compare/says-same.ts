/** Whether both sides say the same, as a ledger has it: then there is nothing to compare, nor to read of a ledger. */
import type { Contract } from "../../model/catalog.js";
import { ledgerWithoutPast } from "../ledger/contract-json.js";
import { same } from "../ledger/same-json.js";
import type { JsonMembers } from "../ledger/type-json.js";

/** Whether both sides have the same types, or wire formats. */
export function saysSame(room: "types" | "wires", base: Contract, current: Contract): boolean {
  return same(saidBy(base)[room], saidBy(current)[room]);
}

/** Tells of codes that both sides have whether they say the same of them, apart from what they refer to. */
export function sameCodes(base: Contract, current: Contract): (code: string) => boolean {
  const known = new Map<string, boolean>();
  return (code) => {
    let found = known.get(code);
    if (found === undefined) {
      const [before, after] = [base, current].map((side) => saidBy(side).codes as JsonMembers);
      found = same(before?.[code], after?.[code]);
      known.set(code, found);
    }
    return found;
  };
}

// A ledger of another hand may say the same in other words: then all is compared, and nothing found.
function saidBy(contract: Contract): JsonMembers {
  return contract.written ?? ledgerWithoutPast(contract);
}
