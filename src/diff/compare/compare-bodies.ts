/** Templates of bodies, compared member by member. */
import { grouped } from "../../model/grouped.js";
import type { TemplateNode } from "../../model/wire-format.js";
import type { ChangeKind } from "../changes/change-kinds.js";
import type { Misreading } from "../replay/misreading.js";
import { canReadEachOther, type Readability } from "./can-read-each-other.js";
import { inside, type Note, type Spot, sides } from "./comparison.js";
import {
  differInDefault,
  heldInBoth,
  membersIn,
  sayTheSame,
  type TemplatePart,
  templateText,
} from "./template-parts.js";

/** Where a body stands, and who else has an opinion. */
interface BodyContext {
  readonly spot: Spot;
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
  base: TemplateNode | undefined,
  current: TemplateNode | undefined,
  { spot, owner, accepts, misread, note }: BodyContext,
): void {
  if (sayTheSame(base, current)) return;
  if (base === undefined || current === undefined) {
    const what = current === undefined ? "says nothing any more" : "has a form";
    note("wire-member-changed", spot, `${owner}: the body ${what}.`);
    return;
  }
  const { oldReadsNew, newReadsOld } = canReadEachOther(base, current);
  const reads = {
    oldReadsNew: oldReadsNew || accepts?.base === true,
    newReadsOld: newReadsOld || accepts?.current === true,
  };
  const losers = losersOf(reads, misread());
  let isBroken = false;
  compareNodes(base, current, spot, (id, at, what) => {
    const isBreaking = !isSafe(id) && losers.length > 0;
    isBroken ||= isBreaking;
    note(id, at, `${owner}: ${what}${isBreaking ? `; ${losers.join(", and ")}` : ""}.`);
  });
  // Structure tells what may differ; only an answer tells that a member took the place of a field.
  if (!isBroken && losers.length > 0)
    note("wire-member-changed", spot, `${owner}: ${losers.join(", and ")}.`);
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

function compareNodes(base: TemplateNode, current: TemplateNode, spot: Spot, note: Note): void {
  if (sayTheSame(base, current)) return;
  const [before, after] = [membersIn(base), membersIn(current)];
  if (before !== undefined && after !== undefined) compareMembers(before, after, spot, note);
  else if (differInDefault(base, current)) {
    const isNew = base.kind === "variable" && base.fallback === undefined;
    const [id, what] = isNew
      ? (["wire-default-added", "has a value where nothing is said"] as const)
      : (["wire-default-changed", "has another value where nothing is said"] as const);
    note(id, spot, `${placeText(spot)} ${what}`);
  } else if (heldInBoth(base, current)) {
    const [old, now] = heldInBoth(base, current) as readonly [TemplateNode, TemplateNode];
    compareNodes(old, now, spot, note);
  } else if (
    base.kind === "list" &&
    current.kind === "list" &&
    base.items.length === current.items.length
  )
    base.items.forEach((each, index) => {
      const other = current.items[index] as TemplateNode;
      compareNodes(each, other, inside(spot, [String(index)], each, other), note);
    });
  else note("wire-member-changed", spot, `${placeText(spot)} is filled differently`);
}

type Members = ReadonlyMap<string, TemplatePart>;

function compareMembers(before: Members, after: Members, spot: Spot, note: Note): void {
  const { added, removed, kept } = sides(before.keys(), after.keys());
  const at = (name: string) => inside(spot, [name], before.get(name), after.get(name));
  const moved = new Set<string>();
  const textOf = (member: TemplatePart | undefined) => member && templateText(member.value);
  const byText = grouped(added.toReversed(), (name) => textOf(after.get(name)));
  for (const name of removed) {
    const target = byText.get(textOf(before.get(name)))?.pop();
    if (target === undefined)
      note("wire-member-changed", at(name), `${placeText(at(name))} is gone`);
    else {
      moved.add(target);
      note("wire-member-changed", at(target), `${placeText(at(name))} is called ${target}`);
    }
  }
  for (const name of added) {
    const member = after.get(name);
    if (member === undefined || moved.has(name)) continue;
    const isOptional = member.optional || member.value.kind === "filler";
    const what = `${placeText(at(name))} is new${isOptional ? "" : " and has to be there"}`;
    note(isOptional ? "wire-member-added" : "wire-member-required", at(name), what);
  }
  for (const name of kept) {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === undefined || now === undefined) continue;
    const place = at(name);
    if (old.optional && !now.optional)
      note("wire-member-required", place, `${placeText(place)} has to be there`);
    if (!old.optional && now.optional)
      note("wire-member-changed", place, `${placeText(place)} may be absent`);
    const names = sides(old.aliases ?? [], now.aliases ?? []);
    for (const alias of names.added)
      note("wire-name-added", place, `${placeText(place)} is read as ${alias} too`);
    for (const alias of names.removed)
      note("wire-name-removed", place, `${placeText(place)} is read as ${alias} no more`);
    compareNodes(old.value, now.value, place, note);
  }
}

/** Changes of which nobody loses anything. */
function isSafe(id: ChangeKind): boolean {
  return ["wire-member-added", "wire-name-added", "wire-default-added"].includes(id);
}

function placeText({ steps }: Spot): string {
  const body = steps.findIndex((step) => step === "body" || step === "accepts");
  const path = steps.slice(body + 1);
  return path.length === 0 ? "the body" : `the member ${path.join(".")}`;
}
