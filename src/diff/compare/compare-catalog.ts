/** The catalog as a whole: its name, addresses, defaults, categories, types and operations. */

import { type Contract, compareText, type Operation } from "../../model/catalog.js";
import { codesOf } from "../../model/operation-codes.js";
import { names, placesIn } from "../../model/placement.js";
import { type Comparison, inside, type Placed, sides, spotOf } from "./comparison.js";
import { partsOf } from "./contract-parts.js";

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
  if (base.docs?.value !== current.docs?.value) {
    const format = writerOfDocs(base) ?? writerOfDocs(current);
    const [old, now] = [base.docs?.value ?? "nowhere", current.docs?.value ?? "nowhere"];
    const at = spot("docs", ({ docs }) => docs);
    const what = `The help pages are at ${now} instead of ${old}`;
    if (format === undefined) note("docs-address-changed", at, `${what}.`);
    else note("docs-on-wire-changed", at, `${what}, and ${format} writes it.`);
  }
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
}

/** Whether the same codes are inferred from the same statuses. */
export function inferAlike(base: Contract["infer"], current: Contract["infer"]): boolean {
  const [before, after] = [base, current].map((all) =>
    all
      .map(({ status, code }) => `${status} ${code.value}`)
      .sort(compareText)
      .join(),
  );
  return before === after;
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
  const { formats, codes } = partsOf(contract);
  return [...formats].find(([, format]) =>
    [
      ...(format.body === undefined ? [] : [format.body]),
      ...format.headers.map(({ value }) => value),
      ...format.rows.flatMap(({ code, body }) => (codes.has(code) && body ? [body] : [])),
    ]
      .flatMap(placesIn)
      .some((place) => names(place, "$type") || names(place, "$docs")),
  )?.[0];
}
