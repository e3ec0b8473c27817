/** `errdex init`: a catalog to begin with. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import type { Host } from "../host.js";
import { starterFiles } from "../starter.js";

/** Writes `catalog/` into a folder; one that has anything in it already is left alone. */
export async function init(named: string | undefined, host: Host): Promise<ExitCode> {
  const folder = resolve(host.cwd, named ?? ".", "catalog");
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0)
    throw new UsageError(`${relative(host.cwd, folder)} is not empty, so nothing was written.`);
  for (const [path, text] of Object.entries(starterFiles)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    host.out(`${host.colors.green("wrote")} ${relative(host.cwd, join(folder, path))}\n`);
  }
  host.out("Next: `errdex build`, then import from src/errors.\n");
  return exitCode.fine;
}
