/** A code on each wire: its spelling, statuses, body and what is left out. */
import type { Contract, Entry } from "../../model/catalog.js";
import { same } from "../ledger/same-json.js";
import { type WireCode, type WireState, wireState } from "./code-on-wire.js";
import { compareBodies } from "./compare-bodies.js";
import { fieldsOf } from "./compare-fields.js";
import { type Comparison, inside, rowSpot, sides } from "./comparison.js";
import { partsOf } from "./contract-parts.js";

/** Notes how the formats that both sides have carry a code that both sides have. */
export function compareRows(code: string, comparison: Comparison): void {
  const { base, current } = comparison;
  const formats = sides(partsOf(base).formats.keys(), partsOf(current).formats.keys());
  for (const format of formats.kept) {
    const before = wireState(base, format, code);
    const after = wireState(current, format, code);
    if (before.kind === "row" && after.kind === "row")
      compareRow(code, format, before.row, after.row, comparison);
    else compareStates(code, format, before, after, comparison);
  }
}

function compareStates(
  code: string,
  format: string,
  before: WireState,
  after: WireState,
  comparison: Comparison,
): void {
  const { note } = comparison;
  const spot = rowSpot(code, format, comparison);
  if (before.kind === "fold") {
    if (after.kind === "fold" && after.target === before.target) return;
    const now =
      after.kind === "fold" ? after.target : after.kind === "row" ? "a row of its own" : "nothing";
    note(
      "wire-fold-changed",
      spot,
      `${format} has ${now} for ${code} instead of ${before.target}.`,
    );
  } else if (before.kind === "row") {
    const instead = after.kind === "fold" ? `, and ${after.target} stands for it` : "";
    note("wire-code-removed", spot, `${format} has ${code} no more${instead}.`);
  } else if (after.kind !== "none") {
    const as = after.kind === "fold" ? ` as ${after.target}` : "";
    note("wire-code-added", spot, `${format} has ${code}${as}.`);
  }
}

function compareRow(
  code: string,
  format: string,
  before: WireCode,
  after: WireCode,
  comparison: Comparison,
): void {
  const { base, current, note } = comparison;
  const spot = rowSpot(code, format, comparison);
  if (before.spelling !== after.spelling) {
    const isSameText = String(before.spelling) === String(after.spelling);
    const [old, now] = [before.spelling, after.spelling].map((each) =>
      isSameText ? JSON.stringify(each) : (each ?? "nothing"),
    );
    note("wire-spelling-changed", spot, `${format} spells ${code} ${now} instead of ${old}.`);
  }
  // What is sent is a number or a text; what is read is both, and compared as text.
  const also = sides(before.also.map(String), after.also.map(String));
  const isSent = ({ spelling }: WireCode, text: string) =>
    spelling !== null && String(spelling) === text;
  for (const each of also.added)
    if (!isSent(before, each))
      note("wire-also-added", spot, `${format} reads ${each} as ${code} too.`);
  for (const each of also.removed)
    if (!isSent(after, each))
      note("wire-also-removed", spot, `${format} reads ${each} as ${code} no more.`);
  const statusOf = (contract: Contract) => partsOf(contract).formats.get(format)?.status?.value;
  // What the format says of all codes is noted once.
  const isOfFormat = statusOf(base) !== statusOf(current);
  if (!isOfFormat && !(before.usual && after.usual))
    compareStatuses(code, format, before, after, comparison);
  if (before.body !== undefined || after.body !== undefined) {
    const bodyOf = (contract: Contract) => partsOf(contract).formats.get(format)?.body;
    const [old, now] = [before.body ?? bodyOf(base), after.body ?? bodyOf(current)];
    const misread = () => comparison.replay(format, code);
    const owner = `${format}, ${code}`;
    compareBodies(old, now, {
      spot: inside(spot, ["body"], before.body, after.body),
      owner,
      misread,
      note,
    });
  }
  if (!same(before.columns, after.columns))
    note("wire-column-changed", spot, `${format} has other columns for ${code}.`);
  compareOmits(code, format, before, after, comparison);
}

function compareStatuses(
  code: string,
  format: string,
  before: WireCode,
  after: WireCode,
  comparison: Comparison,
): void {
  const { note } = comparison;
  const spot = rowSpot(code, format, comparison);
  const { added, removed } = sides(before.statuses, after.statuses);
  const [old, now] = [before.statuses.join(", "), after.statuses.join(", ")];
  if (before.statuses[0] !== after.statuses[0] || removed.length > 0)
    note("wire-status-changed", spot, `${format} sends ${code} as ${now} instead of ${old}.`);
  else
    for (const status of added)
      note("wire-status-added", spot, `${format} may send ${code} as ${status} too.`);
}

function compareOmits(
  code: string,
  format: string,
  before: WireCode,
  after: WireCode,
  comparison: Comparison,
): void {
  const { base, current, note } = comparison;
  const spot = rowSpot(code, format, comparison);
  const [old, now] = [base, current].map((side) =>
    fieldsOf(partsOf(side).codes.get(code) as Entry, "fields"),
  );
  for (const name of old?.keys() ?? []) {
    const field = now?.get(name);
    if (field === undefined || before.omits.has(name) === after.omits.has(name)) continue;
    if (after.omits.has(name))
      note("wire-field-omitted", spot, `${format} sends ${name} of ${code} no more.`);
    else if (field.optional) note("wire-field-sent", spot, `${format} sends ${name} of ${code}.`);
    else note("wire-field-required", spot, `${format} sends ${name} of ${code}, and requires it.`);
  }
}
