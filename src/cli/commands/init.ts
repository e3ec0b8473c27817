/** `errdex init`: a catalog to begin with. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { checkCatalog } from "../../check/check-catalog.js";
import { namedPath } from "../../disk/named-path.js";
import { readRegularText } from "../../disk/read-regular-file.js";
import type { CatalogFile } from "../../load/decode-file.js";
import { loadCatalog } from "../../load/load-catalog.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import type { Host } from "../host.js";
import { shown } from "../report-folders.js";
import { starterFiles } from "../starter.js";

/** Writes `catalog/` into a folder; one that has anything in it already is left alone. */
export async function init(named: string | undefined, host: Host): Promise<ExitCode> {
  const folder = join(await namedPath(named ?? ".", host.cwd), "catalog");
  await namedPath(folder, host.cwd);
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0)
    throw new UsageError(`${relative(host.cwd, folder)} is not empty, so nothing was written.`);
  for (const [path, text] of Object.entries(starterFiles(await nameFor(dirname(folder))))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: "wx" });
    host.out(`${host.colors.green("wrote")} ${shown(join(folder, path), host)}\n`);
  }
  host.out("Next: `errdex build`, then import from src/errors.\n");
  return exitCode.fine;
}

/** The name of the package or the folder, where a catalog can have it: some clash with codes of the starter. */
async function nameFor(folder: string): Promise<string> {
  const names = [await packageName(folder), basename(folder)];
  return names.map((name) => name.replace(/^@[^/]*\//, "")).find(isSound) ?? "shop";
}

async function packageName(folder: string): Promise<string> {
  try {
    const path = join(folder, "package.json");
    const { name } = JSON.parse(await readRegularText({ path, shown: path, most: 4 * 2 ** 20 }));
    return typeof name === "string" ? name : "";
  } catch {
    return ""; // there is none, or one that npm will complain about
  }
}

function isSound(name: string): boolean {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return false;
  const files = Object.entries(starterFiles(name)).map(
    ([path, content]): CatalogFile => ({ path, shownPath: path, content }),
  );
  const { catalog, diagnostics } = loadCatalog(files);
  return catalog !== undefined && diagnostics.length + checkCatalog(catalog).length === 0;
}
