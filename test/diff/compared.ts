/** Two catalogs in memory, and what changed between them. */
import { collect } from "../../src/diagnostics/report.js";
import type { Change } from "../../src/diff/changes/change.js";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import { loadRules } from "../../src/load/load-rules.js";
import { readLedger } from "../../src/load/read-ledger.js";
import type { Catalog, Contract } from "../../src/model/catalog.js";
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
  return diffCatalogs(readCatalog(base), readCatalog(current));
}

/** What a ledger that says this has of its catalog: a text, or members, whose digest nobody asks for. */
export function contractFrom(ledger: string | object): Contract {
  const text =
    typeof ledger === "string" ? ledger : JSON.stringify({ ...ledger, digest: undefined });
  const { report, diagnostics } = collect(loadRules);
  const file = { path: "released.json", text };
  const contract = readLedger({ file, readable: true }, report);
  if (contract === undefined)
    throw new Error(`The ledger of this test cannot be read:\n${shown(diagnostics).join("\n")}`);
  return contract;
}

/** `id path` of each change. */
export function idsOf(changes: readonly Change[]): readonly string[] {
  return changes.map(({ id, path }) => `${id} ${path}`);
}

/** The catalog with the ledger of what it is now, or was at a version. */
export function released(texts: CatalogTexts, ...before: readonly CatalogTexts[]): string {
  const [first, ...rest] = [...before, texts];
  let ledger = printLedger(readCatalog(first ?? texts));
  for (const next of rest) ledger = printLedger(readCatalog({ ...next, "released.json": ledger }));
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
