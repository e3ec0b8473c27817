/** What has become of each code: added, removed, retired, renamed, used again, or changed. */
import { type ContractCode, decodes, isLive, memberOf } from "../model/contract.js";
import { compareEntry } from "./compare-entry.js";
import { compareFields } from "./compare-fields.js";
import { isForgotten } from "./compare-past.js";
import { compareRows } from "./compare-rows.js";
import { TypeComparison } from "./compare-types.js";
import { type Comparison, sidesOf } from "./comparison.js";
import { type GuessRename, renameGuesser } from "./renames.js";
import { same } from "./same.js";

/** Notes how codes differ. */
export function compareCodes(comparison: Comparison): void {
  const { base, current, renames } = comparison;
  const types = new TypeComparison(base.types, current.types);
  const { added, removed, kept } = sidesOf(base.codes, current.codes);
  const taken = new Set(renames.values());
  for (const code of added) noteAdded(code, taken, comparison);
  const guess = renameGuesser(added, base, current);
  for (const code of removed) noteRemoved(code, guess, comparison);
  // Most codes of most catalogs are as they were, and so is what they refer to.
  const isStill = same(base.types, current.types) && same(base.wires, current.wires);
  for (const code of kept) {
    const before = memberOf(base.codes, code) as ContractCode;
    const after = memberOf(current.codes, code) as ContractCode;
    if (isStill && same(before, after)) continue;
    if (isLive(before) && !isLive(after)) noteRetired(code, after, guess, comparison);
    else if (!isLive(before) && isLive(after)) noteReused(code, comparison);
    else if (decodes(before) && !decodes(after))
      comparison.note("tombstone-emptied", ["codes", code, "retired"], `${code} lost its keys.`);
    else if (decodes(before) && decodes(after)) {
      compareEntry(code, before, after, comparison);
      compareFields(code, before, after, types, comparison.note);
      compareRows(code, comparison);
    }
    compareEndings(code, before, after, comparison);
  }
}

function noteAdded(code: string, taken: ReadonlySet<string>, comparison: Comparison): void {
  const { base, current, note } = comparison;
  const steps = ["codes", code];
  const isPast = memberOf(base.past.codes, code) !== undefined;
  if (!isLive(memberOf(current.codes, code))) {
    if (!isPast)
      note("tombstone-added", [...steps, "retired"], `${code} is retired from the start.`);
  } else if (isPast) noteReused(code, comparison);
  else if (!taken.has(code)) note("code-added", steps, `${code} is new.`);
}

function noteRemoved(code: string, guess: GuessRename, { base, current, note }: Comparison): void {
  const steps = ["codes", code];
  const before = memberOf(base.codes, code) as ContractCode;
  if (!isLive(before)) {
    if (isForgotten(code, current)) {
      note("ledger-forgotten", steps, `The tombstone of ${code} is gone, and no ledger has it.`);
      return;
    }
    const id = decodes(before) ? "tombstone-emptied" : "tombstone-removed";
    note(id, steps, `The tombstone of ${code} is gone.`);
    return;
  }
  const renamed = guess(code, before);
  if (renamed === undefined) note("code-removed", steps, `${code} is gone without a tombstone.`);
  else
    note(
      "code-removed",
      steps,
      `${code} is gone without a tombstone; it looks as if it were renamed to ${renamed}.`,
      `Keep the entry of ${code} and add \`retired: { since: ${current.version}, replaced_by: ${renamed} }\`.`,
    );
}

function noteRetired(
  code: string,
  after: ContractCode,
  guess: GuessRename,
  { base, note }: Comparison,
): void {
  const steps = ["codes", code, "retired"];
  const successor = after.retired?.replaced_by;
  if (successor !== undefined) {
    note("code-renamed", steps, `${code} is retired, and ${successor} has taken its place.`);
    return;
  }
  const before = memberOf(base.codes, code) as ContractCode;
  const renamed = guess(code, before);
  if (renamed === undefined) note("code-ended", steps, `${code} is retired.`);
  else
    note(
      "code-ended",
      steps,
      `${code} is retired, and ${renamed} looks like the same error.`,
      `If it is, say so: \`replaced_by: ${renamed}\`.`,
    );
}

function noteReused(code: string, { base, note }: Comparison): void {
  const past = memberOf(base.past.codes, code);
  const retired = memberOf(base.codes, code)?.retired;
  const meaning = past?.title ?? memberOf(base.codes, code)?.title;
  const until =
    retired === undefined ? `until ${past?.until}` : `until it was retired in ${retired.since}`;
  const what = meaning === undefined ? `was in use` : `meant "${meaning}"`;
  note("code-reused", ["codes", code], `${code} ${what} ${until}, and is used again.`);
}

function compareEndings(
  code: string,
  before: ContractCode,
  after: ContractCode,
  { note }: Comparison,
): void {
  const steps = ["codes", code];
  if (isLive(before) && isLive(after)) {
    if (before.deprecated === undefined && after.deprecated !== undefined)
      note("code-deprecated", [...steps, "deprecated"], `${code} is deprecated.`);
    if (before.deprecated !== undefined && after.deprecated === undefined)
      note("deprecation-withdrawn", steps, `${code} is deprecated no more.`);
  }
  for (const ending of ["deprecated", "retired"] as const) {
    const one = before[ending];
    const other = after[ending];
    if (one === undefined || other === undefined) continue;
    const isSame =
      one.since === other.since &&
      one.reason === other.reason &&
      one.replaced_by === other.replaced_by;
    if (!isSame)
      note(
        "ending-changed",
        [...steps, ending],
        `What is said of ${code} being ${ending} differs.`,
      );
  }
}
