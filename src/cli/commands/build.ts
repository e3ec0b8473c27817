/** `errdex build`: writes what a catalog's `outputs` ask for. */
import { hasErrors } from "../../diagnostics/diagnostic.js";
import { count } from "../../diagnostics/format-text.js";
import { applyChanges } from "../../disk/write-files.js";
import type { Catalog } from "../../model/catalog.js";
import { type AskedFolder, compareOutputs } from "../compare-outputs.js";
import { emitOutputs } from "../emit-outputs.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { openCatalog, printDiagnostics } from "../open-catalog.js";
import { reportFolders, shown } from "../report-folders.js";

/** Options of the command. */
export interface BuildOptions {
  /** Write nothing; what would be written is a finding. */
  readonly check?: boolean;
  /** Build again whenever a file of a catalog changes. */
  readonly watch?: boolean;
  /** Write outside the repository too. */
  readonly allowOutside?: boolean;
}

/** Builds every catalog that is meant. Where one of them has errors, nothing is written. */
export async function build(
  named: readonly string[],
  options: BuildOptions,
  host: Host,
): Promise<ExitCode> {
  if (options.check && options.watch)
    throw new UsageError("--check and --watch do not go together.");
  const folders = await findCatalogs(named, host);
  if (!options.watch) return buildAll(folders, options, host);
  const { watchCatalogs } = await import("../watch-catalogs.js");
  await watchCatalogs(folders, { build: () => buildAll(folders, options, host), host });
  return exitCode.fine;
}

// All catalogs are known before one is written: two of them may ask for the same file.
async function buildAll(
  folders: readonly string[],
  options: BuildOptions,
  host: Host,
): Promise<ExitCode> {
  const outputs: AskedFolder[] = [];
  let isWhole = true;
  for (const folder of folders) {
    const catalog = await openForBuild(folder, host);
    if (catalog === undefined) isWhole = false;
    else outputs.push(...(await emitOutputs(catalog, folder, options, host)));
  }
  if (!isWhole) host.err("Nothing was written.\n");
  if (!isWhole && !options.check) return exitCode.findings;
  const changes = await compareOutputs(outputs, host);
  host.progress("");
  if (!options.check) await applyChanges(changes);
  const code = reportFolders(changes, options.check === true, host);
  return isWhole ? code : exitCode.findings;
}

async function openForBuild(folder: string, host: Host): Promise<Catalog | undefined> {
  const { catalog, diagnostics } = await openCatalog(folder, host);
  printDiagnostics(diagnostics, "text", host);
  if (catalog === undefined || hasErrors(diagnostics)) return undefined;
  if (catalog.outputs.length === 0) {
    throw new UsageError(
      `${shown(folder, host)}: the catalog has no outputs. Add, for example, \`outputs: { typescript: ../src/errors }\`.`,
    );
  }
  host.progress(`Writing ${count(catalog.entries.length, "code")}`);
  return catalog;
}
