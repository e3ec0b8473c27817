/** Values of one type: those of an enum, and those between limits. */
import type { ContractSteps } from "../model/contract.js";
import { type Note, sides } from "./comparison.js";
import type { Limits, ResolvedType } from "./resolved-type.js";
import { shown, values } from "./type-words.js";

type EnumValues = Extract<ResolvedType, { kind: "enum" }>["values"];

/** Notes the values that an enum has more or less. */
export function compareEnums(
  base: EnumValues,
  current: EnumValues,
  at: ContractSteps,
  note: Note,
): void {
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
  at: ContractSteps,
  unit: string,
  note: Note,
): void {
  const say = (isLooser: boolean, what: string) =>
    note(isLooser ? "limit-loosened" : "limit-tightened", at, `${shown(at)} has ${what}.`);
  const amount = (limit: number) =>
    Number.isFinite(limit) ? `${limit}${unit && ` ${unit}`}` : "no limit";
  if (base.min !== current.min)
    say(current.min < base.min, `at least ${amount(current.min)} instead of ${amount(base.min)}`);
  if (base.max !== current.max)
    say(current.max > base.max, `at most ${amount(current.max)} instead of ${amount(base.max)}`);
}
