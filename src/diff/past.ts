/** What was released once: codes and spellings that must never mean anything else. */
import { compareText } from "../model/catalog.js";
import {
  type Contract,
  type ContractPast,
  isLive,
  memberOf,
  type PastCode,
} from "../model/contract.js";
import { spellingsOf } from "./contract-rows.js";

/** All that the ledger remembers, and what it has that the contract has no more. Nothing is ever forgotten. */
export function pastOf(contract: Contract, ledger: Contract | undefined): ContractPast {
  if (ledger === undefined) return { codes: {}, spellings: {} };
  const codes = { ...ledger.past.codes };
  for (const [code, { title }] of Object.entries(ledger.codes)) {
    if (isLive(memberOf(contract.codes, code)) || Object.hasOwn(codes, code)) continue;
    setOwn(codes, code, {
      until: ledger.version,
      ...(title === undefined ? {} : { title }),
    } satisfies PastCode);
  }
  return { codes: sorted(codes), spellings: pastSpellings(contract, ledger) };
}

// They spell every code as itself, and no file can change that.
const builtIn: ReadonlySet<string> = new Set(["flat", "problem"]);

function pastSpellings(contract: Contract, ledger: Contract): ContractPast["spellings"] {
  const all: Record<string, Readonly<Record<string, string>>> = {};
  const formats = new Set([...Object.keys(ledger.wires), ...Object.keys(ledger.past.spellings)]);
  for (const format of formats) {
    if (builtIn.has(format)) continue;
    const past = { ...memberOf(ledger.past.spellings, format) };
    const now = spellingsOf(contract, format);
    for (const [spelling, code] of spellingsOf(ledger, format)) {
      if (now.get(spelling) !== code && !Object.hasOwn(past, spelling))
        setOwn(past, spelling, code);
    }
    if (Object.keys(past).length > 0) setOwn(all, format, sorted(past));
  }
  return sorted(all);
}

/** The code that a spelling of a format stands for, or stood for once. */
export function ownersOf(
  contract: Contract,
  format: string,
): (spelling: string) => string | undefined {
  const now = spellingsOf(contract, format);
  const past = memberOf(contract.past.spellings, format);
  return (spelling) => now.get(spelling) ?? memberOf(past, spelling);
}

function sorted<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}

// An assignment to `__proto__` would be lost.
function setOwn<T>(record: Record<string, T>, name: string, value: T): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true });
}
