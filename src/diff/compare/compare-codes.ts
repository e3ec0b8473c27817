/** What has become of each code: added, removed, retired, renamed, used again, or changed. */
import type { Ending, Entry } from "../../model/catalog.js";
import { pastOf } from "../ledger/past.js";
import { breakingBump, comingVersion } from "../needed-version.js";
import { compareEntry } from "./compare-entry.js";
import { compareFields } from "./compare-fields.js";
import { compareHelp } from "./compare-help.js";
import { compareMeaning, noteUsedAgain } from "./compare-meaning.js";
import { isForgotten } from "./compare-past.js";
import { compareRows } from "./compare-rows.js";
import { TypeComparison } from "./compare-types.js";
import { type Comparison, codeSpot, inside, sides } from "./comparison.js";
import { decodes, isLive, partsOf } from "./contract-parts.js";
import { type GuessRename, renameGuesser } from "./renames.js";
import { saysSame } from "./says-same.js";

/** Notes how codes differ. */
export function compareCodes(comparison: Comparison): void {
  const { base, current, renames, saysSameOf } = comparison;
  const types = new TypeComparison(base.types, current.types);
  const [before, after] = [partsOf(base).codes, partsOf(current).codes];
  const { added, removed, kept } = sides(before.keys(), after.keys());
  const taken = new Set(renames.values());
  for (const code of added) noteAdded(after.get(code) as Entry, taken, comparison);
  const guess = renameGuesser(added, base, current);
  for (const code of removed) noteRemoved(before.get(code) as Entry, guess, comparison);
  // Most codes of most catalogs are as they were, and so is what they refer to.
  const areTheirs = saysSame("types", base, current) && saysSame("wires", base, current);
  for (const code of kept) {
    const [one, other] = [before.get(code) as Entry, after.get(code) as Entry];
    compareHelp(one, other, comparison);
    if (areTheirs && saysSameOf(code)) continue;
    if (isLive(one) && !isLive(other)) noteRetired(one, other, guess, comparison);
    else if (!isLive(one) && isLive(other)) noteUsedAgain(code, comparison);
    else if (decodes(one) && !decodes(other))
      noteAtEnding("tombstone-emptied", `${code} lost its keys.`, one, other, comparison);
    else if (decodes(one) && decodes(other)) {
      compareMeaning(one, other, comparison);
      compareEntry(one, other, comparison);
      compareFields(one, other, types, comparison);
      compareRows(code, comparison);
    }
    compareEndings(one, other, comparison);
  }
}

function noteAtEnding(
  id: "tombstone-emptied" | "code-renamed" | "code-ended" | "tombstone-added",
  what: string,
  before: Entry | undefined,
  after: Entry,
  comparison: Comparison,
  help?: string,
): void {
  const spot = codeSpot(after.code, comparison);
  comparison.note(id, inside(spot, ["retired"], before?.retired, after.retired), what, help);
}

function noteAdded(after: Entry, taken: ReadonlySet<string>, comparison: Comparison): void {
  const { code } = after;
  const isPast = pastOf(comparison.base).codes.has(code);
  if (!isLive(after)) {
    const what = `${code} is retired from the start.`;
    if (!isPast) noteAtEnding("tombstone-added", what, undefined, after, comparison);
  } else if (isPast) noteUsedAgain(code, comparison);
  else if (!taken.has(code))
    comparison.note("code-added", codeSpot(code, comparison), `${code} is new.`);
}

function noteRemoved(before: Entry, guess: GuessRename, comparison: Comparison): void {
  const { base, current, note } = comparison;
  const { code } = before;
  const spot = codeSpot(code, comparison);
  if (!isLive(before)) {
    if (isForgotten(code, current)) {
      note("ledger-forgotten", spot, `The tombstone of ${code} is gone, and no ledger has it.`);
      return;
    }
    const id = decodes(before) ? "tombstone-emptied" : "tombstone-removed";
    note(id, spot, `The tombstone of ${code} is gone.`);
    return;
  }
  const renamed = guess(code, before);
  // It is retired by the version that is to come, which has to cover that.
  const from = base.version.value;
  const since = comingVersion(from, current.version.value, breakingBump(from));
  const [more, successor] =
    renamed === undefined
      ? ["", ""]
      : [`; it looks as if it were renamed to ${renamed}`, `, replaced_by: ${renamed}`];
  const help = `Keep the entry of ${code} and add \`retired: { since: ${since}${successor} }\`.`;
  note("code-removed", spot, `${code} is gone without a tombstone${more}.`, help);
}

function noteRetired(
  before: Entry,
  after: Entry,
  guess: GuessRename,
  comparison: Comparison,
): void {
  const { code } = after;
  const successor = after.retired?.replacedBy?.value;
  if (successor !== undefined) {
    const what = `${code} is retired, and ${successor} has taken its place.`;
    noteAtEnding("code-renamed", what, before, after, comparison);
    return;
  }
  const renamed = guess(code, before);
  const alike = renamed === undefined ? "" : `, and ${renamed} looks like the same error`;
  noteAtEnding(
    "code-ended",
    `${code} is retired${alike}.`,
    before,
    after,
    comparison,
    renamed === undefined ? undefined : `If it is, say so: \`replaced_by: ${renamed}\`.`,
  );
}

function compareEndings(before: Entry, after: Entry, comparison: Comparison): void {
  const { note } = comparison;
  const { code } = after;
  const spot = codeSpot(code, comparison);
  const at = (ending: "deprecated" | "retired") =>
    inside(spot, [ending], before[ending], after[ending]);
  if (isLive(before) && isLive(after)) {
    if (before.deprecated === undefined && after.deprecated !== undefined)
      note("code-deprecated", at("deprecated"), `${code} is deprecated.`);
    if (before.deprecated !== undefined && after.deprecated === undefined)
      note("deprecation-withdrawn", spot, `${code} is deprecated no more.`);
  }
  for (const ending of ["deprecated", "retired"] as const) {
    const [one, other] = [before[ending], after[ending]];
    if (one !== undefined && other !== undefined && endingText(one) !== endingText(other))
      note("ending-changed", at(ending), `What is said of ${code} being ${ending} differs.`);
  }
}

function endingText({ since, reason, replacedBy }: Ending): string {
  return JSON.stringify([since, reason, replacedBy?.value]);
}
