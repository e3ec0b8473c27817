/** Reads the sources of a project, a few at a time. */
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { SourceFile } from "../model/source.js";
import { namedPath } from "./named-path.js";
import { readRegularFile } from "./read-regular-file.js";
import { slashed } from "./slashed.js";

/** A source, or why there is none. */
export type ReadSource = SourceFile | { readonly path: string; readonly skipped: string };

/** Which files are sources. */
export interface SourceOptions {
  /** The folder that paths are relative to. */
  readonly cwd: string;
  /** Endings of sources: `.ts`. */
  readonly endings: readonly string[];
}

const largestFile = 4 * 2 ** 20;
const filesAtOnce = 32;
const skippedFolders = /^(node_modules|dist|\..+)$/;

/**
 * The files, and all sources in the folders, in the order of their paths. Leaves out `node_modules`, `dist`, folders
 * that begin with a point, and declarations. Links are not followed.
 *
 * @throws where a path cannot be read.
 */
export async function* readSources(
  paths: readonly string[],
  { cwd, endings }: SourceOptions,
): AsyncGenerator<ReadSource> {
  const found = new Set<string>();
  const lost: string[] = [];
  for (const path of paths) {
    const full = await namedPath(path, cwd);
    if (!(await stat(full)).isDirectory()) found.add(full);
    else for await (const each of sourcesIn(full, endings, lost)) found.add(each);
  }
  for (const full of lost.sort()) yield { path: shownPath(full, cwd), skipped: gone };
  const sorted = [...found].sort();
  for (let start = 0; start < sorted.length; start += filesAtOnce) {
    const batch = sorted.slice(start, start + filesAtOnce);
    yield* await Promise.all(batch.map((path) => read(path, cwd)));
  }
}

const gone = "it is no longer there";

/** `lost`: the folders that went away before they were read. */
async function* sourcesIn(
  folder: string,
  endings: readonly string[],
  lost: string[],
): AsyncGenerator<string> {
  const entries = await unlessGone(readdir(folder, { withFileTypes: true }));
  if (entries === undefined) lost.push(folder);
  for (const entry of entries ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skippedFolders.test(entry.name)) yield* sourcesIn(path, endings, lost);
    } else if (entry.isFile() && isSource(entry.name, endings)) yield path;
  }
}

// A declaration raises and handles nothing.
function isSource(name: string, endings: readonly string[]): boolean {
  return endings.some((ending) => name.endsWith(ending)) && !/\.d\.[cm]?ts$/.test(name);
}

async function read(full: string, cwd: string): Promise<ReadSource> {
  const path = shownPath(full, cwd);
  const reading = readRegularFile({ path: full, shown: path, most: largestFile });
  const bytes = await unlessGone(reading);
  if (bytes === undefined) return { path, skipped: gone };
  if (bytes.length > largestFile) return { path, skipped: "it is larger than 4 MiB" };
  return { path, text: Buffer.from(bytes).toString("utf8") };
}

function shownPath(full: string, cwd: string): string {
  return slashed(relative(cwd, full));
}

// What was there when its folder was listed may be taken away by a build that runs beside.
async function unlessGone<Found>(reading: Promise<Found>): Promise<Found | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
