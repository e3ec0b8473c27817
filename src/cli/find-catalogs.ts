/** Finds the catalogs that a command is about. */
import { realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { namedPath } from "../disk/named-path.js";
import { readRegularText } from "../disk/read-regular-file.js";
import { isInside, repositoryAround } from "../disk/repository.js";
import { isSystemError, UsageError } from "./exit-code.js";

/**
 * The folders of the catalogs: the one that was named; else `./catalog`; else what the key `errdex` of the nearest
 * package.json names, one path or several.
 *
 * @throws UsageError where there is none.
 */
export async function findCatalogs(
  named: string | undefined,
  cwd: string,
): Promise<readonly string[]> {
  if (named !== undefined) return [await folderAt(await namedPath(named, cwd), named)];
  const usual = join(cwd, "catalog");
  if (await isFolder(usual)) return [await namedPath("catalog", cwd)];
  const found = await nearestPackage(cwd);
  const paths = found === undefined ? [] : pathsIn(found.key, found.path);
  if (found === undefined || paths.length === 0) {
    throw new UsageError(
      "There is no catalog here. Name its folder, or begin one with `errdex init`.",
    );
  }
  const folder = dirname(found.path);
  const { top } = await repositoryAround(folder);
  return Promise.all(
    paths.map(async (path) => {
      const full = await folderAt(resolve(folder, path), path);
      if (isInside(top, await realpath(full))) return full;
      throw new UsageError(
        `${found.path}: the catalog ${path} is outside the repository, which is ${top}. Name it, as in \`errdex check ${path}\`.`,
      );
    }),
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

async function nearestPackage(
  from: string,
): Promise<{ readonly path: string; readonly key: unknown } | undefined> {
  const path = join(from, "package.json");
  const text = await packageText(path);
  if (text !== undefined) {
    try {
      return { path, key: (JSON.parse(text) as { errdex?: unknown } | null)?.errdex };
    } catch {
      throw new UsageError(`${path} is not JSON.`);
    }
  }
  const parent = dirname(from);
  return parent === from ? undefined : nearestPackage(parent);
}

async function packageText(path: string): Promise<string | undefined> {
  try {
    return await readRegularText({ path, shown: path, most: 4 * 2 ** 20 });
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function pathsIn(key: unknown, path: string): readonly string[] {
  if (key === undefined) return [];
  const paths = [key].flat();
  if (paths.every((each) => typeof each === "string")) return paths;
  throw new UsageError(`${path}: the key "errdex" is a path or a list of paths.`);
}
