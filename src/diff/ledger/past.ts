/** What was released once: codes and spellings that must never mean anything else. */
import type { Contract } from "../../model/catalog.js";
import type { Past } from "../../model/past.js";
import { remembered } from "../../model/remembered.js";
import type { Located } from "../../model/source.js";
import { spellingsOf } from "../compare/code-on-wire.js";
import { isLive, partsOf } from "../compare/contract-parts.js";
import { contractMark } from "./contract-mark.js";

/** All that the ledger remembers, and what it has that the contract has no more. Nothing is ever forgotten. */
export const pastOf = remembered((contract: Contract): Past => {
  const { released } = contract;
  if (released === undefined) return contract.past;
  const { codes: now } = partsOf(contract);
  const codes = new Map(released.past.codes);
  for (const entry of released.entries) {
    const { code, at } = entry;
    // A code may have come back, and be gone a second time.
    if (isLive(now.get(code)) || (codes.has(code) && !isLive(entry))) continue;
    const mark = contractMark(released, code);
    const until = released.version.value;
    codes.set(code, { at, until, title: entry.title?.value, contract: mark });
  }
  return { at: released.past.at, codes, spellings: pastSpellings(contract, released) };
});

// Where no file says anything else they spell every code as itself, which the codes remember.
const builtIn: ReadonlySet<string> = new Set(["flat", "problem"]);

function pastSpellings(contract: Contract, released: Contract): Past["spellings"] {
  const all = new Map<string, ReadonlyMap<string, Located<string>>>();
  const formats = [...partsOf(released).formats.keys(), ...released.past.spellings.keys()];
  for (const format of new Set(formats)) {
    const isBuiltIn = builtIn.has(format);
    const past = new Map(released.past.spellings.get(format));
    const now = spellingsOf(contract, format);
    for (const [spelling, code] of spellingsOf(released, format))
      if (now.get(spelling) !== code && !past.has(spelling) && !(isBuiltIn && spelling === code))
        past.set(spelling, { value: code, at: released.past.at });
    if (past.size > 0) all.set(format, past);
  }
  return all;
}

/** The code that a spelling of a format stands for, or stood for once. */
export function ownersOf(
  contract: Contract,
  format: string,
): (spelling: string) => string | undefined {
  const now = spellingsOf(contract, format);
  const past = pastOf(contract).spellings.get(format);
  return (spelling) => now.get(spelling) ?? past?.get(spelling)?.value;
}
