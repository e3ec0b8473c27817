/** Wire formats as a whole: templates, headers, media type, and spellings that change hands. */
import { type Contract, type ContractWire, isLive, memberOf } from "../model/contract.js";
import { compareBodies } from "./compare-bodies.js";
import { lowerCased } from "./compare-entry.js";
import { type Comparison, type Note, sides, sidesOf } from "./comparison.js";
import { spellingsOf, wireState } from "./contract-rows.js";
import { ownersOf } from "./past.js";
import { inlineJson } from "./print-ledger.js";
import { same } from "./same.js";

/** Notes how wire formats differ. */
export function compareWires(comparison: Comparison): void {
  const { base, current, note } = comparison;
  const { added, removed, kept } = sidesOf(base.wires, current.wires);
  for (const format of added) note("wire-added", ["wires", format], `${format} is new.`);
  for (const format of removed) note("wire-removed", ["wires", format], `${format} is gone.`);
  for (const format of kept) {
    const before = memberOf(base.wires, format) as ContractWire;
    const after = memberOf(current.wires, format) as ContractWire;
    // The built-in format tells errors apart by the address of their pages, or by the code where there are none.
    const isNoted =
      format === "problem" && (base.docs === undefined) !== (current.docs === undefined);
    const { body } = after;
    const old = isNoted && body !== undefined ? { ...before, body } : before;
    compareFormat(format, old, after, comparison);
  }
  for (const { format, spelling, owner, code } of reusedSpellings(
    base,
    current,
    comparison.renames,
  ))
    note(
      "wire-spelling-reused",
      ["codes", code, "wires", format],
      `${format}: ${spelling} stood for ${owner}, and stands for ${code} now.`,
    );
}

function compareFormat(
  format: string,
  before: ContractWire,
  after: ContractWire,
  { note, replay }: Comparison,
): void {
  const at = (...steps: readonly string[]) => ["wires", format, ...steps];
  const misread = () => replay(format, undefined);
  const [old, now] = [texts(before.accepts), texts(after.accepts)];
  const [oldBody, newBody] = [text(before.body), text(after.body)];
  const accepts = { base: old.includes(newBody), current: now.includes(oldBody) };
  const context = { steps: at("body"), owner: format, accepts, misread, note };
  compareBodies(before.body, after.body, context);
  const { added, removed } = sides(old, now);
  // What was sent is read all the same, and so is what is sent now.
  for (const each of added)
    if (each !== oldBody) note("wire-accepts-added", at("accepts"), `${format} reads ${each} too.`);
  for (const each of removed)
    if (each !== newBody)
      note("wire-accepts-removed", at("accepts"), `${format} reads ${each} no more.`);
  compareHeaders(format, before, after, note);
  compareMedia(format, before, after, note);
  if (before.status !== after.status) {
    const [old, now] = [before.status ?? "that of the code", after.status ?? "that of the code"];
    note("wire-status-changed", at("status"), `${format}: the status is ${now} instead of ${old}.`);
  }
  if (!same(before.infer, after.infer))
    note("infer-changed", at("infer"), `${format} infers other codes from statuses.`);
}

// Media types know no case: RFC 9110 section 8.3.1.
function compareMedia(format: string, before: ContractWire, after: ContractWire, note: Note): void {
  const [old, now] = [before.media ?? json, after.media ?? json];
  if (old.toLowerCase() !== now.toLowerCase())
    note(
      "wire-media-changed",
      ["wires", format, "media"],
      `${format} is ${now} instead of ${old}.`,
    );
}

const json = "application/json";

function texts(templates: readonly unknown[] = []): readonly string[] {
  return templates.map(text);
}

function text(template: unknown): string {
  return template === undefined ? "" : inlineJson(template);
}

function compareHeaders(
  format: string,
  before: ContractWire,
  after: ContractWire,
  note: Note,
): void {
  const [old, now] = [lowerCased(before.headers), lowerCased(after.headers)];
  const { added, removed, kept } = sides(old.keys(), now.keys());
  const name = (key: string) => now.get(key)?.name ?? old.get(key)?.name ?? key;
  const at = (key: string) => ["wires", format, "headers", name(key)];
  for (const key of added) note("wire-header-added", at(key), `${format} sends ${name(key)}.`);
  for (const key of removed)
    note("wire-header-removed", at(key), `${format} sends ${name(key)} no more.`);
  for (const key of kept)
    if (!same(old.get(key)?.value, now.get(key)?.value))
      note("wire-header-changed", at(key), `${format} fills ${name(key)} differently.`);
}

/** A spelling that changed hands. */
interface ReusedSpelling {
  readonly format: string;
  readonly spelling: string;
  /** The code that it stood for. */
  readonly owner: string;
  readonly code: string;
}

/** Spellings that stand for another code than they did once. A renamed or folded code may pass its spelling on. */
function reusedSpellings(
  base: Contract,
  current: Contract,
  renames: ReadonlyMap<string, string>,
): readonly ReusedSpelling[] {
  return Object.keys(current.wires).flatMap((format) => {
    const ownerOf = ownersOf(base, format);
    return [...spellingsOf(current, format)].flatMap(([spelling, code]): ReusedSpelling[] => {
      const owner = ownerOf(spelling);
      if (owner === undefined || owner === code || !isLive(memberOf(current.codes, code)))
        return [];
      const state = wireState(current, format, owner);
      const isHeir =
        renames.get(owner) === code || (state.kind === "fold" && state.target === code);
      return isHeir ? [] : [{ format, spelling, owner, code }];
    });
  });
}
