/** Templates of bodies, compared member by member. */
import type { ContractSteps, ContractTemplate } from "../model/contract.js";
import { grouped } from "../model/grouped.js";
import { canReadEachOther, type Readability } from "./can-read-each-other.js";
import { type Note, sides } from "./comparison.js";
import { inlineJson } from "./print-ledger.js";
import type { Misreading } from "./replay.js";
import { same } from "./same.js";
import { isFiller, isMembers, type Members, templateKey } from "./template-parts.js";

/** Where a body stands, and who else has an opinion. */
interface BodyContext {
  readonly steps: ContractSteps;
  /** What messages call it. */
  readonly owner: string;
  /** Whether each version takes the body of the other besides its own. */
  readonly accepts?: { readonly base: boolean; readonly current: boolean };
  /** What the versions misread of each other's examples. */
  readonly misread: () => readonly Misreading[];
  readonly note: Note;
}

/** Notes how a body differs. An absent template is an opaque body. */
export function compareBodies(
  base: ContractTemplate | undefined,
  current: ContractTemplate | undefined,
  { steps, owner, accepts, misread, note }: BodyContext,
): void {
  if (same(base, current)) return;
  if (base === undefined || current === undefined) {
    const what = current === undefined ? "says nothing any more" : "has a form";
    note("wire-member-changed", steps, `${owner}: the body ${what}.`);
    return;
  }
  const { oldReadsNew, newReadsOld } = canReadEachOther(base, current);
  const reads = {
    oldReadsNew: oldReadsNew || accepts?.base === true,
    newReadsOld: newReadsOld || accepts?.current === true,
  };
  const losers = losersOf(reads, misread());
  let isBroken = false;
  compareNodes(base, current, steps, (id, at, what) => {
    const isBreaking = id !== "wire-member-added" && losers.length > 0;
    isBroken ||= isBreaking;
    note(id, at, `${owner}: ${what}${isBreaking ? `; ${losers.join(", and ")}` : ""}.`);
  });
  // Structure tells what may differ; only an answer tells that a member took the place of a field.
  if (!isBroken && losers.length > 0)
    note("wire-member-changed", steps, `${owner}: ${losers.join(", and ")}.`);
}

function losersOf(
  { oldReadsNew, newReadsOld }: Readability,
  misreadings: readonly Misreading[],
): readonly string[] {
  const readers = [
    { reader: "deployed clients", reads: oldReadsNew, what: "what is sent now" },
    { reader: "new clients", reads: newReadsOld, what: "what older servers send" },
  ] as const;
  return readers.flatMap(({ reader, reads, what }) => {
    const found = misreadings.find((each) => each.reader === reader);
    const example =
      found && `, such as ${found.code} in the example ${JSON.stringify(found.example)}`;
    return reads && found === undefined ? [] : [`${reader} cannot read ${what}${example ?? ""}`];
  });
}

function compareNodes(
  base: ContractTemplate,
  current: ContractTemplate,
  steps: ContractSteps,
  note: Note,
): void {
  if (same(base, current)) return;
  if (isMembers(base) && isMembers(current)) compareMembers(base, current, steps, note);
  else if (Array.isArray(base) && Array.isArray(current) && base.length === current.length)
    base.forEach((each, index) => {
      compareNodes(each, current[index] as ContractTemplate, [...steps, String(index)], note);
    });
  else note("wire-member-changed", steps, `${placeText(steps)} is filled differently`);
}

function compareMembers(base: Members, current: Members, steps: ContractSteps, note: Note): void {
  const [before, after] = [byName(base), byName(current)];
  const { added, removed, kept } = sides(before.keys(), after.keys());
  const moved = new Set<string>();
  const textOf = (member?: { readonly value: ContractTemplate }) => inlineJson(member?.value);
  const byText = grouped(added.toReversed(), (name) => textOf(after.get(name)));
  for (const name of removed) {
    const target = byText.get(textOf(before.get(name)))?.pop();
    if (target === undefined)
      note("wire-member-changed", [...steps, name], `${placeText([...steps, name])} is gone`);
    else {
      moved.add(target);
      const text = `${placeText([...steps, name])} is called ${target}`;
      note("wire-member-changed", [...steps, target], text);
    }
  }
  for (const name of added) {
    const member = after.get(name);
    if (member === undefined || moved.has(name)) continue;
    const isSafe = member.optional || isFiller(member.value);
    const what = `${placeText([...steps, name])} is new${isSafe ? "" : " and has to be there"}`;
    note(isSafe ? "wire-member-added" : "wire-member-required", [...steps, name], what);
  }
  for (const name of kept) {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === undefined || now === undefined) continue;
    const at = [...steps, name];
    if (old.optional && !now.optional)
      note("wire-member-required", at, `${placeText(at)} has to be there`);
    if (!old.optional && now.optional)
      note("wire-member-changed", at, `${placeText(at)} may be absent`);
    compareNodes(old.value, now.value, at, note);
  }
}

function byName(
  members: Members,
): ReadonlyMap<string, { readonly optional: boolean; readonly value: ContractTemplate }> {
  return new Map(
    Object.entries(members).map(([key, value]) => {
      const { name, optional } = templateKey(key);
      return [name, { optional, value }];
    }),
  );
}

function placeText(steps: ContractSteps): string {
  const body = steps.findIndex((step) => step === "body" || step === "accepts");
  const path = steps.slice(body + 1);
  return path.length === 0 ? "the body" : `the member ${path.join(".")}`;
}
