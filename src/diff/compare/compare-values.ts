/** Values of one type: those of an enum, and those between limits. */
import { type Note, type Spot, sides } from "./comparison.js";
import { type Limits, limitsOf, type Variant } from "./type-parts.js";
import { shown, values } from "./type-words.js";

type EnumValues = Extract<Variant, { kind: "enum" }>["values"];

/** Notes the values that an enum has more or less. */
export function compareEnums(base: EnumValues, current: EnumValues, at: Spot, note: Note): void {
  const { added, removed } = sides(base, current);
  if (removed.length === new Set(base).size && added.length > 0) {
    note("type-changed", at, `${shown(at)} is ${values(current)} instead of ${values(base)}.`);
    return;
  }
  for (const value of added)
    note("enum-value-added", at, `${shown(at)} may be ${values([value])} too.`);
  for (const value of removed)
    note("enum-value-removed", at, `${shown(at)} is ${values([value])} no more.`);
}

/** Notes limits that are others; the unit is what they count. */
export function compareLimits(
  base: Limits,
  current: Limits,
  at: Spot,
  unit: string,
  note: Note,
): void {
  const say = (isLooser: boolean, what: string) =>
    note(isLooser ? "limit-loosened" : "limit-tightened", at, `${shown(at)} has ${what}.`);
  const amount = (limit: number) =>
    Number.isFinite(limit) ? `${limit}${unit && ` ${unit}`}` : "no limit";
  const [old, now] = [limitsOf(base), limitsOf(current)];
  if (old.min !== now.min)
    say(now.min < old.min, `at least ${amount(now.min)} instead of ${amount(old.min)}`);
  if (old.max !== now.max)
    say(now.max > old.max, `at most ${amount(now.max)} instead of ${amount(old.max)}`);
}
