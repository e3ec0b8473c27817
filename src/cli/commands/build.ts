/** `errdex build`: writes what a catalog's `outputs` ask for. */
import { watch } from "node:fs/promises";
import { resolve } from "node:path";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import { count } from "../../diagnostics/format-text.js";
import { readSiteAssets } from "../../disk/read-site-assets.js";
import { applyChanges, compareFolders } from "../../disk/write-files.js";
import { emitOutput } from "../../emit/emit-output.js";
import { type ExitCode, exitCode, isSystemError, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { openCatalog, printDiagnostics } from "../open-catalog.js";
import { refuseBroken } from "../refuse-broken.js";
import { reportFolders, shown } from "../report-folders.js";

/** Options of the command. */
export interface BuildOptions {
  /** Write nothing; what would be written is a finding. */
  readonly check?: boolean;
  /** Build again whenever a file of a catalog changes. */
  readonly watch?: boolean;
}

/** Builds every catalog that is meant. A catalog with errors leaves its output as it was. */
export async function build(
  named: string | undefined,
  options: BuildOptions,
  host: Host,
): Promise<ExitCode> {
  if (options.check && options.watch)
    throw new UsageError("--check and --watch do not go together.");
  const folders = await findCatalogs(named, host.cwd);
  const codes: ExitCode[] = [];
  for (const folder of folders) codes.push(await buildOne(folder, options, host));
  if (options.watch) await Promise.all(folders.map((folder) => rebuild(folder, options, host)));
  return codes.includes(exitCode.findings) ? exitCode.findings : exitCode.fine;
}

async function buildOne(folder: string, { check }: BuildOptions, host: Host): Promise<ExitCode> {
  const { catalog, diagnostics } = await openCatalog(folder, host);
  printDiagnostics(diagnostics, "text", host);
  if (catalog === undefined || hasErrors(diagnostics)) {
    host.err("Nothing was written.\n");
    return exitCode.findings;
  }
  if (catalog.outputs.length === 0) {
    throw new UsageError(
      `${shown(folder, host)}: the catalog has no outputs. Add, for example, \`outputs: { typescript: ../src/errors }\`.`,
    );
  }
  host.progress(`Writing ${count(catalog.entries.length, "code")}`);
  const assets = await readSiteAssets();
  const folders = catalog.outputs
    .map((output) => emitOutput(output, catalog, assets))
    .map((emitted) => ({ ...emitted, folder: resolve(folder, emitted.folder) }));
  await refuseBroken(folders, { command: "errdex build", catalog, host });
  const changes = await compareFolders(folders);
  host.progress("");
  if (!check) await applyChanges(changes);
  return reportFolders(changes, check === true, host);
}

async function rebuild(folder: string, options: BuildOptions, host: Host): Promise<void> {
  host.err(`Watching ${shown(folder, host)}; press Ctrl-C to end.\n`);
  try {
    for await (const { filename } of watch(folder, { recursive: true, signal: host.interrupted })) {
      if (filename === null || !/\.ya?ml$/.test(filename)) continue;
      // An editor writes a file in several steps; the last one counts.
      await new Promise((done) => setTimeout(done, 50));
      await buildOne(folder, options, host).catch((error: unknown) => {
        // A file that cannot be read may be one that an editor is about to put back.
        if (!(error instanceof UsageError || isSystemError(error))) throw error;
        host.err(`${error.message}\n`);
      });
    }
  } catch (error) {
    if (!host.interrupted.aborted) throw error;
  }
}
