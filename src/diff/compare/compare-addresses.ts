/** Where the pages and types of codes are: those of the catalog itself, and those of catalogs that it uses. */
import type { Contract, UsedCatalog } from "../../model/catalog.js";
import { names, placesIn } from "../../model/placement.js";
import type { Located } from "../../model/source.js";
import { type Comparison, inside, sides, spotOf } from "./comparison.js";
import { partsOf } from "./contract-parts.js";

type Sides = Pick<Comparison, "base" | "current" | "note">;
type Addresses = Pick<Contract, "docs" | "type" | "typeAlso">;

/** The addresses of one catalog's codes on both sides. */
interface Compared {
  /** Nothing, or `of platform`, with a blank before it. */
  readonly whose: string;
  readonly steps: readonly string[];
  readonly before: Addresses;
  readonly after: Addresses;
}

/** Notes how addresses differ. */
export function compareAddresses({ base, current, note }: Sides): void {
  const all: Compared[] = [{ whose: "", steps: [], before: base, after: current }];
  const now = new Map(current.uses.map((used) => [used.name, used]));
  for (const used of base.uses) {
    const after = now.get(used.name);
    if (after === undefined) continue;
    all.push({
      whose: ` of ${used.name}`,
      steps: ["uses", used.name],
      before: addressesOfOther(used, base),
      after: addressesOfOther(after, current),
    });
  }
  for (const compared of all) {
    comparePages(compared, { base, current, note });
    compareTypes(compared, { base, current, note });
  }
}

/** Codes of a catalog that has no addresses have those of the catalog that uses it. */
function addressesOfOther({ docs, type, typeAlso, at }: UsedCatalog, own: Contract): Addresses {
  const located = (value: string): Located<string> => ({ value, at });
  if (docs === undefined && type === undefined) return own;
  return {
    docs: docs === undefined ? undefined : located(docs),
    type: type === undefined ? undefined : located(type),
    typeAlso: typeAlso.map(located),
  };
}

/** Whether types have the address of the pages: on both sides the catalog gives them none. */
function areOfPages(before: Addresses, after: Addresses): boolean {
  return before.type === undefined && after.type === undefined;
}

function comparePages({ whose, steps, before, after }: Compared, { base, current, note }: Sides) {
  const [old, now] = [before.docs?.value ?? "nowhere", after.docs?.value ?? "nowhere"];
  if (old === now) return;
  const variables = areOfPages(before, after) ? ["$docs", "$type"] : ["$docs"];
  const format = writes(base, variables) ?? writes(current, variables);
  const at = spotOf([...steps, "docs"], before.docs, after.docs);
  const what = `The help pages${whose} are at ${now} instead of ${old}`;
  if (format === undefined) note("docs-address-changed", at, `${what}.`);
  else note("docs-on-wire-changed", at, `${what}, and ${format} writes it.`);
}

function compareTypes({ whose, steps, before, after }: Compared, { base, current, note }: Sides) {
  const addressOf = ({ type, docs }: Addresses) => (type ?? docs)?.value ?? "nowhere";
  const [old, now] = [addressOf(before), addressOf(after)];
  const spot = spotOf([...steps, "type"], before.type ?? before.docs, after.type ?? after.docs);
  if (
    !areOfPages(before, after) &&
    old !== now &&
    (writes(base, ["$type"]) ?? writes(current, ["$type"]))
  )
    note("type-address-changed", spot, `Types${whose} are at ${now} instead of ${old}.`);
  const also = sides(
    before.typeAlso.map(({ value }) => value),
    after.typeAlso.map(({ value }) => value),
  );
  const at = (address: string) => {
    const isIt = ({ value }: { readonly value: string }) => value === address;
    return inside(spot, ["also"], before.typeAlso.find(isIt), after.typeAlso.find(isIt));
  };
  // What was sent is read all the same, and so is what is sent now.
  for (const each of also.added)
    if (each !== old) note("type-also-added", at(each), `Types${whose} are read at ${each} too.`);
  for (const each of also.removed)
    if (each !== now)
      note("type-also-removed", at(each), `Types${whose} are read at ${each} no more.`);
}

/** A format that writes one of the variables. */
function writes(contract: Contract, variables: readonly string[]): string | undefined {
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
