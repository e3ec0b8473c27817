/** Keys of a catalog's own: what they say is nobody's contract, and is named all the same. */
import type { Extension } from "../../model/extension.js";
import type { FieldType, Property } from "../../model/field.js";
import { inlineJson } from "../../model/inline-json.js";
import { fieldsOf } from "./compare-fields.js";
import { type Comparison, codeSpot, inside, type Note, type Spot, spotOf } from "./comparison.js";
import { partsOf } from "./contract-parts.js";
import { membersOf } from "./type-parts.js";

interface Extended {
  readonly extensions?: readonly Extension[];
}

/** Notes how keys of their own differ that the catalog, its codes, fields, types and operations have on both sides. */
export function compareExtensions(comparison: Comparison): void {
  const { base, current, note, saysSameOf } = comparison;
  const [before, after] = [partsOf(base), partsOf(current)];
  const whole = { steps: [], base: base.name.at, current: current.name.at };
  compareOwn("the catalog", base, current, whole, note);
  const context = { ...whole, steps: ["context"] };
  compareMembers(membersOf(base.context), membersOf(current.context), context, note);
  for (const [code, entry] of after.codes) {
    const old = before.codes.get(code);
    if (old === undefined || saysSameOf(code)) continue;
    const spot = codeSpot(code, comparison);
    compareOwn(code, old, entry, spot, note);
    for (const room of ["fields", "internal"] as const)
      compareMembers(fieldsOf(old, room), fieldsOf(entry, room), inside(spot, [room]), note);
  }
  for (const [id, type] of current.types) {
    const old = base.types.get(id);
    if (old !== undefined)
      compareTypes(old.type, type.type, spotOf(["types", id], old, type), note);
  }
  for (const [id, operation] of after.operations) {
    const old = before.operations.get(id);
    if (old !== undefined)
      compareOwn(id, old, operation, spotOf(["operations", id], old, operation), note);
  }
}

function compareMembers(
  base: ReadonlyMap<string, Property>,
  current: ReadonlyMap<string, Property>,
  spot: Spot,
  note: Note,
): void {
  for (const [name, member] of current) {
    const old = base.get(name);
    if (old !== undefined)
      compareTypes(old.type, member.type, inside(spot, [name], old, member), note);
  }
}

function compareTypes(base: FieldType, current: FieldType, spot: Spot, note: Note): void {
  compareOwn(spot.steps.at(-1) ?? "", base, current, spot, note);
  if (base.kind === "array" && current.kind === "array")
    compareTypes(base.items, current.items, inside(spot, ["[]"], base.items, current.items), note);
  else if (base.kind === "object" && current.kind === "object") {
    compareMembers(membersOf(base.properties), membersOf(current.properties), spot, note);
    const [rest, newRest] = [base.rest, current.rest];
    if (rest !== undefined && newRest !== undefined)
      compareTypes(rest, newRest, inside(spot, ["*"], rest, newRest), note);
  } else if (base.kind === "oneOf" && current.kind === "oneOf")
    for (const [index, variant] of current.variants.entries()) {
      const other = base.variants[index];
      if (other !== undefined) compareTypes(other, variant, spot, note);
    }
}

function compareOwn(
  owner: string,
  base: Extended,
  current: Extended,
  spot: Spot,
  note: Note,
): void {
  const [before, after] = [byName(base), byName(current)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(name), after.get(name)];
    const [was, is] = [old, now].map((each) => each && inlineJson(each.value));
    if (was === is) continue;
    const what =
      is === undefined
        ? `is gone from ${owner}`
        : `of ${owner} is ${is}${was === undefined ? "" : ` instead of ${was}`}`;
    note("extension-changed", inside(spot, [name], old, now), `${name} ${what}.`);
  }
}

function byName({ extensions = [] }: Extended): ReadonlyMap<string, Extension> {
  return new Map(extensions.map((each) => [each.name, each]));
}
