/** Keeps what does not parse from being written. */
import { join } from "node:path";
import { escapeForTerminal } from "../diagnostics/escape.js";
import type { GeneratedFolder } from "../disk/write-files.js";
import { type BrokenFile, brokenFiles } from "../emit/broken-files.js";
import type { Catalog } from "../model/catalog.js";
import { fileAt } from "../model/generated-file.js";
import { placeFinder } from "../model/source.js";
import type { Proofs } from "../wire/proofs.js";
import { BrokenOutputError } from "./broken-output-error.js";
import type { Host } from "./host.js";
import { shown } from "./report-folders.js";
import { withNativeCode } from "./with-native-code.js";

/** A command that writes what was generated from a catalog. */
export interface Writer {
  readonly command: string;
  readonly catalog: Catalog;
  readonly host: Host;
  /** What an earlier run has proven. */
  readonly proofs?: Proofs | undefined;
}

/** @throws BrokenOutputError where a file does not parse, with the entry that its text comes from. */
export async function refuseBroken(
  folders: readonly Pick<GeneratedFolder, "folder" | "files">[],
  { command, catalog, host, proofs }: Writer,
): Promise<void> {
  const files = folders.flatMap(({ folder, files }) =>
    files.map((file) => fileAt(join(folder, file.path), file)),
  );
  const broken = await withNativeCode(command, () => brokenFiles(files, catalog, proofs));
  if (broken.length === 0) return;
  const lines = broken.map((file) => `${sentence(file, host)}\n`);
  throw new BrokenOutputError(
    `It made what does not parse.\n${lines.join("")}Nothing was written.`,
  );
}

function sentence({ path, line, column, message, entry }: BrokenFile, host: Host): string {
  const place = `${shown(path, host)}:${line}:${column}`;
  if (entry === undefined) return `${place} ${escapeForTerminal(message)}`;
  const source = placeFinder()(entry.at);
  return `${place} ${escapeForTerminal(message)}, at ${entry.code} (${entry.at.file.path}:${source.line}:${source.column})`;
}
