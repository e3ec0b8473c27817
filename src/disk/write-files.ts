/** Writes generated files: all of them or none, and only those that changed. */
import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileAt, type GeneratedFile } from "../model/generated-file.js";
import { abandonedDrafts, draftIn } from "./drafts.js";
import { markOf } from "./generated-mark.js";
import { inBatches } from "./in-batches.js";
import { realPlaces } from "./real-place.js";
import {
  type Refusal,
  refusePlace,
  refuseReplacing,
  refuseTwins,
  siteIndexes,
  type WriteScope,
} from "./refused-places.js";
import { isInside, plainName } from "./repository.js";

/** What a folder needs to become what was generated. Paths are absolute. */
export interface FolderChanges {
  readonly folder: string;
  readonly written: readonly GeneratedFile[];
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
  readonly scope: WriteScope;
}

/** Files that must not be written. Nothing was. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly refusals: readonly (Refusal & { readonly in?: GeneratedFolder })[];

  constructor(refusals: RefusedError["refusals"]) {
    super("Some files must not be written.");
    this.refusals = refusals;
  }
}

/**
 * Compares folders with what was generated. One may be inside another, or the same. Writes nothing.
 *
 * @throws RefusedError where a file is at a place that is not errdex's to write.
 */
export async function compareFolders(
  folders: readonly GeneratedFolder[],
): Promise<readonly FolderChanges[]> {
  await refuse(folders);
  const kept = new Set(
    folders.flatMap(({ folder, files }) => files.map(({ path }) => keyOf(join(folder, path)))),
  );
  const drafts = await draftsIn(folders);
  const changes = await Promise.all(folders.map((each) => compareFolder(each, kept)));
  return changes.map((each, index) =>
    index === 0 ? { ...each, removed: [...drafts, ...each.removed] } : each,
  );
}

async function refuse(folders: readonly GeneratedFolder[]): Promise<void> {
  const placeOf = realPlaces();
  const indexes = siteIndexes();
  const wanted = folders.flatMap((each) =>
    each.files.map((file) => ({
      path: join(each.folder, file.path),
      file,
      folder: each.folder,
      in: each,
    })),
  );
  const looked = await inBatches(wanted, async (file) => {
    const place = await placeOf(file.path);
    const bad = refusePlace(file.path, place, file.in.scope);
    if (bad !== undefined || !("path" in place)) return { file, bad, real: file.path };
    return { file, bad: await refuseReplacing(file, place.path, indexes), real: place.path };
  });
  const owners = new Map(wanted.map((file) => [file.path, file.in]));
  const twins = refuseTwins(looked.map(({ file: { path }, real }) => ({ path, real })));
  const refusals = [
    ...looked.flatMap(({ file, bad }) => (bad === undefined ? [] : [{ ...bad, in: file.in }])),
    ...twins.flatMap((bad) => {
      const owner = owners.get(bad.path);
      return owner === undefined ? [] : [{ ...bad, in: owner }];
    }),
  ];
  if (refusals.length > 0) throw new RefusedError(refusals);
}

// The folders of all files, whether they change or not: the build that was killed may have wanted to change others.
async function draftsIn(folders: readonly GeneratedFolder[]): Promise<readonly string[]> {
  const all = new Set(
    folders.flatMap(({ folder, files }) => [
      folder,
      ...files.map(({ path }) => dirname(join(folder, path))),
    ]),
  );
  return (await inBatches([...all], abandonedDrafts)).flat();
}

async function compareFolder(
  { folder, files, owned, scope }: GeneratedFolder,
  kept: ReadonlySet<string>,
): Promise<FolderChanges> {
  // One after the other, and none is kept: the texts of a site are more than there is memory.
  const compared = await inBatches(files, async (file) => {
    const path = join(folder, file.path);
    const found = await readIfThere(path);
    return found !== undefined && isCurrent(found, file.text) ? [] : [fileAt(path, file)];
  });
  const written = compared.flat();
  return {
    folder,
    written,
    removed: owned === undefined ? [] : await orphans({ folder, files, owned, scope }, kept),
    unchanged: files.length - written.length,
  };
}

/**
 * Makes the changes: everything is written beside its place first, and moved there when all of it is written.
 *
 * @throws where a file cannot be written; what stood there before is untouched unless moving fails half-way.
 */
export async function applyChanges(changes: readonly FolderChanges[]): Promise<void> {
  const written = changes.flatMap((each) => each.written);
  const moves = await inBatches(written, async (file) => {
    // Moved to the place of a link, a file would take its place.
    const path = await realpath(file.path).catch(() => file.path);
    return { path, file, draft: draftIn(dirname(path)) };
  });
  try {
    for (const folder of new Set(moves.map(({ path }) => dirname(path))))
      await mkdir(folder, { recursive: true });
    await inBatches(moves, ({ draft, file }) => writeFile(draft, file.text, { flag: "wx" }));
    for (const { path, draft } of moves) await rename(draft, path);
  } finally {
    // One that cannot be removed must not keep the others.
    await inBatches(moves, ({ draft }) => rm(draft, { force: true }).catch(() => {}));
  }
  for (const path of changes.flatMap(({ removed }) => removed)) await rm(path, { force: true });
}

/**
 * Writes files that a catalog consists of, whoever wrote them first.
 *
 * @throws RefusedError where one of them is no file of the repository.
 */
export async function writeSources(
  folder: string,
  written: FolderChanges["written"],
  top: string,
): Promise<void> {
  const placeOf = realPlaces();
  const refusals: Refusal[] = [];
  for (const { path } of written) {
    const bad = refusePlace(path, await placeOf(path), { top, mayLeave: false });
    if (bad !== undefined) refusals.push(bad);
  }
  if (refusals.length > 0) throw new RefusedError(refusals);
  const folders = new Set(written.map(({ path }) => dirname(path)));
  const removed = (await inBatches([...folders], abandonedDrafts)).flat();
  await applyChanges([{ folder, written, removed, unchanged: 0 }]);
}

/** Whether a file says what it should. Git may have given its lines the ends of Windows. */
export function isCurrent(found: string | undefined, text: string): boolean {
  return found === text || found?.replaceAll("\r\n", "\n") === text;
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
  { folder, files, owned, scope }: GeneratedFolder & { readonly owned: RegExp },
  kept: ReadonlySet<string>,
): Promise<readonly string[]> {
  const marks = new Set(files.map(({ text }) => markOf(text)));
  // A compiler may have put its own files beside ours, with the mark of ours in them.
  const found = [
    ...(await filesIn(folder, scope)),
    ...(await filesIn(join(folder, "locales"), scope)),
  ];
  const others = found.filter((path) => owned.test(path) && !kept.has(keyOf(path))).sort();
  const texts = await inBatches(others, readIfThere);
  return others.filter((_, index) => {
    const mark = markOf(texts[index] ?? "");
    return mark !== undefined && marks.has(mark);
  });
}

async function filesIn(folder: string, { top, mayLeave }: WriteScope): Promise<readonly string[]> {
  const real = await realpath(folder).catch(() => undefined);
  if (real === undefined || !(mayLeave || isInside(top, real))) return [];
  const found = await readdir(folder, { withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
}

/** Paths that are one to some disk have the same. */
function keyOf(path: string): string {
  return path.split(sep).map(plainName).join(sep);
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ENOENT" || error.code === "ENOTDIR")
  );
}
