/** `errdex release`: records the contract, against which no code is ever used again. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import { count } from "../../diagnostics/format-text.js";
import { suppress } from "../../diff/accepted-changes.js";
import { type Change, isRefused } from "../../diff/changes/change.js";
import { withPartsOf } from "../../diff/compare/unsaid-parts.js";
import { diffCatalogs } from "../../diff/diff-catalogs.js";
import { ledgerWithoutPast } from "../../diff/ledger/contract-json.js";
import { printLedger } from "../../diff/ledger/print-ledger.js";
import { same } from "../../diff/ledger/same-json.js";
import { neededVersion } from "../../diff/needed-version.js";
import { versionDemand } from "../../diff/version-demand.js";
import { isCurrent } from "../../disk/write-files.js";
import type { Catalog, Contract } from "../../model/catalog.js";
import { writeCatalogFiles } from "../compare-outputs.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import { changesText } from "../format-changes.js";
import type { Host } from "../host.js";
import { openCatalog, printDiagnostics } from "../open-catalog.js";
import { readBackLedger } from "../read-back-ledger.js";
import { shown as shownPath } from "../report-folders.js";

/** Writes `released.json` of all catalogs that are meant, or of none where something forbids one. */
export async function release(named: readonly string[], host: Host): Promise<ExitCode> {
  const folders = await findCatalogs(named, host);
  const ledgers: Ledger[] = [];
  const refusals: string[] = [];
  for (const folder of folders) {
    const ledger = await ledgerFor(folder, folders.length > 1, host);
    if ("refused" in ledger) refusals.push(ledger.refused);
    else ledgers.push(ledger);
  }
  if (refusals.length > 0) {
    const reasons = refusals.filter((reason) => reason !== "");
    host.err(`${[...reasons, "Nothing was released."].join(folders.length > 1 ? "\n" : " ")}\n`);
    return exitCode.findings;
  }
  for (const { folder, catalog, path, text } of ledgers) {
    const name = shownPath(path, host);
    const written = await writeIfChanged(folder, { path, text }, host);
    const codes = count(catalog.entries.length, "code");
    host.out(
      written
        ? `${host.colors.green("wrote")} ${name}: ${catalog.name.value} ${catalog.version.value}, ${codes}\n`
        : `${name}: up to date\n`,
    );
  }
  return exitCode.fine;
}

/** A ledger that may be written. */
interface Ledger {
  readonly folder: string;
  readonly catalog: Catalog;
  readonly path: string;
  readonly text: string;
}

/** The ledger, or what forbids it; that is nothing where it has been said. */
async function ledgerFor(
  folder: string,
  isOneOfMany: boolean,
  host: Host,
): Promise<Ledger | { readonly refused: string }> {
  const { catalog, diagnostics } = await openCatalog(folder, host);
  // What the version lacks is said below, with all that asks for it.
  const shown = diagnostics.filter(({ rule }) => rule !== "released-version");
  printDiagnostics(shown, host);
  if (catalog === undefined || hasErrors(diagnostics)) return { refused: "" };
  const changes = acceptedChanges(catalog);
  const refusal = refusalOf(catalog, changes);
  const ofWhich = isOneOfMany ? `${catalog.name.value}: ` : "";
  if (refusal !== undefined) {
    if (changes.length > 0) host.out(`${changesText(changes, host)}\n`);
    return { refused: `${ofWhich}${refusal}` };
  }
  const path = join(folder, "released.json");
  const name = shownPath(path, host);
  const text = printLedger(catalog);
  const { isSame, diagnostics: faults } = readBackLedger(text, name);
  if (isSame) return { folder, catalog, path, text };
  printDiagnostics(faults, host);
  return {
    refused: `${ofWhich}errdex could not read back what it would write to ${name}.`,
  };
}

function acceptedChanges(catalog: Catalog): readonly Change[] {
  const { released, suppressions } = catalog;
  if (released === undefined) return [];
  return suppress(diffCatalogs(released, catalog), suppressions, released.version.value).changes;
}

function refusalOf(catalog: Catalog, changes: readonly Change[]): string | undefined {
  const { released, version } = catalog;
  if (released === undefined) return undefined;
  if (changes.some(isRefused)) return "Some of these changes no version covers.";
  const { base, needed, isCovered } = versionDemand(released, changes, catalog);
  if (changes.length === 0 && version.value === base && !isSameContract(catalog, released))
    return `What ${base} released is written differently now, though nothing that matters has changed. It needs version ${neededVersion(base, "patch")} or later.`;
  if (isCovered) return undefined;
  if (changes.length === 0)
    return `The version ${version.value} is before ${base}, which is released.`;
  return `These changes ask for version ${needed} or later; the catalog says ${version.value}.`;
}

// What it remembers may grow without a version: nobody relies on what is gone. So may what ledgers of old do not say.
function isSameContract(catalog: Contract, released: Contract): boolean {
  const base = { ...withPartsOf(released, catalog), unsaid: [] };
  return same(ledgerWithoutPast(catalog), ledgerWithoutPast(base));
}

async function writeIfChanged(
  folder: string,
  file: { readonly path: string; readonly text: string },
  host: Host,
): Promise<boolean> {
  const before = await readFile(file.path, "utf8").catch(() => undefined);
  if (isCurrent(before, file.text)) return false;
  await writeCatalogFiles(folder, [file], host);
  return true;
}
