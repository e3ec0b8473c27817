/** `errdex init`: a catalog to begin with. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { checkCatalog } from "../../check/check-catalog.js";
import { findSchemas } from "../../disk/find-schemas.js";
import { namedPath } from "../../disk/named-path.js";
import { readStarter } from "../../disk/read-starter.js";
import type { CatalogFile } from "../../load/decode-file.js";
import { loadCatalog } from "../../load/load-catalog.js";
import type { UsedFolders } from "../../load/read-uses.js";
import { catalogNames } from "../catalog-names.js";
import { consumedFiles, consuming } from "../consumed-starter.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import type { Host } from "../host.js";
import { shown } from "../report-folders.js";
import { schemaLine } from "../schema-line.js";
import { starterFiles } from "../starter.js";
import { usingStarter } from "../using-starter.js";
import { filesNamed, starterNamed } from "../wire-starter.js";

/** Options of the command. */
export interface InitCommandOptions {
  /** The wire format of the catalog, of those that a catalog comes with. */
  readonly wire?: string;
  /** Of somebody else's service. */
  readonly consume?: boolean;
  /** With the codes of this catalog: a package, or a folder as seen from where the command runs. */
  readonly uses?: string;
}

/** A catalog to begin with. */
interface Starter {
  /** The files of a catalog that has a certain name. */
  readonly filesOf: (name: string) => Readonly<Record<string, string>>;
  /** The catalogs that it uses. */
  readonly used: UsedFolders;
}

/** Writes `catalog/` into a folder; one that has anything in it already is left alone. */
export async function init(
  named: string | undefined,
  options: InitCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const folder = join(await namedPath(named ?? ".", host.cwd), "catalog");
  await namedPath(folder, host.cwd);
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0)
    throw new UsageError(`${relative(host.cwd, folder)} is not empty, so nothing was written.`);
  const starter = await starterFor(options, folder, host);
  const files = Object.entries(starter.filesOf(await nameFor(dirname(folder), starter)));
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

async function starterFor(
  { wire, consume = false, uses }: InitCommandOptions,
  folder: string,
  host: Host,
): Promise<Starter> {
  const used: UsedFolders = new Map();
  if (uses !== undefined) {
    if (wire !== undefined || consume)
      throw new UsageError(
        "--uses begins with the wire format of the other catalog: leave out --wire and --consume.",
      );
    return usingStarter(uses, folder, host);
  }
  if (wire === undefined) return { filesOf: consume ? consumedFiles : starterFiles, used };
  const files = await readStarter(starterNamed(wire));
  const fit = consume ? consuming(files) : files;
  return { filesOf: (name) => filesNamed(name, fit), used };
}

/** The name of the package or the folder, where a catalog can have it: some clash with codes of the starter. */
async function nameFor(folder: string, starter: Starter): Promise<string> {
  const names = await catalogNames(folder);
  return names.find((name) => isSound(name, starter)) ?? "shop";
}

function isSound(name: string, { filesOf, used }: Starter): boolean {
  const files = Object.entries(filesOf(name)).map(
    ([path, content]): CatalogFile => ({ path, shownPath: path, content }),
  );
  const { catalog, diagnostics } = loadCatalog(files, used);
  return catalog !== undefined && diagnostics.length + checkCatalog(catalog).length === 0;
}
