/** Says what a command wrote into folders. */
import { relative } from "node:path";
import { escapeForTerminal } from "../diagnostics/escape.js";
import { count } from "../diagnostics/format-text.js";
import type { FolderChanges } from "../disk/write-files.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { Host } from "./host.js";

/** Says what was written, or would be; with `isCheck` that is a finding. */
export function reportFolders(
  changes: readonly FolderChanges[],
  isCheck: boolean,
  host: Host,
): ExitCode {
  const { green, red } = host.colors;
  let drifted = false;
  // Several outputs may be in one folder.
  const upToDate = new Map<string, number>();
  for (const { folder, written, removed, unchanged } of changes) {
    for (const { path } of written)
      host.out(`${isCheck ? red("differs") : green("wrote")} ${shown(path, host)}\n`);
    for (const path of removed)
      host.out(`${red(isCheck ? "left over" : "removed")} ${shown(path, host)}\n`);
    if (written.length + removed.length > 0) drifted = true;
    else upToDate.set(folder, (upToDate.get(folder) ?? 0) + unchanged);
  }
  for (const [folder, files] of upToDate)
    host.out(`${shown(folder, host)}: ${count(files, "file")} up to date\n`);
  if (!isCheck || !drifted) return exitCode.fine;
  host.err(
    "The output is not what the catalog says. Run `errdex build` and commit what it writes.\n",
  );
  return exitCode.findings;
}

/** A path as a person would type it. */
export function shown(path: string, { cwd }: Host): string {
  return escapeForTerminal(relative(cwd, path)) || ".";
}
