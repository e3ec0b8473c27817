/** What belongs together on a disk: the repository around a folder, and what is inside it. */
import { lstat, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";

/** The repository that a folder belongs to. */
export interface Repository {
  /** Its top folder, without links. */
  readonly top: string;
  /** Whether git keeps it; without git it is what the outermost package.json is about. */
  readonly isGit: boolean;
}

/** The repository of a catalog: by git, by the outermost package.json above it, else the folder around it. */
export async function repositoryOf(catalog: string): Promise<Repository> {
  const real = await realpath(catalog);
  return repositoryFrom(real, dirname(real));
}

/** The repository that a command runs in. */
export async function repositoryAround(cwd: string): Promise<Repository> {
  const real = await realpath(cwd);
  return repositoryFrom(real, real);
}

/** Whether a path is the folder or inside it. Both are absolute and without links. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A folder from here on that nobody reviews and that is nobody's to read or write: git's own, or what is installed. */
export function reservedFolder(top: string, path: string): ".git" | "node_modules" | undefined {
  const names = relative(top, path).split(sep).map(plainName);
  // Windows knows .git by its short name too.
  if (names.some((name) => name === ".git" || name === "git~1")) return ".git";
  return names.includes("node_modules") ? "node_modules" : undefined;
}

/** A name as disks compare it that know no case, no composition of letters and no invisible ones. */
export function plainName(name: string): string {
  const folded = name.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
  return folded.replace(/\p{Default_Ignorable_Code_Point}/gu, "").replace(/(?<=[^. ])[. ]+$/, "");
}

// Git itself would take any folder with the files HEAD, refs and objects for a repository; they can be committed, and
// a `.git` cannot.
async function repositoryFrom(start: string, otherwise: string): Promise<Repository> {
  const folders = upwards(start);
  for (const folder of folders)
    if (await isThere(join(folder, ".git"))) return { top: folder, isGit: true };
  let top = otherwise;
  for (const folder of upwards(otherwise))
    if (await isThere(join(folder, "package.json"))) top = folder;
  return { top, isGit: false };
}

function upwards(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
