/** What a catalog is compared with: a folder, a ledger, a commit, or what was released. */
import { stat } from "node:fs/promises";
import { relative } from "node:path";
import { collect } from "../diagnostics/report.js";
import { catalogPlaces } from "../diff/catalog-places.js";
import { contractOf } from "../diff/contract-of.js";
import { emptyContract } from "../diff/diff-catalogs.js";
import { namedPath } from "../disk/named-path.js";
import { readCatalogFiles } from "../disk/read-catalog-files.js";
import { readGitFiles } from "../disk/read-git-files.js";
import { readRegularFile } from "../disk/read-regular-file.js";
import { type CatalogFile, decodeFile, maxFileBytes } from "../load/decode-file.js";
import { loadRules } from "../load/load-rules.js";
import { readLedger } from "../load/read-ledger.js";
import type { Catalog } from "../model/catalog.js";
import type { Ledger } from "../model/contract.js";
import { UsageError } from "./exit-code.js";
import { findingsText } from "./findings-text.js";
import type { Host } from "./host.js";
import { wholeCatalog } from "./open-catalog.js";

/** The base of a comparison. */
export interface OpenedBase extends Ledger {
  /** False where nothing was released, or a commit has no catalog yet, and all there is counts as added. */
  readonly isReleased: boolean;
  /** The catalog itself, where the base is one and no ledger. */
  readonly catalog?: Catalog;
}

/**
 * Reads a base: `released`, `git:REF`, or the path of a folder or ledger.
 *
 * @throws UsageError or UnreadableError where it cannot be read, or not all of it.
 */
export async function openBase(
  base: string,
  folder: string,
  catalog: Catalog,
  host: Host,
): Promise<OpenedBase> {
  if (base === "released") {
    if (catalog.released !== undefined) return { ...catalog.released, isReleased: true };
    return nothingYet(catalog);
  }
  if (base.startsWith("git:")) {
    const files = await readGitFiles(folder, base.slice("git:".length));
    return files.length === 0 ? nothingYet(catalog) : fromFiles(files, base, host);
  }
  const path = await namedPath(base, host.cwd);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined)
    throw new UsageError(`There is no ${base}. A base is a path, git:REF, or released.`);
  if (found.isDirectory()) return fromFiles(await readCatalogFiles(path, host.cwd), base, host);
  const shownPath = relative(host.cwd, path);
  const content = await readRegularFile({ path, shown: shownPath, most: maxFileBytes });
  return fromLedger({ path: "released.json", shownPath, content }, host);
}

function nothingYet(catalog: Catalog): OpenedBase {
  const contract = emptyContract(contractOf(catalog));
  return { contract, placeOf: () => undefined, isReleased: false };
}

function fromFiles(files: readonly CatalogFile[], base: string, host: Host): OpenedBase {
  const catalog = wholeCatalog(files, base, host);
  const contract = contractOf(catalog);
  return { contract, placeOf: catalogPlaces(catalog), isReleased: true, catalog };
}

function fromLedger(file: CatalogFile, host: Host): OpenedBase {
  const { report, diagnostics } = collect(loadRules);
  const ledger = readLedger(decodeFile(file, report), report);
  if (ledger !== undefined) return { ...ledger, isReleased: true };
  throw new UsageError("", findingsText(diagnostics, host));
}
