/** Reads a catalog's folder. */
import type { Dirent, Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { type CatalogFile, isWrittenFile, maxBytesOf } from "../load/decode-file.js";
import { inBatches } from "./in-batches.js";
import { kindOf, readRegularFile } from "./read-regular-file.js";
import { isInside, repositoryOf, reservedFolder } from "./repository.js";
import { slashed } from "./slashed.js";
import { UnreadableError } from "./unreadable-error.js";

/**
 * Every YAML file of the folder, its ledger and its baseline. Links to files of the repository are followed. What begins with a dot
 * and leads nowhere is some editor's.
 *
 * @param folder the catalog's folder.
 * @param cwd the folder that the paths in diagnostics are relative to; the current one, where none is named.
 * @throws where the folder or a file in it cannot be read; UnreadableError for a link that leads to no file, out of the
 * repository, or to what is no file of a catalog.
 */
export async function readCatalogFiles(
  folder: string,
  cwd: string = ".",
): Promise<readonly CatalogFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const { top } = await repositoryOf(folder);
  const bounds = { top, folder: await realpath(folder) };
  const files = await inBatches(found, async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const file: FoundFile = {
      path,
      name: slashed(relative(folder, path)),
      shown: slashed(relative(cwd, path)),
    };
    return (await isRead(entry, file)) ? [{ ...file, isLink: entry.isSymbolicLink() }] : [];
  });
  return inBatches(files.flat(), async ({ path, name, shown, isLink }) => {
    const isForeign = isLink && (await leavesFolder({ path, name, shown }, bounds));
    const content = await readRegularFile({ path, shown, most: maxBytesOf(name) });
    return {
      path: name,
      shownPath: shown,
      content: isForeign ? ownText(content, name, shown) : content,
    };
  });
}

interface FoundFile {
  readonly path: string;
  /** In the catalog's folder, with `/`. */
  readonly name: string;
  readonly shown: string;
}

/** Whether a file is read, by its path in the folder. In capitals too: a file that is not read has to be reported. */
export function isOfCatalog(path: string): boolean {
  return /\.ya?ml$/i.test(path) || isWrittenFile(path);
}

/** Whether a link is in the way of what would be read: it leads to no file, where one or a folder of them has to be. */
export function hidesFiles(path: string, leadsTo: "file" | "folder" | "nothing"): boolean {
  if (/(^|\/)\.[^/]*$/.test(path) || leadsTo === "file") return false;
  return isOfCatalog(path) || (leadsTo === "folder" && /^(errors|wire|locales)(\/|$)/.test(path));
}

// What is left out without a word would read as if all were well.
async function isRead(entry: Dirent, { path, name, shown }: FoundFile): Promise<boolean> {
  if (isWrittenFile(name) && entry.isDirectory()) throw new UnreadableError(`${shown} is no file.`);
  if (!entry.isSymbolicLink()) return isOfCatalog(name) && !entry.isDirectory();
  const found = await stat(path).catch(() => undefined);
  const leadsTo = kindOfTarget(found);
  if (hidesFiles(name, leadsTo)) {
    const other = found === undefined || found.isDirectory() ? "nothing" : kindOf(found);
    throw new UnreadableError(
      `${shown} is a link to ${leadsTo === "folder" ? "a folder" : other}.`,
    );
  }
  return leadsTo === "file" && isOfCatalog(name);
}

function kindOfTarget(found: Stats | undefined): "file" | "folder" | "nothing" {
  if (found?.isFile()) return "file";
  return found?.isDirectory() ? "folder" : "nothing";
}

/**
 * Whether a link leads to a file outside the catalog's folder.
 *
 * @throws UnreadableError where that is outside the repository, or git's own: complaints would show what is in it.
 */
async function leavesFolder(
  { path, shown }: FoundFile,
  { top, folder }: { readonly top: string; readonly folder: string },
): Promise<boolean> {
  const target = await realpath(path);
  if (!isInside(top, target) || reservedFolder(top, target) === ".git")
    throw new UnreadableError(`${shown} is a link out of the repository, which is ${top}.`);
  return !isInside(folder, target);
}

// Complaints show what is in a file. One of another folder is a catalog's where it has the key that its kind cannot be
// without; what has no kind is complained of and not shown.
function ownText(content: Uint8Array, name: string, shown: string): Uint8Array {
  const key = isWrittenFile(name) ? writtenKey : keys.find(([names]) => names.test(name))?.[1];
  if (key === undefined) return new Uint8Array();
  if (key.test(new TextDecoder().decode(content))) return content;
  throw new UnreadableError(`${shown} is a link to what is no file of a catalog.`);
}

const keys = [
  [/^catalog\.ya?ml$/, keyOf("catalog")],
  [/^operations\.ya?ml$/, keyOf("operations")],
  [/^errors\//, keyOf("errors|category")],
  [/^wire\//, keyOf("wire")],
  [/^locales\//, keyOf("locale")],
] as const;
const writtenKey = /^\s*\{?\s*"errdex"\s*:/m;

function keyOf(names: string): RegExp {
  return new RegExp(`^(?:\\{\\s*)?["']?(?:${names})["']?\\s*:`, "m");
}
