/** `errdex docs`: writes the help site of a catalog. */
import { resolve } from "node:path";
import { problemsOfPages } from "../../check/rules/site-address.js";
import { count } from "../../diagnostics/format-text.js";
import { readSiteAssets } from "../../disk/read-site-assets.js";
import { isInside } from "../../disk/repository.js";
import { applyChanges } from "../../disk/write-files.js";
import { emitSite } from "../../emit/site/emit-site.js";
import { compareOutputs, writeScope } from "../compare-outputs.js";
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

/** Writes the site of every catalog that is meant. */
export async function docs(
  named: string | undefined,
  options: DocsOptions,
  host: Host,
): Promise<ExitCode> {
  const folders = await findCatalogs(named, host);
  if (options.out !== undefined && folders.length > 1)
    throw new UsageError("--out goes with one catalog. Name it.");
  const codes: ExitCode[] = [];
  for (const folder of folders) codes.push(await writeSite(folder, options, host));
  return codes.includes(exitCode.findings) ? exitCode.findings : exitCode.fine;
}

async function writeSite(
  folder: string,
  { out, check, allowOutside }: DocsOptions,
  host: Host,
): Promise<ExitCode> {
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
    host.err("Nothing was written.\n");
    return exitCode.findings;
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
  const changes = await compareOutputs([{ ...site, asked }], host);
  host.progress("");
  if (!check) await applyChanges(changes);
  return reportFolders(changes, check === true, host);
}
