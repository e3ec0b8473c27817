/** Finds the catalogs that a command is about. */
import { realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { namedPath } from "../disk/named-path.js";
import { isInside, repositoryAround } from "../disk/repository.js";
import { UsageError } from "./exit-code.js";
import { type FoundSettings, findSettings } from "./find-settings.js";
import type { Host } from "./host.js";

/**
 * The folders of the catalogs: those that were named, each once; else what the settings of this folder name, one path or
 * several; else `./catalog`; else what the nearest settings above name.
 *
 * @throws UsageError where there is none.
 */
export async function findCatalogs(
  named: readonly string[],
  host: Host,
): Promise<readonly string[]> {
  const { cwd } = host;
  if (named.length > 0) {
    const folders = await Promise.all(
      named.map(async (each) => folderAt(await namedPath(each, cwd), each)),
    );
    return [...new Set(folders)];
  }
  const found = await findSettings(host);
  const names = found !== undefined && found.settings.catalogs.length > 0;
  if (names && found.folder === cwd) return catalogsOf(found);
  if (await isFolder(join(cwd, "catalog"))) return [await namedPath("catalog", cwd)];
  if (!names) {
    throw new UsageError(
      "There is no catalog here. Name its folder, or name those of the repository in errdex.config.yaml; `errdex init` begins one.",
    );
  }
  return catalogsOf(found);
}

async function catalogsOf(found: FoundSettings): Promise<readonly string[]> {
  return Promise.all(found.settings.catalogs.map(({ value }) => catalogAt(value, found)));
}

/**
 * The folder of a catalog that settings name.
 *
 * @throws UsageError where it is not there, or outside the repository.
 */
export async function catalogAt(
  path: string,
  { folder, settings }: FoundSettings,
): Promise<string> {
  const { top } = await repositoryAround(folder);
  const full = await folderAt(resolve(folder, path), path);
  if (isInside(top, await realpath(full))) return full;
  throw new UsageError(
    `${settings.file.path}: the catalog ${path} is outside the repository, which is ${top}. Name it, as in \`errdex check ${path}\`.`,
  );
}

async function folderAt(path: string, named: string): Promise<string> {
  if (await isFolder(path)) return path;
  throw new UsageError(`There is no folder ${named}.`);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
