/** Two catalogs in memory, and what changed between them. */
import { catalogPlaces } from "../../src/diff/catalog-places.js";
import type { Change } from "../../src/diff/change.js";
import { contractOf } from "../../src/diff/contract-of.js";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { printLedger } from "../../src/diff/print-ledger.js";
import type { Catalog } from "../../src/model/catalog.js";
import { replayExamples } from "../../src/replay/replay-examples.js";
import {
  type CatalogTexts,
  catalogOf,
  entryText,
  errorsText,
  headText,
  shown,
} from "../support/catalog-of.js";

/** The catalog, whatever is wrong with it, as long as all of it can be read. */
export function readCatalog(texts: CatalogTexts): Catalog {
  const { catalog, diagnostics } = catalogOf(texts);
  if (catalog === undefined || catalog.unreadable.size > 0)
    throw new Error(`The catalog of this test cannot be read:\n${shown(diagnostics).join("\n")}`);
  return catalog;
}

/** What changed from one catalog to the other. */
export function changesBetween(base: CatalogTexts, current: CatalogTexts): readonly Change[] {
  const [before, after] = [readCatalog(base), readCatalog(current)];
  return diffCatalogs(contractOf(before), contractOf(after), {
    base: catalogPlaces(before),
    current: catalogPlaces(after),
    replay: replayExamples({ contract: contractOf(before), catalog: before }, after),
  });
}

/** `id path` of each change. */
export function idsOf(changes: readonly Change[]): readonly string[] {
  return changes.map(({ id, path }) => `${id} ${path}`);
}

/** The catalog with the ledger of what it is now, or was at a version. */
export function released(texts: CatalogTexts, ...before: readonly CatalogTexts[]): string {
  const [first, ...rest] = [...before, texts];
  let ledger = printLedger(contractOf(readCatalog(first ?? texts)));
  for (const next of rest)
    ledger = printLedger(contractOf(readCatalog({ ...next, "released.json": ledger })));
  return ledger;
}

/** A catalog of one entry, the code `late`, in `errors/a.yaml`. */
export function late(
  members: Readonly<Record<string, string | undefined>> = {},
  ...head: readonly string[]
): CatalogTexts {
  return entries([entryText("late", { title: "Too late", ...members })], ...head);
}

/** A catalog of entries. */
export function entries(texts: readonly string[], ...head: readonly string[]): CatalogTexts {
  return { "catalog.yaml": headText(...head), "errors/a.yaml": errorsText(...texts) };
}
