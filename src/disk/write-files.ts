/** Writes generated files: all of them or none, and only those that changed. */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "../emit/generated-file.js";

/** How many files are open at a time: a site has thousands. */
const atOnce = 16;

/** What a folder needs to become what was generated. Paths are absolute. */
export interface FolderChanges {
  readonly folder: string;
  readonly written: readonly { readonly path: string; readonly text: string }[];
  /** Files of an earlier build that this one no longer makes. */
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** A folder and what was generated for it. */
export interface GeneratedFolder {
  /** An absolute path. */
  readonly folder: string;
  readonly files: readonly GeneratedFile[];
  /** What files of an earlier build may be called; without it none is looked for. */
  readonly owned?: RegExp | undefined;
}

/** Compares folders with what was generated. One may be inside another, or the same. Writes nothing. */
export async function compareFolders(
  folders: readonly GeneratedFolder[],
): Promise<readonly FolderChanges[]> {
  const kept = new Set(
    folders.flatMap(({ folder, files }) => files.map(({ path }) => join(folder, path))),
  );
  return Promise.all(folders.map((each) => compareFolder(each, kept)));
}

async function compareFolder(
  { folder, files, owned }: GeneratedFolder,
  kept: ReadonlySet<string>,
): Promise<FolderChanges> {
  const wanted = files.map(({ path, text }) => ({ path: join(folder, path), text }));
  const current = await inBatches(wanted, ({ path }) => readIfThere(path));
  const written = wanted.filter(({ text }, index) => current[index] !== text);
  return {
    folder,
    written,
    removed: owned === undefined ? [] : await orphans({ folder, files, owned }, kept),
    unchanged: wanted.length - written.length,
  };
}

/**
 * Makes the changes: everything is written beside its place first, and moved there when all of it is written.
 *
 * @throws where a file cannot be written; what stood there before is untouched unless moving fails half-way.
 */
export async function applyChanges(changes: readonly FolderChanges[]): Promise<void> {
  const written = changes.flatMap((each) => each.written);
  const moves = await inBatches(written, async ({ path: named, text }) => {
    // Moved to the place of a link, a file would take its place.
    const path = await realpath(named).catch(() => named);
    return { path, text, draft: `${path}.${randomUUID()}.tmp` };
  });
  try {
    for (const folder of new Set(moves.map(({ path }) => dirname(path))))
      await mkdir(folder, { recursive: true });
    await inBatches(moves, ({ draft, text }) => writeFile(draft, text));
    for (const { path, draft } of moves) await rename(draft, path);
  } finally {
    // One that cannot be removed must not keep the others.
    await inBatches(moves, ({ draft }) => rm(draft, { force: true }).catch(() => {}));
  }
  for (const path of changes.flatMap(({ removed }) => removed)) await rm(path, { force: true });
}

async function inBatches<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let done = 0; done < items.length; done += atOnce) {
    // All of a batch end before one that failed is reported: nothing may appear after the clean-up.
    const ended = await Promise.allSettled(items.slice(done, done + atOnce).map(work));
    for (const each of ended) {
      if (each.status === "rejected") throw each.reason;
      results.push(each.value);
    }
  }
  return results;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    // Node does not say which of the files is a folder.
    if (error instanceof Error && !error.message.includes(path)) error.message += ` ${path}`;
    throw error;
  }
}

// Only files that say they were generated from the same catalog: a folder may hold other things too.
async function orphans(
  { folder, files, owned }: Required<GeneratedFolder> & { readonly owned: RegExp },
  kept: ReadonlySet<string>,
): Promise<readonly string[]> {
  const marks = new Set(files.map(({ text }) => markOf(text)));
  // A compiler may have put its own files beside ours, with the mark of ours in them.
  const found = [...(await filesIn(folder)), ...(await filesIn(join(folder, "locales")))];
  const others = found.filter((path) => owned.test(path) && !kept.has(path)).sort();
  const texts = await inBatches(others, readIfThere);
  return others.filter((_, index) => {
    const mark = markOf(texts[index] ?? "");
    return mark !== undefined && marks.has(mark);
  });
}

/** The sentence by which a file says what made it: its first line, or its first member where it is JSON. */
function markOf(text: string): string | undefined {
  const [, mark] =
    /^(?:\/\/ |# |\{\n {2}"[^"\n]*": ")(Generated by errdex from the catalog .* Do not edit\.)"?,?\n/.exec(
      text,
    ) ?? [];
  return mark;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return found.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ENOENT" || error.code === "ENOTDIR")
  );
}
