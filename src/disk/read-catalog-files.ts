/** Reads a catalog's folder. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type CatalogFile, maxFileBytes } from "../load/decode-file.js";

/**
 * Every YAML file of the folder, and its ledger.
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
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\.ya?ml$/.test(path) || path === join(folder, "released.json"));
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(folder, path).split(sep).join("/"),
      shownPath: relative(cwd, path).split(sep).join("/"),
      content: await readUpToLimit(path),
    })),
  );
}

// A file that will be refused for its size is not read.
async function readUpToLimit(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  return size > maxFileBytes ? new Uint8Array(maxFileBytes + 1) : readFile(path);
}
