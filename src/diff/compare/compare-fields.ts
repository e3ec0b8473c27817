/** The fields of a code, public and internal, and those that cross over. */
import type { Entry } from "../../model/catalog.js";
import type { Property } from "../../model/field.js";
import { changeKinds } from "../changes/change-kinds.js";
import type { TypeComparison } from "./compare-types.js";
import { type Comparison, codeSpot, inside, type Note, type Spot } from "./comparison.js";
import { type Members, membersOf } from "./type-parts.js";

/** Notes how the fields of a code differ. */
export function compareFields(
  before: Entry,
  after: Entry,
  types: TypeComparison,
  comparison: Comparison,
): void {
  const { code } = after;
  const { note } = comparison;
  const spot = codeSpot(code, comparison);
  const [open, openNow] = [fieldsOf(before, "fields"), fieldsOf(after, "fields")];
  const [hidden, hiddenNow] = [fieldsOf(before, "internal"), fieldsOf(after, "internal")];
  const at = (room: Room, name: string) =>
    inside(
      spot,
      [room, name],
      hidden.get(name) ?? open.get(name),
      hiddenNow.get(name) ?? openNow.get(name),
    );
  types.fields(without(open, hiddenNow), without(openNow, hidden), inside(spot, ["fields"]), note);
  const inner = internalNote(note);
  for (const [name, field] of hiddenNow) {
    const place = at("internal", name);
    const own = hidden.get(name);
    const known = open.get(name);
    const shown = `${code}: the internal field ${name}`;
    if (own !== undefined) types.field(own, field, place, inner);
    else if (known !== undefined) {
      note("public-made-internal", place, `${code}: the field ${name} is internal.`);
      types.field(known, field, place, inner);
    } else if (field.optional) note("internal-field-added", place, `${shown} is new.`);
    else note("internal-field-added-required", place, `${shown} is new and required.`);
  }
  for (const [name, field] of hidden) {
    const now = openNow.get(name);
    if (hiddenNow.has(name)) continue;
    if (now === undefined) {
      const what = `${code}: the internal field ${name} is gone.`;
      note("internal-field-removed", at("internal", name), what);
      continue;
    }
    const place = at("fields", name);
    const id = now.optional ? "internal-made-public-optional" : "internal-made-public-required";
    note(id, place, `${code}: the field ${name} is public.`);
    // Nobody outside knew the field, so its type concerns those alone who construct.
    types.field({ ...field, optional: now.optional }, now, place, inner);
  }
}

type Room = "fields" | "internal";

/** The public or the internal fields, in the order of their names. */
export function fieldsOf({ fields }: Entry, room: Room): Members {
  return membersOf(fields.filter(({ internal }) => internal === (room === "internal")));
}

function without(members: Members, others: Members): Members {
  return new Map<string, Property>([...members].filter(([name]) => !others.has(name)));
}

/** What no client sees hurts those alone who construct. */
function internalNote(note: Note): Note {
  return (id, spot, what, help) => {
    if (id === "secret-marked" || id === "secret-unmarked") return;
    const isField = isTopLevel(spot);
    if (isField && id === "field-made-required")
      note("internal-field-made-required", spot, what, help);
    else if (isField && id === "field-made-optional")
      note("internal-field-made-optional", spot, what, help);
    else if (changeKinds[id].producers === "breaks") note("internal-type-changed", spot, what);
    else note("internal-type-widened", spot, what);
  };
}

function isTopLevel({ steps }: Spot): boolean {
  return steps.length === 4;
}
