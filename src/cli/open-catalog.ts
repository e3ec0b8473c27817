/** Loads and checks a catalog for a command. */
import type { BaselineUse } from "../check/baseline-cover.js";
import { examineCatalog } from "../check/check-catalog.js";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { type ReadFolder, readCatalogFolder } from "../disk/used-catalogs.js";
import { type LoadedCatalog, loadCatalog } from "../load/load-catalog.js";
import type { Catalog } from "../model/catalog.js";
import type { Proofs } from "../wire/proofs.js";
import { UsageError } from "./exit-code.js";
import { findingsText } from "./findings-text.js";
import type { Host } from "./host.js";
import { spareMemory } from "./spare-memory.js";

/** A catalog, and all that is wrong with it. */
export interface OpenedCatalog {
  readonly folder: string;
  readonly catalog: Catalog | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What its baseline has to do with them; undefined where there is no catalog. */
  readonly baseline: BaselineUse | undefined;
}

/** What is known of a catalog before it is opened. */
export interface OpeningOptions {
  /** Its files, where they were read already. */
  readonly read?: ReadFolder;
  /** What an earlier run has proven. */
  readonly proofs?: Proofs | undefined;
}

/** Reads, loads and checks the catalog in a folder. */
export async function openCatalog(
  folder: string,
  host: Host,
  { read, proofs }: OpeningOptions = {},
): Promise<OpenedCatalog> {
  host.progress(`Reading ${folder}`);
  const { catalog, diagnostics } = loadAll(read ?? (await readCatalogFolder(folder, host.cwd)));
  if (catalog !== undefined) host.progress(`Checking ${catalog.entries.length} entries`);
  const found = catalog && examineCatalog(catalog, proofs);
  host.progress("");
  if (catalog === undefined || found === undefined)
    return { folder, catalog, diagnostics, baseline: undefined };
  const paths = catalog.files.map(({ path }) => path);
  const all = sortDiagnostics([...diagnostics, ...found.diagnostics], paths);
  return { folder, catalog, diagnostics: all, baseline: found.baseline };
}

function loadAll({ files, used }: ReadFolder): LoadedCatalog {
  spareMemory(files);
  return loadCatalog(files, used);
}

/**
 * The catalog in a folder, for commands that only show it.
 *
 * @throws UsageError where it has errors: `errdex check` shows them.
 */
export async function openSoundCatalog(folder: string, host: Host): Promise<Catalog> {
  const { catalog, diagnostics } = await openCatalog(folder, host);
  if (catalog !== undefined && !hasErrors(diagnostics)) return catalog;
  throw new UsageError(
    `The catalog in ${folder} has errors.`,
    findingsText(diagnostics, host, "`errdex check --all`"),
  );
}

/**
 * The catalog of files that can all be read, for commands that compare: an entry that was left out would look as if it
 * had been removed. What else is wrong is for `errdex check` to say.
 *
 * @param name what the files are, for the user.
 * @throws UsageError where a part cannot be read.
 */
export function wholeCatalog(read: ReadFolder, name: string, host: Host): Catalog {
  const { catalog, diagnostics } = loadAll(read);
  if (catalog !== undefined && !hasErrors(diagnostics)) return catalog;
  throw new UsageError(`Not all of ${name} can be read.`, findingsText(diagnostics, host));
}

/** Prints diagnostics for people; nothing where there are none. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], host: Host): void {
  if (diagnostics.length > 0) host.out(`${findingsText(diagnostics, host)}\n`);
}
