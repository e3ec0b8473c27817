/** Keys of a catalog's own: what they say is nobody's contract, and is named all the same. */
import {
  type ContractFields,
  type ContractSteps,
  type ContractType,
  memberKey,
  memberOf,
} from "../model/contract.js";
import { isExtensionKey } from "../model/extension.js";
import type { Comparison, Note } from "./comparison.js";
import { inlineJson } from "./print-ledger.js";
import { same } from "./same.js";

/** Notes how keys of their own differ that the catalog, its codes, fields, types and operations have on both sides. */
export function compareExtensions({ base, current, note }: Comparison): void {
  compareOwn("the catalog", base, current, [], note);
  for (const [code, after] of Object.entries(current.codes)) {
    const before = memberOf(base.codes, code);
    if (before === undefined) continue;
    compareOwn(code, before, after, ["codes", code], note);
    for (const kind of ["fields", "internal"] as const)
      compareMembers(before[kind], after[kind], ["codes", code, kind], note);
  }
  compareMembers(base.types, current.types, ["types"], note);
  for (const [id, after] of Object.entries(current.operations)) {
    const before = memberOf(base.operations, id);
    if (before !== undefined) compareOwn(id, before, after, ["operations", id], note);
  }
}

function compareMembers(
  base: ContractFields = {},
  current: ContractFields = {},
  steps: ContractSteps,
  note: Note,
): void {
  const before = new Map(Object.entries(base).map(([key, type]) => [memberKey(key).name, type]));
  for (const [key, type] of Object.entries(current)) {
    const { name } = memberKey(key);
    const old = before.get(name);
    if (old !== undefined) compareTypes(old, type, [...steps, name], note);
  }
}

function compareTypes(
  base: ContractType,
  current: ContractType,
  steps: ContractSteps,
  note: Note,
): void {
  const [old, now] = [base, current].map((type) => (typeof type === "string" ? {} : type));
  if (old === undefined || now === undefined) return;
  compareOwn(steps.at(-1) ?? "", old, now, steps, note);
  compareMembers(old.properties, now.properties, steps, note);
  if (old.items !== undefined && now.items !== undefined)
    compareTypes(old.items, now.items, [...steps, "[]"], note);
  const [rest, newRest] = [old.additionalProperties, now.additionalProperties];
  if (rest && newRest) compareTypes(rest, newRest, [...steps, "*"], note);
  for (const [index, variant] of (now.oneOf ?? []).entries()) {
    const other = old.oneOf?.[index];
    if (other !== undefined) compareTypes(other, variant, steps, note);
  }
}

function compareOwn(
  owner: string,
  base: object,
  current: object,
  steps: ContractSteps,
  note: Note,
): void {
  const [before, after] = [ownMembers(base), ownMembers(current)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(name), after.get(name)];
    if (old !== undefined && now !== undefined && same(old, now)) continue;
    const what =
      now === undefined
        ? `is gone from ${owner}`
        : `of ${owner} is ${inlineJson(now)}${old === undefined ? "" : ` instead of ${inlineJson(old)}`}`;
    note("extension-changed", [...steps, name], `${name} ${what}.`);
  }
}

function ownMembers(owner: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(owner).filter(([name]) => isExtensionKey(name)));
}
