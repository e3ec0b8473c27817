/** `errdex build`: writes what a catalog's `outputs` ask for. */
import { watch } from "node:fs/promises";
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
import { isForUser, sayForUser } from "../say-error.js";

/** Options of the command. */
export interface BuildOptions {
  /** Write nothing; what would be written is a finding. */
  readonly check?: boolean;
  /** Build again whenever a file of a catalog changes. */
  readonly watch?: boolean;
  /** Write outside the repository too. */
  readonly allowOutside?: boolean;
}

/** Builds every catalog that is meant. A catalog with errors leaves its output as it was. */
export async function build(
  named: string | undefined,
  options: BuildOptions,
  host: Host,
): Promise<ExitCode> {
  if (options.check && options.watch)
    throw new UsageError("--check and --watch do not go together.");
  const folders = await findCatalogs(named, host);
  const code = await buildAll(folders, options, host);
  if (options.watch) await Promise.all(folders.map((folder) => rebuild(folder, options, host)));
  return code;
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
  const changes = await compareOutputs(outputs, host);
  host.progress("");
  if (!options.check) await applyChanges(changes);
  const code = reportFolders(changes, options.check === true, host);
  return isWhole ? code : exitCode.findings;
}

async function openForBuild(folder: string, host: Host): Promise<Catalog | undefined> {
  const { catalog, diagnostics } = await openCatalog(folder, host);
  printDiagnostics(diagnostics, "text", host);
  if (catalog === undefined || hasErrors(diagnostics)) {
    host.err("Nothing was written.\n");
    return undefined;
  }
  if (catalog.outputs.length === 0) {
    throw new UsageError(
      `${shown(folder, host)}: the catalog has no outputs. Add, for example, \`outputs: { typescript: ../src/errors }\`.`,
    );
  }
  host.progress(`Writing ${count(catalog.entries.length, "code")}`);
  return catalog;
}

async function rebuild(folder: string, options: BuildOptions, host: Host): Promise<void> {
  host.err(`Watching ${shown(folder, host)}; press Ctrl-C to end.\n`);
  try {
    for await (const { filename } of watch(folder, { recursive: true, signal: host.interrupted })) {
      if (filename === null || !/\.ya?ml$/.test(filename)) continue;
      // An editor writes a file in several steps; the last one counts.
      await new Promise((done) => setTimeout(done, 50));
      await buildAll([folder], options, host).catch((error: unknown) => {
        // A file that cannot be read may be one that an editor is about to put back.
        if (!isForUser(error)) throw error;
        sayForUser(error, host);
      });
    }
  } catch (error) {
    if (!host.interrupted.aborted) throw error;
  }
}
