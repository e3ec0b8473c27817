/** Where a path leads, although nothing may be there yet. */
import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A path without links: as far as there is something, what links lead to; the rest as it is written. */
export type RealPlace =
  | { readonly path: string }
  | { readonly brokenLink: string }
  | { readonly noFolder: string };

/** Follows every link on the way. */
export async function realPlace(path: string): Promise<RealPlace> {
  try {
    return { path: await realpath(path) };
  } catch (error) {
    if (!isCode(error, "ENOENT", "ELOOP", "ENOTDIR")) throw error;
    // What is there by name and leads nowhere is a link.
    if (await isThere(path)) return { brokenLink: path };
  }
  const above = await realPlace(dirname(path));
  return "path" in above ? inFolder(above.path, path) : above;
}

/** The same for many paths; folders are looked at once. */
export function realPlaces(): (path: string) => Promise<RealPlace> {
  const folders = new Map<string, Promise<RealPlace>>();
  return async (path) => {
    const folder = dirname(path);
    const known = folders.get(folder) ?? realPlace(folder);
    folders.set(folder, known);
    const above = await known;
    if (!("path" in above)) return above;
    const there = await inFolder(above.path, path);
    if (!("path" in there)) return there;
    const isLink = await lstat(there.path).then(
      (found) => found.isSymbolicLink(),
      () => false,
    );
    return isLink ? realPlace(there.path) : there;
  };
}

async function inFolder(folder: string, path: string): Promise<RealPlace> {
  const found = await lstat(folder).catch(() => undefined);
  if (found !== undefined && !found.isDirectory()) return { noFolder: folder };
  return { path: join(folder, basename(path)) };
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}
