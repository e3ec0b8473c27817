/** Reads the catalogs of a repository as they are on the disk, in the index, or at a commit. */
import { join, relative } from "node:path";
import type { BaselineUse } from "../../check/baseline-cover.js";
import { examineCatalog } from "../../check/check-catalog.js";
import { type Diagnostic, sortDiagnostics } from "../../diagnostics/diagnostic.js";
import { type GitTree, textsIn } from "../../disk/git-tree.js";
import { filesInTree, readTreeFiles } from "../../disk/read-git-files.js";
import { slashed } from "../../disk/slashed.js";
import { catalogFilesAmong, catalogPlaceOf, catalogsIn } from "../../disk/tree-catalogs.js";
import { type ReadFolder, usedCatalogs } from "../../disk/used-catalogs.js";
import type { PlacedContract } from "../../gate/pair-catalogs.js";
import type { CatalogFile } from "../../load/decode-file.js";
import { loadCatalog } from "../../load/load-catalog.js";
import type { UsedFolders } from "../../load/read-uses.js";
import type { Catalog } from "../../model/catalog.js";
import type { Settings } from "../../model/settings.js";
import { UsageError } from "../exit-code.js";
import { parseSettings, settingsNames } from "../find-settings.js";
import type { Host } from "../host.js";
import { wholeCatalog } from "../open-catalog.js";
import type { Problems } from "./problems.js";

/** Where a tree is looked at from. */
export interface Outlook {
  readonly host: Host;
  /** The top of the repository, without links. */
  readonly top: string;
  /** The folder that settings are relative to, without links. */
  readonly root: string;
  readonly problems: Problems;
}

/** A catalog as it is now, and what is wrong with it. */
export interface HeadCatalog {
  /** From where the command runs, with `/`. */
  readonly folder: string;
  /** From the top of the repository, with `/`. */
  readonly inside: string;
  readonly catalog: Catalog | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly baseline: BaselineUse | undefined;
}

/** What a tree says of itself at the place of the settings. */
export async function settingsIn(
  tree: GitTree,
  { host, top, root }: Outlook,
): Promise<Settings | undefined> {
  const below = slashed(relative(top, root));
  const paths = settingsNames.map((name) => (below === "" ? name : `${below}/${name}`));
  for (const [path, text] of await textsIn(tree, paths)) {
    const found = parseSettings(`${tree.name}:${path}`, text, host);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The folders of the catalogs of a tree, from the top of the repository: what its settings name, else all that are there. */
export async function foldersIn(
  tree: GitTree,
  settings: Settings | undefined,
  { top, root }: Outlook,
): Promise<readonly string[]> {
  if (settings !== undefined && settings.catalogs.length > 0)
    return settings.catalogs.map(({ value }) => slashed(relative(top, join(root, value))));
  return (await catalogsIn(tree)).map(({ folder }) => folder);
}

/** A catalog as it was in the base. */
export interface BaseCatalog extends PlacedContract {
  /** From the top of the repository, with `/`. */
  readonly inside: string;
  readonly contract: Catalog;
}

function readableBase(read: ReadFolder, name: string, host: Host): Catalog {
  try {
    return wholeCatalog(read, name, host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const help =
      "Mend it there first, or name a base that can be read: `--base git:<an earlier commit>`.";
    throw new UsageError(`${error.message} ${help}`, error.report);
  }
}

/** The catalogs of the base. One that cannot be read is a problem: what is not seen must not pass. */
export async function baseCatalogs(
  tree: GitTree,
  folders: readonly string[],
  outlook: Outlook,
): Promise<readonly BaseCatalog[]> {
  const read: BaseCatalog[] = [];
  for (const inside of folders)
    await outlook.problems.attempt(async () => {
      const files = await readTreeFiles(tree, inside);
      if (files.length === 0) return;
      const used = await usedInTree(files, inside, tree, outlook);
      const contract = readableBase({ files, used }, `${tree.name}:${inside}`, outlook.host);
      read.push({ folder: shownFolder(inside, outlook), inside, contract });
    });
  return read;
}

/** The catalogs of the index. */
export async function stagedCatalogs(
  tree: GitTree,
  folders: readonly string[],
  outlook: Outlook,
): Promise<readonly HeadCatalog[]> {
  const read: HeadCatalog[] = [];
  for (const inside of folders)
    await outlook.problems.attempt(async () => {
      const folder = shownFolder(inside, outlook);
      const files = (await readTreeFiles(tree, inside)).map(
        (file): CatalogFile => ({ ...file, shownPath: `${folder}/${file.path}` }),
      );
      const used = await usedInTree(files, inside, tree, outlook);
      read.push({ folder, inside, ...loadAndCheck({ files, used }) });
    });
  return read;
}

/** The catalogs that one of a tree uses: those of the repository as the tree has them. */
async function usedInTree(
  files: readonly CatalogFile[],
  inside: string,
  tree: GitTree,
  { top, host }: Outlook,
): Promise<UsedFolders> {
  return usedCatalogs(files, join(top, inside), host.cwd, filesInTree(tree, top));
}

function loadAndCheck({
  files,
  used,
}: ReadFolder): Pick<HeadCatalog, "catalog" | "diagnostics" | "baseline"> {
  const { catalog, diagnostics } = loadCatalog(files, used);
  if (catalog === undefined) return { catalog, diagnostics, baseline: undefined };
  const paths = catalog.files.map(({ path }) => path);
  const examined = examineCatalog(catalog);
  const all = sortDiagnostics([...diagnostics, ...examined.diagnostics], paths);
  return { catalog, diagnostics: all, baseline: examined.baseline };
}

/** Catalogs among paths whose text is known. */
export function foldersAmong(
  paths: readonly string[],
  textOf: (path: string) => string | undefined,
): readonly string[] {
  return catalogFilesAmong(paths).flatMap((path) => {
    const text = textOf(path);
    return (text === undefined ? undefined : catalogPlaceOf(path, text)?.folder) ?? [];
  });
}

/** A folder as it is called from where the command runs. */
export function shownFolder(inside: string, { host, top }: Outlook): string {
  return slashed(relative(host.cwd, join(top, inside))) || ".";
}
