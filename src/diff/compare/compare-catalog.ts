/** The catalog as a whole: its name, addresses, defaults, categories, types and operations. */

import { type Contract, compareText, type Operation } from "../../model/catalog.js";
import { grouped } from "../../model/grouped.js";
import { codesOf } from "../../model/operation-codes.js";
import type { WireFormat } from "../../model/wire-format.js";
import { roleJson } from "../ledger/role-json.js";
import { same } from "../ledger/same-json.js";
import { conditionJson } from "../ledger/template-json.js";
import { compareAddresses } from "./compare-addresses.js";
import { TypeComparison } from "./compare-types.js";
import { type Comparison, inside, type Placed, sides, spotOf } from "./comparison.js";
import { partsOf } from "./contract-parts.js";
import { membersOf } from "./type-parts.js";

/** Notes how the catalogs differ as wholes. */
export function compareCatalog({ base, current, note }: Comparison): void {
  const spot = (step: string, placed: (side: Contract) => Placed) =>
    spotOf([step], placed(base), placed(current));
  if (base.name.value !== current.name.value)
    note(
      "catalog-renamed",
      spot("catalog", ({ name }) => name),
      `${base.name.value} is called ${current.name.value}.`,
    );
  if ((base.consumes === undefined) !== (current.consumes === undefined))
    note(
      "consumes-changed",
      spot("consumes", ({ consumes, name }) => consumes ?? name),
      current.consumes === undefined
        ? "The catalog no longer only consumes."
        : "The catalog only consumes now.",
    );
  compareAddresses({ base, current, note });
  compareContext({ base, current, note });
  if (base.wire.value !== current.wire.value)
    note(
      "default-wire-changed",
      spot("wire", ({ wire }) => wire),
      `The default is ${current.wire.value} instead of ${base.wire.value}.`,
    );
  if (base.fallback?.value !== current.fallback?.value) {
    const [old, now] = [base.fallback?.value ?? "none", current.fallback?.value ?? "none"];
    const at = spot("fallback", ({ fallback }) => fallback);
    note("fallback-changed", at, `The fallback is ${now} instead of ${old}.`);
  }
  if (!inferAlike(base.infer, current.infer))
    note(
      "infer-changed",
      spot("infer", ({ infer }) => infer[0]),
      "Other codes are inferred from statuses.",
    );
  compareRoles({ base, current, note });
}

/** Whether the same codes are inferred from the same statuses. */
export function inferAlike(base: WireFormat["infer"], current: WireFormat["infer"]): boolean {
  const [before, after] = [base, current].map((all) => {
    const byStatus = grouped(all, ({ status }) => status);
    return [...byStatus]
      .map(([status, codes]) => {
        const listed = codes.map(({ code, when }) => [code.value, when && conditionJson(when)]);
        return `${status} ${JSON.stringify(listed)}`;
      })
      .sort(compareText)
      .join();
  });
  return before === after;
}

type Sides = Pick<Comparison, "base" | "current" | "note">;

function compareRoles({ base, current, note }: Sides): void {
  const rolesOf = ({ roles }: Contract) => new Map(roles.map((each) => [each.role, each]));
  const [before, after] = [rolesOf(base), rolesOf(current)];
  for (const role of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(role), after.get(role)];
    const [from, to] = [old?.code.value ?? "none", now?.code.value ?? "none"];
    const spot = spotOf(["roles", role], old, now);
    if (from !== to) note("role-changed", spot, `${role} is ${to} instead of ${from}.`);
    else if (old && now && !same(roleJson(old), roleJson(now)))
      note("role-changed", spot, `${role} fills the fields of ${to} otherwise.`);
  }
}

function compareContext({ base, current, note }: Sides): void {
  const [before, after] = [membersOf(base.context), membersOf(current.context)];
  const types = new TypeComparison(base.types, current.types);
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(name), after.get(name)];
    const spot = spotOf(["context", name], old, now);
    if (old === undefined) note("context-added", spot, `Answers may have ${name}.`);
    else if (now === undefined) note("context-removed", spot, `Answers have ${name} no more.`);
    // One that a ledger does not say is that of the other side.
    else if (old !== now) {
      let isOther = false;
      types.field(old, now, spot, () => {
        isOther = true;
      });
      if (isOther) note("context-changed", spot, `${name} has another type.`);
    }
  }
}

/** Notes how categories and named types differ. */
export function compareNames({ base, current, note }: Comparison): void {
  const [before, after] = [partsOf(base).categories, partsOf(current).categories];
  const categories = sides(before.keys(), after.keys());
  const at = (id: string) => spotOf(["categories", id], before.get(id), after.get(id));
  for (const id of categories.added) note("category-added", at(id), `${id} is new.`);
  for (const id of categories.removed)
    note("category-removed", at(id), `The category ${id} is gone.`);
  for (const id of categories.kept)
    if (before.get(id)?.title !== after.get(id)?.title)
      note("category-retitled", at(id), `The category ${id} has another title.`);
  const types = sides(base.types.keys(), current.types.keys());
  const ofType = (id: string) => spotOf(["types", id], base.types.get(id), current.types.get(id));
  for (const id of types.added) note("type-added", ofType(id), `The type ${id} is new.`);
  for (const id of types.removed) note("type-removed", ofType(id), `The type ${id} is gone.`);
}

/** Notes how operations differ. */
export function compareOperations({ base, current, note }: Comparison): void {
  const [before, after] = [partsOf(base).operations, partsOf(current).operations];
  const { added, removed, kept } = sides(before.keys(), after.keys());
  const at = (id: string) => spotOf(["operations", id], before.get(id), after.get(id));
  for (const id of added) note("operation-added", at(id), `${id} is new.`);
  for (const id of removed) note("operation-removed", at(id), `${id} is gone.`);
  for (const id of kept) {
    const [old, now] = [before.get(id) as Operation, after.get(id) as Operation];
    const differ = sides(codesOf(old, base.groups), codesOf(now, current.groups));
    const ofCode = (code: string) => {
      const isCode = ({ value }: { readonly value: string }) => value === code;
      return inside(at(id), [code], old.codes.find(isCode), now.codes.find(isCode));
    };
    for (const code of differ.added)
      note("operation-code-added", ofCode(code), `${id} may answer with ${code}.`);
    for (const code of differ.removed)
      note("operation-code-removed", ofCode(code), `${id} answers with ${code} no more.`);
  }
}
