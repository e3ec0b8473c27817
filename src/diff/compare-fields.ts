/** The fields of a code, public and internal, and those that cross over. */
import type { ContractCode, ContractSteps } from "../model/contract.js";
import { changeKinds } from "./change-kinds.js";
import type { TypeComparison } from "./compare-types.js";
import type { Note } from "./comparison.js";
import { type ContractMember, membersOf } from "./resolved-type.js";

/** Notes how the fields of a code differ. */
export function compareFields(
  code: string,
  before: ContractCode,
  after: ContractCode,
  types: TypeComparison,
  note: Note,
): void {
  const at = (room: "fields" | "internal", name: string) => ["codes", code, room, name];
  const [open, openNow] = [membersOf(before.fields), membersOf(after.fields)];
  const [hidden, hiddenNow] = [membersOf(before.internal), membersOf(after.internal)];
  types.fields(without(open, hiddenNow), without(openNow, hidden), ["codes", code, "fields"], note);
  const inside = internalNote(note);
  for (const [name, field] of hiddenNow) {
    const steps = at("internal", name);
    const own = hidden.get(name);
    const shown = `${code}: the internal field ${name}`;
    if (own !== undefined) types.field(own, field, steps, inside);
    else if (open.has(name)) {
      note("public-made-internal", steps, `${code}: the field ${name} is internal.`);
      types.field(open.get(name) as ContractMember, field, steps, inside);
    } else if (field.optional) note("internal-field-added", steps, `${shown} is new.`);
    else note("internal-field-added-required", steps, `${shown} is new and required.`);
  }
  for (const [name, field] of hidden) {
    const now = openNow.get(name);
    if (hiddenNow.has(name)) continue;
    if (now === undefined) {
      note(
        "internal-field-removed",
        at("internal", name),
        `${code}: the internal field ${name} is gone.`,
      );
      continue;
    }
    const steps = at("fields", name);
    const id = now.optional ? "internal-made-public-optional" : "internal-made-public-required";
    note(id, steps, `${code}: the field ${name} is public.`);
    // Nobody outside knew the field, so its type concerns those alone who construct.
    types.field({ ...field, optional: now.optional }, now, steps, inside);
  }
}

function without(
  members: ReadonlyMap<string, ContractMember>,
  others: ReadonlyMap<string, ContractMember>,
): ReadonlyMap<string, ContractMember> {
  return new Map([...members].filter(([name]) => !others.has(name)));
}

/** What no client sees hurts those alone who construct. */
function internalNote(note: Note): Note {
  return (id, steps, what, help) => {
    if (id === "secret-marked" || id === "secret-unmarked") return;
    const isField = isTopLevel(steps);
    if (isField && id === "field-made-required")
      note("internal-field-made-required", steps, what, help);
    else if (isField && id === "field-made-optional")
      note("internal-field-made-optional", steps, what, help);
    else if (changeKinds[id].producers === "breaks") note("internal-type-changed", steps, what);
    else note("internal-type-widened", steps, what);
  };
}

function isTopLevel(steps: ContractSteps): boolean {
  return steps.length === 4;
}
