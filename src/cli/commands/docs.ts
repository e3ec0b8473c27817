/** `errdex docs`: writes the help site of a catalog. */
import { resolve } from "node:path";
import { problemsOfPages } from "../../check/rules/site-address.js";
import { escapeForTerminal } from "../../diagnostics/escape.js";
import { count } from "../../diagnostics/format-text.js";
import { readSiteAssets } from "../../disk/read-site-assets.js";
import { isInside } from "../../disk/repository.js";
import { applyChanges } from "../../disk/write-files.js";
import { emitCombinedSite } from "../../emit/site/combined-site.js";
import { emitSite } from "../../emit/site/emit-site.js";
import { type PlaceClash, placeCatalogs, placeClashes } from "../../emit/site/place-catalogs.js";
import type { Catalog } from "../../model/catalog.js";
import { type AskedFolder, compareOutputs, writeScope } from "../compare-outputs.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { openSoundCatalog, printDiagnostics } from "../open-catalog.js";
import { refuseBroken } from "../refuse-broken.js";
import { reportFolders, shown } from "../report-folders.js";

/** Options of the command. */
export interface DocsOptions {
  /** Where to write, instead of `outputs.site`: several catalogs become one site. */
  readonly out?: string;
  /** Write nothing; what would be written is a finding. */
  readonly check?: boolean;
  /** Write outside the repository too. */
  readonly allowOutside?: boolean;
}

/** Writes the sites of all catalogs that are meant, or none. With `out`, several become one site. */
export async function docs(
  named: readonly string[],
  options: DocsOptions,
  host: Host,
): Promise<ExitCode> {
  const folders = await findCatalogs(named, host);
  const sites =
    options.out !== undefined && folders.length > 1
      ? await combinedSite(folders, { ...options, out: options.out }, host)
      : await ownSites(folders, options, host);
  if (sites === undefined) {
    host.err("Nothing was written.\n");
    return exitCode.findings;
  }
  const changes = await compareOutputs(sites, host);
  host.progress("");
  if (!options.check) await applyChanges(changes);
  return reportFolders(changes, options.check === true, host);
}

/** The site of each catalog; undefined where one cannot be made, which has been said. */
async function ownSites(
  folders: readonly string[],
  options: DocsOptions,
  host: Host,
): Promise<readonly AskedFolder[] | undefined> {
  const sites: (AskedFolder | undefined)[] = [];
  for (const folder of folders) sites.push(await siteOf(folder, options, host));
  return allOf(sites);
}

async function siteOf(
  folder: string,
  { out, allowOutside }: DocsOptions,
  host: Host,
): Promise<AskedFolder | undefined> {
  const catalog = await openForPages(folder, host);
  if (catalog === undefined) return undefined;
  const output = catalog.outputs.find(({ kind }) => kind === "site");
  const path = out === undefined ? output?.path.value : resolve(host.cwd, out);
  if (path === undefined) {
    throw new UsageError(
      `${shown(folder, host)}: the catalog has no \`outputs.site\`. Add it, or say where to write with --out.`,
    );
  }
  host.progress(`Writing pages for ${count(catalog.entries.length, "code")}`);
  const files = emitSite(catalog, await readSiteAssets());
  const target = resolve(folder, path);
  const scope =
    out === undefined
      ? await writeScope(folder, allowOutside)
      : await typedScope(folder, target, allowOutside);
  const site = { folder: target, files, scope };
  await refuseBroken([site], { command: "errdex docs", catalog, host });
  return { ...site, asked: out === undefined ? (output?.path.at ?? "") : "--out" };
}

/** One site of all catalogs, in the folder that was typed. */
async function combinedSite(
  folders: readonly string[],
  { out, allowOutside }: DocsOptions & { readonly out: string },
  host: Host,
): Promise<readonly AskedFolder[] | undefined> {
  const opened: (Catalog | undefined)[] = [];
  for (const folder of folders) opened.push(await openForPages(folder, host));
  const catalogs = allOf(opened);
  const [first = ""] = folders;
  if (catalogs === undefined) return undefined;
  const placement = placeCatalogs(catalogs);
  const clashes = placeClashes(placement);
  if (clashes.length > 0)
    throw new UsageError("Nothing was written.", clashes.map(clashText).join("\n"));
  const codes = catalogs.reduce((sum, { entries }) => sum + entries.length, 0);
  host.progress(`Writing pages for ${count(codes, "code")}`);
  const sites: AskedFolder[] = [];
  for (const { folder, catalog, files } of emitCombinedSite(placement, await readSiteAssets())) {
    const target = resolve(host.cwd, out, folder);
    const source = (catalog && folders[catalogs.indexOf(catalog)]) ?? first;
    const site = { folder: target, files, scope: await typedScope(source, target, allowOutside) };
    if (catalog !== undefined)
      await refuseBroken([site], { command: "errdex docs", catalog, host });
    sites.push({ ...site, asked: "--out" });
  }
  return sites;
}

function clashText({ catalog: { name, docs }, other }: PlaceClash): string {
  const where = docs === undefined ? "" : ` at ${docs.value}`;
  const why =
    other === undefined
      ? "where the index over all catalogs has to be"
      : `where those of ${other.name.value} are`;
  return escapeForTerminal(
    `${name.value} has its pages${where}, ${why}. Give it a folder of its own: \`docs: https://example.com/${name.value}/{code}\`. \`type\` keeps the addresses that clients know.`,
  );
}

/** Whoever types a path outside the repository means it; one inside it may lead out by a link that nobody typed. */
async function typedScope(
  folder: string,
  target: string,
  allowOutside: boolean | undefined,
): Promise<AskedFolder["scope"]> {
  const scope = await writeScope(folder, allowOutside);
  return isInside(scope.top, target) ? scope : { ...scope, mayLeave: true };
}

/** A catalog of which pages can be made; undefined where not, which has been said. */
async function openForPages(folder: string, host: Host): Promise<Catalog | undefined> {
  const catalog = await openSoundCatalog(folder, host);
  const isAsked = catalog.outputs.some(({ kind }) => kind === "site");
  const problems = isAsked ? [] : problemsOfPages(catalog);
  if (problems.length === 0) return catalog;
  printDiagnostics(problems, host);
  return undefined;
}

function allOf<T>(each: readonly (T | undefined)[]): readonly T[] | undefined {
  const found = each.filter((one) => one !== undefined);
  return found.length === each.length ? found : undefined;
}
