/** Says whether anything in a catalog's folder has changed, without reading its files. */
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { inBatches } from "./in-batches.js";
import { isOfCatalog } from "./read-catalog-files.js";
import { slashed } from "./slashed.js";

/** What a folder looked like. */
export interface CatalogState {
  /** Differs from that of another moment where a file came, went or was written. */
  readonly files: string;
  /** Differs where a folder came, went or was replaced: who watches the old one sees nothing of the new. */
  readonly folders: string;
}

/** The state of a catalog's folder; undefined where it is not there. */
export async function catalogState(folder: string): Promise<CatalogState | undefined> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isDirectory() || isOfCatalog(nameIn(folder, entry)))
      .map(({ parentPath, name }) => join(parentPath, name));
    const lines = await inBatches([folder, ...paths.sort()], lineOf);
    const isFolder = ({ kind }: Line) => kind === "folder";
    return {
      files: textOf(lines.filter((line) => !isFolder(line))),
      folders: textOf(lines.filter(isFolder)),
    };
  } catch (error) {
    // What goes while it is looked at is gone.
    if (error instanceof Error && "syscall" in error) return undefined;
    throw error;
  }
}

interface Line {
  readonly kind: "file" | "folder";
  readonly text: string;
}

async function lineOf(path: string): Promise<Line> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return { kind: "file", text: `${path} is gone` };
  return found.isDirectory()
    ? { kind: "folder", text: `${path} ${found.dev} ${found.ino}` }
    : {
        kind: "file",
        text: `${path} ${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}`,
      };
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join("\n");
}

function nameIn(
  folder: string,
  { parentPath, name }: { readonly parentPath: string; readonly name: string },
): string {
  return slashed(relative(folder, join(parentPath, name)));
}
