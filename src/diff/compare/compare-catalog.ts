/** The catalog as a whole: its name, addresses, defaults, categories, types and operations. */

import { type Contract, compareText, type Operation } from "../../model/catalog.js";
import { grouped } from "../../model/grouped.js";
import { codesOf } from "../../model/operation-codes.js";
import { names, placesIn } from "../../model/placement.js";
import type { WireFormat } from "../../model/wire-format.js";
import { roleJson } from "../ledger/role-json.js";
import { same } from "../ledger/same-json.js";
import { conditionJson } from "../ledger/template-json.js";
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
  if (base.docs?.value !== current.docs?.value) {
    const format = writerOfDocs(base) ?? writerOfDocs(current);
    const [old, now] = [base.docs?.value ?? "nowhere", current.docs?.value ?? "nowhere"];
    const at = spot("docs", ({ docs }) => docs);
    const what = `The help pages are at ${now} instead of ${old}`;
    if (format === undefined) note("docs-address-changed", at, `${what}.`);
    else note("docs-on-wire-changed", at, `${what}, and ${format} writes it.`);
  }
  compareTypeAddress({ base, current, note });
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

/** Types have the address of the help pages where the catalog gives them none. */
function compareTypeAddress({ base, current, note }: Sides): void {
  const addressOf = ({ type, docs }: Contract) => (type ?? docs)?.value ?? "nowhere";
  const [old, now] = [addressOf(base), addressOf(current)];
  const spot = spotOf(["type"], base.type ?? base.docs, current.type ?? current.docs);
  const isOfDocs = base.type === undefined && current.type === undefined;
  if (!isOfDocs && old !== now && (writes(base, "$type") || writes(current, "$type")))
    note("type-address-changed", spot, `Types are at ${now} instead of ${old}.`);
  const also = sides(
    base.typeAlso.map(({ value }) => value),
    current.typeAlso.map(({ value }) => value),
  );
  const at = (address: string) => {
    const isIt = ({ value }: { readonly value: string }) => value === address;
    return inside(spot, ["also"], base.typeAlso.find(isIt), current.typeAlso.find(isIt));
  };
  // What was sent is read all the same, and so is what is sent now.
  for (const each of also.added)
    if (each !== old) note("type-also-added", at(each), `Types are read at ${each} too.`);
  for (const each of also.removed)
    if (each !== now) note("type-also-removed", at(each), `Types are read at ${each} no more.`);
}

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

/** A format that writes the address of the page of a code. */
function writerOfDocs(contract: Contract): string | undefined {
  const ofPages = contract.type === undefined ? ["$docs", "$type"] : ["$docs"];
  return writes(contract, ...ofPages);
}

/** A format that writes one of the variables. */
function writes(contract: Contract, ...variables: readonly string[]): string | undefined {
  const { formats, codes } = partsOf(contract);
  return [...formats].find(([, format]) =>
    [
      ...(format.body === undefined ? [] : [format.body]),
      ...format.headers.map(({ value }) => value),
      ...format.rows.flatMap(({ code, body }) => (codes.has(code) && body ? [body] : [])),
    ]
      .flatMap(placesIn)
      .some((place) => variables.some((variable) => names(place, variable))),
  )?.[0];
}
