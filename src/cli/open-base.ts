/** What a catalog is compared with: a folder, a ledger, a commit, or what was released. */
import { stat } from "node:fs/promises";
import { relative } from "node:path";
import { collect } from "../diagnostics/report.js";
import { emptyContract } from "../diff/diff-catalogs.js";
import { namedPath } from "../disk/named-path.js";
import { readGitFiles } from "../disk/read-git-files.js";
import { readRegularFile } from "../disk/read-regular-file.js";
import { type ReadFolder, readCatalogFolder, usedCatalogs } from "../disk/used-catalogs.js";
import { type CatalogFile, decodeFile, maxLedgerBytes } from "../load/decode-file.js";
import { loadRules } from "../load/load-rules.js";
import { readLedger } from "../load/read-ledger.js";
import type { Catalog, Contract } from "../model/catalog.js";
import { UsageError } from "./exit-code.js";
import { findingsText } from "./findings-text.js";
import type { Host } from "./host.js";
import { wholeCatalog } from "./open-catalog.js";

/** The base of a comparison. */
export interface OpenedBase {
  /** The catalog, or what its ledger has of it. */
  readonly contract: Contract;
  /** False where nothing was released, or a commit has no catalog yet, and all there is counts as added. */
  readonly isReleased: boolean;
  /** The folder that the catalog was in, where it was another. */
  readonly movedFrom?: string;
}

/**
 * Reads a base: `released`, `git:REF`, `git:REF:PATH`, or the path of a folder or ledger.
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
    return catalog.released === undefined
      ? nothingYet(catalog)
      : { contract: catalog.released, isReleased: true };
  }
  if (base.startsWith("git:")) {
    const ref = base.slice("git:".length);
    const { files, movedFrom, readFiles } = await readGitFiles(folder, ref, catalog.name.value);
    if (files.length === 0) return nothingYet(catalog);
    const used = await usedCatalogs(files, folder, host.cwd, readFiles);
    return {
      ...fromFiles({ files, used }, base, host),
      ...(movedFrom !== undefined && { movedFrom }),
    };
  }
  const path = await namedPath(base, host.cwd);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined)
    throw new UsageError(
      `There is no ${base}. A base is a path, git:REF, git:REF:PATH, or released.`,
    );
  if (found.isDirectory()) return fromFiles(await readCatalogFolder(path, host.cwd), base, host);
  const shownPath = relative(host.cwd, path);
  const content = await readRegularFile({ path, shown: shownPath, most: maxLedgerBytes });
  return fromLedger({ path: "released.json", shownPath, content }, host);
}

function nothingYet(catalog: Catalog): OpenedBase {
  return { contract: emptyContract(catalog), isReleased: false };
}

function fromFiles(read: ReadFolder, base: string, host: Host): OpenedBase {
  return { contract: wholeCatalog(read, base, host), isReleased: true };
}

function fromLedger(file: CatalogFile, host: Host): OpenedBase {
  const { report, diagnostics } = collect(loadRules);
  const contract = readLedger(decodeFile(file, report), report);
  if (contract !== undefined) return { contract, isReleased: true };
  throw new UsageError("", findingsText(diagnostics, host));
}
