/** The digest of a ledger, which it has in itself: what nobody released as a whole has another. */
import { digestOf } from "./digest.js";
import { inlineJson, isObject, sortedMembers } from "./inline-json.js";

/** The digest of all that a ledger says but the digest, however it is written. */
export function ledgerDigest(ledger: Readonly<Record<string, unknown>>): string {
  const { digest: _, ...said } = ledger;
  return digestOf(pieces(said, 2));
}

// A ledger may be as long as a text can be, so it is not made one text.
function* pieces(value: unknown, levels: number): Generator<string> {
  if (levels === 0 || !isObject(value)) {
    yield inlineJson(value);
    return;
  }
  for (const [name, member] of sortedMembers(value)) {
    yield `${JSON.stringify(name)}:`;
    yield* pieces(member, levels - 1);
    yield ",";
  }
  yield ";";
}
