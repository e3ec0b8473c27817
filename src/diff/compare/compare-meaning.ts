/** Whether a code still means what it meant: one in use that is given another meaning, or a retired one that comes back. */
import type { Entry } from "../../model/catalog.js";
import { contractMark } from "../ledger/contract-mark.js";
import { pastOf } from "../ledger/past.js";
import { marksOf } from "../ledger/text-marks.js";
import { type Comparison, codeSpot, inside } from "./comparison.js";
import { isLive, partsOf } from "./contract-parts.js";
import { alike, enough, meansAnother } from "./text-likeness.js";

/** Notes that a code in use means something else. */
export function compareMeaning(before: Entry, after: Entry, comparison: Comparison): void {
  const { code } = after;
  if (!isLive(before) || !isLive(after)) return;
  const known = before.meaning ? undefined : marksOf(comparison.base)?.get(code)?.meaning;
  if (!meansAnother(before, after, known)) return;
  // Nobody knows what it meant: more has to differ than two texts.
  if (!before.meaning && known === undefined && outlineOf(before) === outlineOf(after)) return;
  const spot = inside(codeSpot(code, comparison), ["title"], before.title, after.title);
  const [old, now] = [before.title?.value, after.title?.value];
  comparison.note("code-repurposed", spot, `${code} meant "${old}", and means "${now}" now.`);
}

function outlineOf({ category, statuses, retry, fields }: Entry): string {
  const names = fields.map(({ name }) => name).sort();
  return JSON.stringify([category.value, statuses[0]?.value, retry?.value, names]);
}

/** Notes that a retired or removed code is in use: as it was, with another meaning, or nobody knows. */
export function noteUsedAgain(code: string, comparison: Comparison): void {
  const { base, current, note } = comparison;
  const past = pastOf(base).codes.get(code);
  const before = partsOf(base).codes.get(code);
  const after = partsOf(current).codes.get(code);
  const title = past?.title ?? before?.title?.value;
  const retired = before?.retired;
  const until =
    retired === undefined ? `until ${past?.until}` : `until it was retired in ${retired.since}`;
  const was = `${code} ${title === undefined ? "was in use" : `meant "${title}"`} ${until}`;
  const spot = codeSpot(code, comparison);
  const mark = past?.contract ?? contractMark(base, code);
  const isSame = mark !== undefined && mark === contractMark(current, code);
  if (isSame && alike(title, after?.title?.value) >= enough) {
    note("code-returned", spot, `${was}, and is back as it was.`, returnHelp(code));
    return;
  }
  const unknown = "No more is known of what it was, so nobody can tell whether it is the same.";
  note("code-reused", spot, `${was}, and is used again.${mark === undefined ? ` ${unknown}` : ""}`);
}

function returnHelp(code: string): string {
  return `Say why: \`suppress: [{ change: code-returned, codes: [${code}], until: …, reason: … }]\`, until the version that has it again.`;
}
