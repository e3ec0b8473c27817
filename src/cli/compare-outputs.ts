/** Compares outputs with what is on the disk, and says which files are not errdex's to write. */
import { realpath } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { escapeForTerminal } from "../diagnostics/escape.js";
import type { WriteScope } from "../disk/refused-places.js";
import { repositoryAround, repositoryOf } from "../disk/repository.js";
import {
  compareFolders,
  type FolderChanges,
  type GeneratedFolder,
  RefusedError,
  writeSources,
} from "../disk/write-files.js";
import type { ModuleFormat } from "../model/output.js";
import { placeFinder, type Span } from "../model/source.js";
import { UsageError } from "./exit-code.js";
import type { Host } from "./host.js";

/** Generated files, and what asks for them: a place in a catalog, or an option. */
export interface AskedFolder extends GeneratedFolder {
  readonly asked: Span | string;
  /** What the package.json above it said, where that counted. */
  readonly packageFormat?: ModuleFormat;
}

/** Where the outputs of a catalog may be: in its repository, and with `mayLeave` anywhere. */
export async function writeScope(folder: string, mayLeave = false): Promise<WriteScope> {
  // Of what is staged the folder may be gone from the disk.
  const there = await realpath(folder).catch(() => undefined);
  const { top } =
    there === undefined
      ? await repositoryAround(await nearest(folder))
      : await repositoryOf(folder);
  return { top, sources: there ?? folder, mayLeave };
}

async function nearest(folder: string): Promise<string> {
  return realpath(folder).catch(() => nearest(dirname(folder)));
}

const most = 20;

/**
 * Writes files of a catalog itself.
 *
 * @throws UsageError where one of them is not in its repository.
 */
export async function writeCatalogFiles(
  folder: string,
  files: FolderChanges["written"],
  host: Host,
): Promise<void> {
  const { top } = await repositoryOf(folder);
  try {
    await writeSources(folder, files, top);
  } catch (error) {
    throw error instanceof RefusedError ? refusalFor(error, () => undefined, host) : error;
  }
}

/**
 * What the folders need. Writes nothing.
 *
 * @throws UsageError that names every file that is not errdex's to write.
 */
export async function compareOutputs(
  folders: readonly AskedFolder[],
  host: Host,
): Promise<readonly FolderChanges[]> {
  try {
    return await compareFolders(folders);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    host.progress("");
    const asked = new Map(folders.map((each) => [each as GeneratedFolder, each.asked]));
    throw refusalFor(error, (folder) => folder && asked.get(folder), host);
  }
}

function refusalFor(
  { refusals }: RefusedError,
  askedBy: (folder: GeneratedFolder | undefined) => Span | string | undefined,
  host: Host,
): UsageError {
  const placeOf = placeFinder();
  const where = (by: Span | string | undefined): string => {
    if (by === undefined || typeof by === "string") return by === undefined ? "" : `${by} `;
    const { line, column } = placeOf(by);
    return `${by.file.path}:${line}:${column} `;
  };
  const lines = refusals.map(({ in: folder, path, problem, help }) =>
    escapeForTerminal(`${where(askedBy(folder))}${relative(host.cwd, path)} ${problem} ${help}`),
  );
  const rest = lines.length - most;
  const shown = [...lines.slice(0, most), ...(rest > 0 ? [`And ${rest} more files.`] : [])];
  return new UsageError("Nothing was written.", shown.join("\n"));
}
