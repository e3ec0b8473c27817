/** Reads a catalog's folder. */
import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type CatalogFile, maxFileBytes } from "../load/decode-file.js";
import { UnreadableError } from "./unreadable-error.js";

/**
 * Every YAML file of the folder, and its ledger. Links to files are followed. What begins with a dot and leads nowhere
 * is some editor's.
 *
 * @param folder the catalog's folder.
 * @param cwd the folder that the paths in diagnostics are relative to; the current one, where none is named.
 * @throws where the folder or a file in it cannot be read; UnreadableError for a link that leads to no file.
 */
export async function readCatalogFiles(
  folder: string,
  cwd: string = ".",
): Promise<readonly CatalogFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = await Promise.all(
    found.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return (await isRead(entry, relative(folder, path), path, cwd)) ? [path] : [];
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

/** Whether a link is in the way of what would be read: it leads to no file, where one or a folder of them has to be. */
export function hidesFiles(path: string, leadsTo: "file" | "folder" | "nothing"): boolean {
  if (/(^|\/)\.[^/]*$/.test(path) || leadsTo === "file") return false;
  return isOfCatalog(path) || (leadsTo === "folder" && /^(errors|wire|locales)(\/|$)/.test(path));
}

// What is left out without a word would read as if all were well.
async function isRead(entry: Dirent, inside: string, path: string, cwd: string): Promise<boolean> {
  const name = inside.split(sep).join("/");
  const leadsTo = entry.isSymbolicLink() ? await targetOf(path) : "file";
  const isNoFile = name === "released.json" && entry.isDirectory();
  if (!isNoFile && !hidesFiles(name, leadsTo))
    return isOfCatalog(name) && !entry.isDirectory() && leadsTo === "file";
  const what = isNoFile ? "no file" : `a link to ${leadsTo === "folder" ? "a folder" : "nothing"}`;
  throw new UnreadableError(`${relative(cwd, path)} is ${what}.`);
}

async function targetOf(path: string): Promise<"file" | "folder" | "nothing"> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return "file";
  return found?.isDirectory() ? "folder" : "nothing";
}

// A file that will be refused for its size is not read.
async function readUpToLimit(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  return size > maxFileBytes ? new Uint8Array(maxFileBytes + 1) : readFile(path);
}
