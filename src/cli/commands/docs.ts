/** `errdex docs`: writes the help site of a catalog. */
import { resolve } from "node:path";
import { problemsOfPages } from "../../check/rules/site-address.js";
import { count } from "../../diagnostics/format-text.js";
import { readSiteAssets } from "../../disk/read-site-assets.js";
import { isInside } from "../../disk/repository.js";
import { applyChanges } from "../../disk/write-files.js";
import { emitSite } from "../../emit/site/emit-site.js";
import { type AskedFolder, compareOutputs, writeScope } from "../compare-outputs.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { openSoundCatalog, printDiagnostics } from "../open-catalog.js";
import { refuseBroken } from "../refuse-broken.js";
import { reportFolders, shown } from "../report-folders.js";

/** Options of the command. */
export interface DocsOptions {
  /** Where to write, instead of `outputs.site`. */
  readonly out?: string;
  /** Write nothing; what would be written is a finding. */
  readonly check?: boolean;
  /** Write outside the repository too. */
  readonly allowOutside?: boolean;
}

/** Writes the sites of all catalogs that are meant, or none. */
export async function docs(
  named: readonly string[],
  options: DocsOptions,
  host: Host,
): Promise<ExitCode> {
  const folders = await findCatalogs(named, host);
  if (options.out !== undefined && folders.length > 1)
    throw new UsageError("--out goes with one catalog. Name it.");
  const sites: AskedFolder[] = [];
  let isWhole = true;
  for (const folder of folders) {
    const site = await siteOf(folder, options, host);
    if (site === undefined) isWhole = false;
    else sites.push(site);
  }
  if (!isWhole) {
    host.err("Nothing was written.\n");
    return exitCode.findings;
  }
  const changes = await compareOutputs(sites, host);
  host.progress("");
  if (!options.check) await applyChanges(changes);
  return reportFolders(changes, options.check === true, host);
}

/** The pages of a catalog; undefined where they cannot be made, which has been said. */
async function siteOf(
  folder: string,
  { out, allowOutside }: DocsOptions,
  host: Host,
): Promise<AskedFolder | undefined> {
  const catalog = await openSoundCatalog(folder, host);
  const output = catalog.outputs.find(({ kind }) => kind === "site");
  const path = out === undefined ? output?.path.value : resolve(host.cwd, out);
  if (path === undefined) {
    throw new UsageError(
      `${shown(folder, host)}: the catalog has no \`outputs.site\`. Add it, or say where to write with --out.`,
    );
  }
  const problems = output === undefined ? problemsOfPages(catalog) : [];
  if (problems.length > 0) {
    printDiagnostics(problems, "text", host);
    return undefined;
  }
  host.progress(`Writing pages for ${count(catalog.entries.length, "code")}`);
  const files = emitSite(catalog, await readSiteAssets());
  const asked = out === undefined ? (output?.path.at ?? "") : "--out";
  const scope = await writeScope(folder, allowOutside);
  const target = resolve(folder, path);
  // Whoever types a path outside the repository means it; one inside it may lead out by a link that nobody typed.
  const isTyped = out !== undefined && !isInside(scope.top, target);
  const site = { folder: target, files, scope: isTyped ? { ...scope, mayLeave: true } : scope };
  await refuseBroken([site], { command: "errdex docs", catalog, host });
  return { ...site, asked };
}
