/** Reads a catalog's folder. */
import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type CatalogFile, maxFileBytes } from "../load/decode-file.js";

/**
 * Every YAML file of the folder, and its ledger. Links to files are followed, links to folders are not.
 *
 * @param folder the catalog's folder.
 * @param cwd the folder that the paths in diagnostics are relative to; the current one, where none is named.
 * @throws where the folder or a file in it cannot be read.
 */
export async function readCatalogFiles(
  folder: string,
  cwd: string = ".",
): Promise<readonly CatalogFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = await Promise.all(
    found.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return isOfCatalog(relative(folder, path)) && (await isFile(entry, path)) ? [path] : [];
    }),
  );
  return Promise.all(
    paths.flat().map(async (path) => ({
      path: relative(folder, path).split(sep).join("/"),
      shownPath: relative(cwd, path).split(sep).join("/"),
      content: await readUpToLimit(path),
    })),
  );
}

/** Whether a file is read, by its path in the folder. In capitals too: a file that is not read has to be reported. */
export function isOfCatalog(path: string): boolean {
  return /\.ya?ml$/i.test(path) || path === "released.json";
}

// A link counts as what it leads to; editors make some that lead nowhere.
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true;
}

// A file that will be refused for its size is not read.
async function readUpToLimit(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  return size > maxFileBytes ? new Uint8Array(maxFileBytes + 1) : readFile(path);
}
