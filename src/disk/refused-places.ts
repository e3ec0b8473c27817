/** Which files a command must not write: what it never wrote, and what is not the repository's to have. */
import { lstat, open, readFile } from "node:fs/promises";
import { basename, dirname, relative, sep } from "node:path";
import type { GeneratedFile } from "../model/generated-file.js";
import { bearsMark, isOfSite, type SiteIndex, siteIndexOf } from "./generated-mark.js";
import { isOfCatalog } from "./read-catalog-files.js";
import { kindOf } from "./read-regular-file.js";
import type { RealPlace } from "./real-place.js";
import { isInside, plainName, reservedFolder } from "./repository.js";
import { slashed } from "./slashed.js";

/** Where a command may write. */
export interface WriteScope {
  /** The top folder of the repository, without links. */
  readonly top: string;
  /** The catalog's folder, without links, where its own files must stay as they are. */
  readonly sources?: string;
  /** Whether a path may lead out of the repository. */
  readonly mayLeave: boolean;
}

/** A file that would be written. */
export interface WantedFile {
  /** An absolute path, as it was asked for. */
  readonly path: string;
  readonly file: GeneratedFile;
  /** The folder of the output, absolute; the path is inside it. */
  readonly folder: string;
}

/** Why a file is not written. */
export interface Refusal {
  readonly path: string;
  /** What is wrong with it: "is a link to nothing." */
  readonly problem: string;
  readonly help: string;
}

const elsewhere = "Choose another path.";

/** What is wrong with the place itself, whatever is there. */
export function refusePlace(
  path: string,
  place: RealPlace,
  { top, sources, mayLeave }: WriteScope,
): Refusal | undefined {
  if ("brokenLink" in place) {
    const what = place.brokenLink === path ? "is" : `is behind ${basename(place.brokenLink)},`;
    return { path, problem: `${what} a link to nothing.`, help: "Delete the link." };
  }
  if ("noFolder" in place) {
    const problem = `cannot be written: ${basename(place.noFolder)} is no folder.`;
    return { path, problem, help: "Delete that, or choose another path." };
  }
  if (!mayLeave && !isInside(top, place.path)) {
    const help = "Choose a path inside it, or allow it with --allow-outside.";
    return { path, problem: `is outside the repository, which is ${top}.`, help };
  }
  const reserved = reservedFolder(top, place.path);
  if (reserved !== undefined)
    return { path, problem: `is inside ${reserved}, where errdex never writes.`, help: elsewhere };
  if (sources !== undefined && isSource(sources, place.path))
    return { path, problem: "would be a file of the catalog itself.", help: elsewhere };
  return undefined;
}

function isSource(sources: string, path: string): boolean {
  const inside = slashed(relative(sources, path));
  return isInside(sources, path) && isOfCatalog(plainName(inside));
}

/** What is wrong with replacing what is there already: only regular files that errdex wrote are replaced. */
export async function refuseReplacing(
  { path, file, folder }: WantedFile,
  real: string,
  indexes: SiteIndexes,
): Promise<Refusal | undefined> {
  const found = await lstat(real).catch(() => undefined);
  // That a folder is in the way is what the system says where the file is read.
  if (found === undefined || found.isDirectory()) return undefined;
  if (!found.isFile())
    return { path, problem: `is ${kindOf(found)}, and no file.`, help: elsewhere };
  const ends = await endsOf(real);
  if (bearsMark(ends) || (await isSame(real, found.size, file.text))) return undefined;
  if (await indexes.know(slashed(relative(folder, path)), folder)) return undefined;
  return {
    path,
    problem: "was not written by errdex, so it is not replaced.",
    help: "Delete it, or choose another path.",
  };
}

/** Two files that would be one on some disk, where letters of either case are the same or a file is no folder. */
export function refuseTwins(
  files: readonly { readonly path: string; readonly real: string }[],
): readonly Refusal[] {
  const seen = new Map<string, string>();
  const refused: Refusal[] = [];
  const keyOf = (path: string) => path.split(sep).map(plainName).join("/");
  for (const { path, real } of files) {
    const key = keyOf(real);
    const other = seen.get(key);
    if (other !== undefined) {
      const same =
        other === path
          ? "twice"
          : `as ${basename(other)} too, which is the same file to some disks`;
      refused.push({ path, problem: `would be written ${same}.`, help: elsewhere });
    } else seen.set(key, path);
  }
  for (const folder of new Set(files.map(({ real }) => dirname(real)))) {
    for (let above = folder; dirname(above) !== above; above = dirname(above)) {
      const other = seen.get(keyOf(above));
      if (other === undefined) continue;
      refused.push({ path: other, problem: "would have to be a folder too.", help: elsewhere });
      break;
    }
  }
  return refused;
}

/** What the indexes of help sites say about the files beside them. */
export interface SiteIndexes {
  know(path: string, folder: string): Promise<boolean>;
}

/** Reads the index of a site once. */
export function siteIndexes(): SiteIndexes {
  const read = new Map<string, Promise<SiteIndex | undefined>>();
  const indexIn = (folder: string) => {
    const path = `${folder}${sep}index.json`;
    const known = read.get(folder) ?? readIndex(path);
    read.set(folder, known);
    return known;
  };
  return {
    know: async (path, folder) => {
      // A site in several languages has a folder with an index for each.
      const [language = "", ...rest] = path.split("/");
      const own = await indexIn(folder);
      if (own !== undefined && isOfSite(path, own)) return true;
      const inner = rest.length === 0 ? undefined : await indexIn(`${folder}${sep}${language}`);
      return inner !== undefined && isOfSite(rest.join("/"), inner);
    },
  };
}

async function readIndex(path: string): Promise<SiteIndex | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isFile() || found.size > 256 * 2 ** 20) return undefined;
  return siteIndexOf(await readFile(path, "utf8"));
}

/** The beginning and the end of a file, which may be of any size. */
async function endsOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const from = Math.max(head.bytesRead, size - 1024);
    const tail = await file.read(Buffer.alloc(1024), 0, 1024, from);
    return [head, tail]
      .map(({ buffer, bytesRead }) => buffer.toString("utf8", 0, bytesRead))
      .join("");
  } finally {
    await file.close();
  }
}

async function isSame(path: string, size: number, text: string): Promise<boolean> {
  return size === Buffer.byteLength(text) && (await readFile(path, "utf8")) === text;
}
