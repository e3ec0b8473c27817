/** Emits what a catalog's `outputs` ask for. */
import { relative, resolve } from "node:path";
import { inBatches } from "../disk/in-batches.js";
import { packageFormat } from "../disk/package-format.js";
import { readSiteAssets } from "../disk/read-site-assets.js";
import { slashed } from "../disk/slashed.js";
import { emitOutput } from "../emit/emit-output.js";
import type { Catalog } from "../model/catalog.js";
import type { SourceFile } from "../model/source.js";
import type { Proofs } from "../wire/proofs.js";
import { writeScope } from "./compare-outputs.js";
import { digestedFile } from "./digested-file.js";
import type { Host } from "./host.js";
import type { BuiltFolder } from "./known-build.js";
import { refuseBroken } from "./refuse-broken.js";
import { shown } from "./report-folders.js";

/** How outputs are emitted. */
export interface EmittingOptions {
  /** Write outside the repository too. */
  readonly allowOutside?: boolean;
  /** What an earlier run has proven. */
  readonly proofs?: Proofs | undefined;
}

/**
 * The files of every output.
 *
 * @throws BrokenOutputError where one of them does not parse.
 */
export async function emitOutputs(
  catalog: Catalog,
  folder: string,
  { allowOutside = false, proofs }: EmittingOptions,
  host: Host,
): Promise<readonly BuiltFolder[]> {
  const assets = await readSiteAssets();
  const scope = await writeScope(folder, allowOutside);
  const folders = await inBatches(catalog.outputs, async (output) => {
    const own = resolve(folder, output.path.value);
    const pathOf = ({ path }: SourceFile) => slashed(relative(own, resolve(host.cwd, path)));
    // Only modules of JavaScript are in one or the other.
    const packaged =
      output.kind === "javascript" || output.kind === "fixtures"
        ? { packageFormat: await packageFormat(own, (path) => shown(path, host)) }
        : {};
    const emitted = emitOutput(output, catalog, { ...assets, ...packaged, pathOf });
    return {
      ...emitted,
      ...packaged,
      files: emitted.files.map(digestedFile),
      folder: resolve(folder, emitted.folder),
      scope,
      asked: output.path.at,
    };
  });
  await refuseBroken(folders, { command: "errdex build", catalog, host, proofs });
  return folders;
}
