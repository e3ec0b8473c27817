/** A code on each wire: its spelling, statuses, body and what is left out. */
import { type Contract, type ContractCode, memberOf } from "../model/contract.js";
import { compareBodies } from "./compare-bodies.js";
import { type Comparison, sides, sidesOf } from "./comparison.js";
import { type WireCode, type WireState, wireState } from "./contract-rows.js";
import { membersOf } from "./resolved-type.js";
import { same } from "./same.js";

/** Notes how the formats that both sides have carry a code that both sides have. */
export function compareRows(code: string, comparison: Comparison): void {
  const { base, current } = comparison;
  for (const format of sidesOf(base.wires, current.wires).kept) {
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
  { note }: Comparison,
): void {
  const steps = ["codes", code, "wires", format];
  if (before.kind === "fold") {
    if (after.kind === "fold" && after.target === before.target) return;
    const now =
      after.kind === "fold" ? after.target : after.kind === "row" ? "a row of its own" : "nothing";
    note(
      "wire-fold-changed",
      steps,
      `${format} has ${now} for ${code} instead of ${before.target}.`,
    );
  } else if (before.kind === "row") {
    const instead = after.kind === "fold" ? `, and ${after.target} stands for it` : "";
    note("wire-code-removed", steps, `${format} has ${code} no more${instead}.`);
  } else if (after.kind !== "none") {
    const as = after.kind === "fold" ? ` as ${after.target}` : "";
    note("wire-code-added", steps, `${format} has ${code}${as}.`);
  }
}

function compareRow(
  code: string,
  format: string,
  before: WireCode,
  after: WireCode,
  comparison: Comparison,
): void {
  const { note } = comparison;
  const steps = ["codes", code, "wires", format];
  if (before.spelling !== after.spelling) {
    const isSameText = String(before.spelling) === String(after.spelling);
    const [old, now] = [before.spelling, after.spelling].map((each) =>
      isSameText ? JSON.stringify(each) : (each ?? "nothing"),
    );
    note("wire-spelling-changed", steps, `${format} spells ${code} ${now} instead of ${old}.`);
  }
  // What is sent is a number or a text; what is read is both, and compared as text.
  const also = sides(before.also.map(String), after.also.map(String));
  const isSent = ({ spelling }: WireCode, text: string) =>
    spelling !== null && String(spelling) === text;
  for (const each of also.added)
    if (!isSent(before, each))
      note("wire-also-added", steps, `${format} reads ${each} as ${code} too.`);
  for (const each of also.removed)
    if (!isSent(after, each))
      note("wire-also-removed", steps, `${format} reads ${each} as ${code} no more.`);
  const statusOf = (contract: Contract) => memberOf(contract.wires, format)?.status;
  // What the format says of all codes is noted once.
  const isOfFormat = statusOf(comparison.base) !== statusOf(comparison.current);
  if (!isOfFormat && !(before.usual && after.usual))
    compareStatuses(code, format, before, after, comparison);
  if (before.body !== undefined || after.body !== undefined) {
    const [old, now] = [
      before.body ?? memberOf(comparison.base.wires, format)?.body,
      after.body ?? memberOf(comparison.current.wires, format)?.body,
    ];
    const misread = () => comparison.replay(format, code);
    const owner = `${format}, ${code}`;
    compareBodies(old, now, { steps: [...steps, "body"], owner, misread, note });
  }
  if (!same(before.columns, after.columns))
    note("wire-column-changed", steps, `${format} has other columns for ${code}.`);
  compareOmits(code, format, before, after, comparison);
}

function compareStatuses(
  code: string,
  format: string,
  before: WireCode,
  after: WireCode,
  { note }: Comparison,
): void {
  const steps = ["codes", code, "wires", format];
  const { added, removed } = sides(before.statuses, after.statuses);
  const [old, now] = [before.statuses.join(", "), after.statuses.join(", ")];
  if (before.statuses[0] !== after.statuses[0] || removed.length > 0)
    note("wire-status-changed", steps, `${format} sends ${code} as ${now} instead of ${old}.`);
  else
    for (const status of added)
      note("wire-status-added", steps, `${format} may send ${code} as ${status} too.`);
}

function compareOmits(
  code: string,
  format: string,
  before: WireCode,
  after: WireCode,
  { base, current, note }: Comparison,
): void {
  const steps = ["codes", code, "wires", format];
  const fields = (own: ContractCode | undefined) => membersOf(own?.fields);
  const now = fields(memberOf(current.codes, code));
  for (const name of fields(memberOf(base.codes, code)).keys()) {
    const field = now.get(name);
    if (field === undefined || before.omits.has(name) === after.omits.has(name)) continue;
    if (after.omits.has(name))
      note("wire-field-omitted", steps, `${format} sends ${name} of ${code} no more.`);
    else if (field.optional) note("wire-field-sent", steps, `${format} sends ${name} of ${code}.`);
    else note("wire-field-required", steps, `${format} sends ${name} of ${code}, and requires it.`);
  }
}
