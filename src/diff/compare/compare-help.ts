/** What helps people with a code: meaning, causes, fixes, and who can mend it. A ledger has none of it. */
import type { Entry } from "../../model/catalog.js";
import { inlineJson } from "../../model/inline-json.js";
import type { Located } from "../../model/source.js";
import { type Comparison, codeSpot, inside } from "./comparison.js";

const texts = [
  ["meaning", "meaning-changed", "The meaning"],
  ["causes", "causes-changed", "`causes`"],
  ["fixes", "fixes-changed", "`fixes`"],
  ["resolver", "resolver-changed", "`resolver`"],
] as const;

/** Notes how the help for a code differs that both sides have. */
export function compareHelp(before: Entry, after: Entry, comparison: Comparison): void {
  const { base, current, note } = comparison;
  // Asked for more than its name, a code of a ledger is read.
  if (base.written !== undefined || current.written !== undefined) return;
  for (const [member, id, subject] of texts) {
    const [one, other] = [said(before, member), said(after, member)];
    const [old, now] = [one, other].map(shown);
    // What one side does not have nobody changed: it is a tombstone, or a ledger.
    if (old === undefined || now === undefined || old === now) continue;
    const spot = inside(codeSpot(after.code, comparison), [member], one[0], other[0]);
    note(id, spot, `${subject} of ${after.code} is ${now} instead of ${old}.`);
  }
}

function said(entry: Entry, member: (typeof texts)[number][0]): readonly Located<string>[] {
  const all = entry[member];
  if (all === undefined) return [];
  return "value" in all ? [all] : all;
}

function shown(all: readonly Located<string>[]): string | undefined {
  if (all.length === 0) return undefined;
  const values = all.map(({ value }) => value);
  return inlineJson(values.length === 1 ? values[0] : values);
}
