/** The catalog as a whole: its name, addresses, defaults, categories, types and operations. */
import { type Contract, memberOf } from "../model/contract.js";
import { type Comparison, sides, sidesOf } from "./comparison.js";
import { same } from "./same.js";

/** Notes how the catalogs differ as wholes. */
export function compareCatalog({ base, current, note }: Comparison): void {
  if (base.catalog !== current.catalog)
    note("catalog-renamed", ["catalog"], `${base.catalog} is called ${current.catalog}.`);
  if (base.docs !== current.docs) {
    const format = writerOfDocs(base) ?? writerOfDocs(current);
    const [old, now] = [base.docs ?? "nowhere", current.docs ?? "nowhere"];
    const what = `The help pages are at ${now} instead of ${old}`;
    if (format === undefined) note("docs-address-changed", ["docs"], `${what}.`);
    else note("docs-on-wire-changed", ["docs"], `${what}, and ${format} writes it.`);
  }
  if (base.wire !== current.wire)
    note(
      "default-wire-changed",
      ["wire"],
      `The default is ${current.wire} instead of ${base.wire}.`,
    );
  if (base.fallback !== current.fallback) {
    const [old, now] = [base.fallback ?? "none", current.fallback ?? "none"];
    note("fallback-changed", ["fallback"], `The fallback is ${now} instead of ${old}.`);
  }
  if (!same(base.infer, current.infer))
    note("infer-changed", ["infer"], "Other codes are inferred from statuses.");
}

/** Notes how categories and named types differ. */
export function compareNames({ base, current, note }: Comparison): void {
  const categories = sidesOf(base.categories, current.categories);
  for (const id of categories.added) note("category-added", ["categories", id], `${id} is new.`);
  for (const id of categories.removed)
    note("category-removed", ["categories", id], `The category ${id} is gone.`);
  for (const id of categories.kept)
    if (memberOf(base.categories, id) !== memberOf(current.categories, id))
      note("category-retitled", ["categories", id], `The category ${id} has another title.`);
  const types = sidesOf(base.types, current.types);
  for (const id of types.added) note("type-added", ["types", id], `The type ${id} is new.`);
  for (const id of types.removed) note("type-removed", ["types", id], `The type ${id} is gone.`);
}

/** Notes how operations differ. */
export function compareOperations({ base, current, note }: Comparison): void {
  const { added, removed, kept } = sidesOf(base.operations, current.operations);
  for (const id of added) note("operation-added", ["operations", id], `${id} is new.`);
  for (const id of removed) note("operation-removed", ["operations", id], `${id} is gone.`);
  for (const id of kept) {
    const codes = (contract: Contract) => memberOf(contract.operations, id)?.codes ?? [];
    const differ = sides(codes(base), codes(current));
    for (const code of differ.added)
      note("operation-code-added", ["operations", id, code], `${id} may answer with ${code}.`);
    for (const code of differ.removed)
      note(
        "operation-code-removed",
        ["operations", id, code],
        `${id} answers with ${code} no more.`,
      );
  }
}

/** A format that writes the address of the page of a code. */
function writerOfDocs({ wires, codes }: Contract): string | undefined {
  return Object.keys(wires).find((format) => {
    const own = memberOf(wires, format);
    const rows = Object.values(codes).map((code) => memberOf(code.wires, format)?.body);
    return [own?.body, own?.headers, ...rows].some(mentionsDocs);
  });
}

function mentionsDocs(template: unknown): boolean {
  if (typeof template === "string")
    return /^\$(?!\$)(?:.*\|)?(?:type|docs)(?:[|:]|$)/.test(template);
  if (typeof template !== "object" || template === null) return false;
  return Object.values(template).some(mentionsDocs);
}
