/** The catalogs that there are now, in the work tree or in the index. */
import { realpath } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Finding } from "../../diagnostics/finding.js";
import type { GitTree } from "../../disk/git-tree.js";
import { readRegularText } from "../../disk/read-regular-file.js";
import type { GitRepository } from "../../disk/run-git.js";
import { slashed } from "../../disk/slashed.js";
import { catalogFilesAmong } from "../../disk/tree-catalogs.js";
import { gateKinds } from "../../gate/gate-kinds.js";
import type { Settings } from "../../model/settings.js";
import { isSystemError } from "../exit-code.js";
import { catalogAt } from "../find-catalogs.js";
import type { FoundSettings } from "../find-settings.js";
import { openCatalog } from "../open-catalog.js";
import {
  foldersAmong,
  foldersIn,
  type HeadCatalog,
  type Outlook,
  shownFolder,
  stagedCatalogs,
} from "./catalog-sides.js";

/** Catalogs, and what is wrong with where they are. */
export interface Head {
  readonly catalogs: readonly HeadCatalog[];
  readonly findings: readonly Finding[];
}

/** The catalogs of the index, as its own settings name them. */
export async function headInIndex(
  tree: GitTree,
  settings: Settings | undefined,
  outlook: Outlook,
): Promise<Head> {
  const folders = await foldersIn(tree, settings, outlook);
  return { catalogs: await stagedCatalogs(tree, folders, outlook), findings: [] };
}

/** The catalogs of the work tree. Without git they are those that settings name, or `./catalog`. */
export async function headOnDisk(
  found: FoundSettings | undefined,
  repository: GitRepository | undefined,
  outlook: Outlook,
): Promise<Head> {
  const { host, top, problems } = outlook;
  const kept = repository === undefined ? undefined : await keptCatalogs(repository, outlook);
  const named = found?.settings.catalogs ?? [];
  const folders: string[] = [];
  for (const { value } of named)
    await problems.attempt(async () => {
      folders.push(await realpath(await catalogAt(value, found as FoundSettings)));
    });
  if (named.length === 0)
    for (const inside of kept ?? [slashed(relative(top, join(host.cwd, "catalog")))])
      folders.push(join(top, inside));
  const catalogs: HeadCatalog[] = [];
  for (const folder of folders)
    await problems.attempt(async () => {
      const inside = slashed(relative(top, folder));
      const opened = await openCatalog(folder, host);
      catalogs.push({ ...opened, folder: shownFolder(inside, outlook), inside });
    });
  const findings = [
    ...catalogs.flatMap((each) => ignored(each, kept)),
    ...(named.length === 0 ? [] : unnamed(catalogs, kept, found?.settings, outlook)),
  ];
  return { catalogs, findings };
}

/** The folders of the catalogs that git keeps, or would if somebody added them. */
async function keptCatalogs({ git }: GitRepository, { top }: Outlook): Promise<readonly string[]> {
  const listed = await git(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  const paths = catalogFilesAmong([...new Set(listed.toString().split("\0"))]);
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = await textAt(join(top, path), path);
    if (text !== undefined) texts.set(path, text);
  }
  return foldersAmong(paths, (path) => texts.get(path));
}

async function textAt(path: string, shown: string): Promise<string | undefined> {
  try {
    return await readRegularText({ path, shown, most: 16 * 2 ** 20 });
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function ignored(
  { inside, folder, catalog }: HeadCatalog,
  kept: readonly string[] | undefined,
): readonly Finding[] {
  if (kept === undefined || catalog === undefined || kept.includes(inside)) return [];
  const { severity, reason } = gateKinds["catalog-ignored"];
  const message = `Git does not keep the catalog in ${folder}. ${reason}`;
  const help = "Take it out of .gitignore; a submodule is judged in its own repository.";
  return [{ rule: "catalog-ignored", severity, message, help, at: catalog.name.at }];
}

function unnamed(
  catalogs: readonly HeadCatalog[],
  kept: readonly string[] = [],
  settings: Settings | undefined,
  outlook: Outlook,
): readonly Finding[] {
  const named = new Set(catalogs.map(({ inside }) => inside));
  const others = kept.filter((inside) => !named.has(inside));
  const [first] = others;
  const [place] = settings?.catalogs ?? [];
  if (first === undefined || place === undefined) return [];
  const rest = others.length - 1;
  const more = rest === 0 ? "" : `, and ${rest} more`;
  const message = `The settings do not name the catalog in ${shownFolder(first, outlook)}${more}: not looked at.`;
  const { severity } = gateKinds["catalog-unnamed"];
  return [{ rule: "catalog-unnamed", severity, message, at: place.at }];
}
