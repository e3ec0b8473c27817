/** What a ledger of old does not say: nobody knows what it was, so nothing of it has changed. */
import type { Contract } from "../../model/catalog.js";

/** The contract, with what it does not say as the other has it. */
export function withPartsOf(contract: Contract, other: Contract): Contract {
  if (contract.unsaid.length === 0) return contract;
  const { type, typeAlso, context } = other;
  const parts = { type: { type, typeAlso }, context: { context }, texts: {} };
  const own = Object.getOwnPropertyDescriptors(contract);
  const filled: Partial<Contract> = Object.assign(
    {},
    ...contract.unsaid.map((part) => parts[part]),
  );
  // A spread would read every code of the ledger.
  return Object.defineProperties(
    {},
    { ...own, ...Object.getOwnPropertyDescriptors(filled) },
  ) as Contract;
}
