/** `errdex build`: writes what a catalog's `outputs` ask for. */
import { foldersUsedBy, readCatalogFolder } from "../../disk/used-catalogs.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { type BuildInput, buildMemory, unchangedBuilds } from "../known-build.js";
import { reportFolders } from "../report-folders.js";

/** Options of the command. */
export interface BuildOptions {
  /** Write nothing; what would be written is a finding. */
  readonly check?: boolean;
  /** Build again whenever a file of a catalog changes. */
  readonly watch?: boolean;
  /** Write outside the repository too. */
  readonly allowOutside?: boolean;
  /** Without it everything is done, whatever the last build left. */
  readonly cache?: boolean;
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
  const watched = [...folders, ...(await foldersUsedBy(folders, host.cwd))];
  await watchCatalogs(watched, { build: () => buildAll(folders, options, host), host });
  return exitCode.fine;
}

async function buildAll(
  folders: readonly string[],
  options: BuildOptions,
  host: Host,
): Promise<ExitCode> {
  const { check: isCheck = false, cache = true, allowOutside = false } = options;
  const inputs: BuildInput[] = [];
  for (const folder of folders)
    inputs.push({ folder, ...(await readCatalogFolder(folder, host.cwd)), allowOutside });
  const memories = cache
    ? await Promise.all(inputs.map((input) => buildMemory(input, host)))
    : inputs.map(() => undefined);
  const unchanged = await unchangedBuilds(memories);
  if (unchanged !== undefined) {
    host.out(unchanged.said);
    return reportFolders(unchanged.changes, isCheck, host);
  }
  const { buildWhole } = await import("../build-whole.js");
  return buildWhole(inputs, { isCheck, memories, host });
}
