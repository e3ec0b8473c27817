/** `errdex init`: a catalog to begin with. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { checkCatalog } from "../../check/check-catalog.js";
import { findSchemas } from "../../disk/find-schemas.js";
import { namedPath } from "../../disk/named-path.js";
import { readStarter } from "../../disk/read-starter.js";
import type { CatalogFile } from "../../load/decode-file.js";
import { loadCatalog } from "../../load/load-catalog.js";
import { catalogNames } from "../catalog-names.js";
import { consumedFiles, consuming } from "../consumed-starter.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import type { Host } from "../host.js";
import { shown } from "../report-folders.js";
import { schemaLine } from "../schema-line.js";
import { starterFiles } from "../starter.js";
import { filesNamed, starterNamed } from "../wire-starter.js";

/** Options of the command. */
export interface InitCommandOptions {
  /** The wire format of the catalog, of those that a catalog comes with. */
  readonly wire?: string;
  /** Of somebody else's service. */
  readonly consume?: boolean;
}

/** The files of a catalog that has a certain name. */
type Starter = (name: string) => Readonly<Record<string, string>>;

/** Writes `catalog/` into a folder; one that has anything in it already is left alone. */
export async function init(
  named: string | undefined,
  { wire, consume = false }: InitCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const starter = await starterFor(wire, consume);
  const folder = join(await namedPath(named ?? ".", host.cwd), "catalog");
  await namedPath(folder, host.cwd);
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0)
    throw new UsageError(`${relative(host.cwd, folder)} is not empty, so nothing was written.`);
  const files = Object.entries(starter(await nameFor(dirname(folder), starter)));
  await mkdir(folder, { recursive: true });
  const schemas = await findSchemas(folder);
  for (const [name, text] of files) {
    const path = join(folder, name);
    const line = schemas === undefined ? "" : `${schemaLine(path, folder, schemas)}\n`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${line}${text}`, { flag: "wx" });
    host.out(`${host.colors.green("wrote")} ${shown(path, host)}\n`);
  }
  host.out("Next: `errdex build`, then import from src/errors.\n");
  const output = shown(join(dirname(folder), "src", "errors"), host)
    .split(sep)
    .join("/");
  host.out(`For .gitattributes: ${output}/** linguist-generated=true text eol=lf\n`);
  if (schemas === undefined)
    host.err(
      "errdex is not installed here, so the files have no line that leads editors to their schemas.\n",
    );
  return exitCode.fine;
}

async function starterFor(wire: string | undefined, isConsumed: boolean): Promise<Starter> {
  if (wire === undefined) return isConsumed ? consumedFiles : starterFiles;
  const files = await readStarter(starterNamed(wire));
  const fit = isConsumed ? consuming(files) : files;
  return (name) => filesNamed(name, fit);
}

/** The name of the package or the folder, where a catalog can have it: some clash with codes of the starter. */
async function nameFor(folder: string, starter: Starter): Promise<string> {
  const names = await catalogNames(folder);
  return names.find((name) => isSound(name, starter)) ?? "shop";
}

function isSound(name: string, starter: Starter): boolean {
  const files = Object.entries(starter(name)).map(
    ([path, content]): CatalogFile => ({ path, shownPath: path, content }),
  );
  const { catalog, diagnostics } = loadCatalog(files);
  return catalog !== undefined && diagnostics.length + checkCatalog(catalog).length === 0;
}
