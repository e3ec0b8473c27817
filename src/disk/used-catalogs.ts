/** Finds the catalogs that a catalog uses, as Node finds packages. */
import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { collect } from "../diagnostics/report.js";
import type { CatalogFile } from "../load/decode-file.js";
import { loadRules } from "../load/load-rules.js";
import { readPackageSettings } from "../load/read-settings.js";
import { type FoundCatalog, type UsedFolders, usesIn } from "../load/read-uses.js";
import { missingModule } from "./missing-module.js";
import { foldersUp, isObject, jsonAt } from "./package-files.js";
import { readCatalogFiles } from "./read-catalog-files.js";
import { readRegularText } from "./read-regular-file.js";
import { isInside, repositoryOf, reservedFolder } from "./repository.js";
import { slashed } from "./slashed.js";
import { packageOf } from "./unbuilt-modules.js";
import { UnreadableError } from "./unreadable-error.js";
import { isInNodeModules } from "./workspace-packages.js";

/** A folder as it was read, with the catalogs that it uses. */
export interface ReadFolder {
  readonly files: readonly CatalogFile[];
  readonly used: UsedFolders;
}

/** Reads the catalog in a folder that was found on the disk. Undefined: it is read there. */
export type ReadFiles = (place: string) => Promise<readonly CatalogFile[] | undefined>;

/** Where catalogs are looked for. */
interface Search {
  /** What paths in diagnostics are relative to. */
  readonly cwd: string;
  readonly readFiles: ReadFiles;
  /** What has been read, by place: a catalog that several use is read once. */
  readonly read: Map<string, Promise<readonly CatalogFile[]>>;
  /** The places of the catalogs that led here, the first first. */
  readonly way: readonly string[];
}

/** Reads a catalog's folder, and the folders of the catalogs that it uses. */
export async function readCatalogFolder(folder: string, cwd = "."): Promise<ReadFolder> {
  const files = await readCatalogFiles(folder, cwd);
  return { files, used: await usedCatalogs(files, folder, cwd) };
}

/** The folders of the catalogs that some use, but for those that are installed, which nobody edits. */
export async function foldersUsedBy(
  folders: readonly string[],
  cwd: string,
): Promise<readonly string[]> {
  const places = new Set<string>();
  const add = (used: UsedFolders) => {
    for (const each of used.values()) {
      if ("problem" in each || places.has(each.place)) continue;
      if (!isInNodeModules(each.place)) places.add(each.place);
      add(each.used);
    }
  };
  for (const folder of folders) {
    // What cannot be read the build says.
    const read = await readCatalogFolder(folder, cwd).catch(() => undefined);
    if (read !== undefined) add(read.used);
  }
  const own = await Promise.all(folders.map(realPlace));
  return [...places].filter((place) => !own.includes(place));
}

/**
 * The catalogs that the files of a folder name in `uses`, and those that these use.
 *
 * @param folder the catalog's.
 * @param readFiles reads one of them, where it is not as it is on the disk.
 */
export async function usedCatalogs(
  files: readonly CatalogFile[],
  folder: string,
  cwd: string,
  readFiles: ReadFiles = async () => undefined,
): Promise<UsedFolders> {
  const place = await realPlace(folder);
  return usedBy(files, place, { cwd, readFiles, read: new Map(), way: [place] });
}

// The folder may be one of a commit, and no longer be there.
async function realPlace(folder: string): Promise<string> {
  return realpath(folder).catch(() => resolve(folder));
}

async function usedBy(
  files: readonly CatalogFile[],
  folder: string,
  search: Search,
): Promise<UsedFolders> {
  const found = new Map<string, FoundCatalog>();
  for (const { name, from } of usesIn(files))
    found.set(name.value, await usedCatalog(from.value, folder, search));
  return found;
}

async function usedCatalog(from: string, user: string, search: Search): Promise<FoundCatalog> {
  try {
    const folder = await folderOf(from, user);
    if (typeof folder !== "string") return folder;
    const place = await realpath(folder);
    if (search.way.includes(place)) {
      const names = [...search.way, place].map((each) => relative(search.cwd, each) || ".");
      return { problem: `Catalogs use one another in a circle: ${names.join(" → ")}.` };
    }
    const reading =
      search.read.get(place) ??
      search.readFiles(place).then((read) => read ?? readCatalogFiles(folder, search.cwd));
    search.read.set(place, reading);
    const files = await reading;
    const used = await usedBy(files, place, { ...search, way: [...search.way, place] });
    return { files, used, place, folder: slashed(relative(user, place)) };
  } catch (error) {
    if (error instanceof UnreadableError) return { problem: error.message };
    throw error;
  }
}

/** The folder of the catalog that is meant, or why there is none. */
async function folderOf(from: string, user: string): Promise<string | FoundCatalog> {
  if (!/^\.{1,2}(\/|$)/.test(from)) return folderInPackage(from, user);
  const folder = resolve(user, from);
  const real = await realpath(folder).catch(() => undefined);
  if (real === undefined) return { problem: `There is no folder ${from}.` };
  const { top } = await repositoryOf(user);
  if (!isInside(top, real) || reservedFolder(top, real) === ".git")
    return { problem: `${from} leads out of the repository, which is ${top}.` };
  if (isCatalog(folder)) return folder;
  return catalogOfPackage(folder, from);
}

function isCatalog(folder: string): boolean {
  return existsSync(join(folder, "catalog.yaml")) || existsSync(join(folder, "catalog.yml"));
}

async function folderInPackage(from: string, user: string): Promise<string | FoundCatalog> {
  const [name] = /^(@[\w.~-]+\/)?[\w.~-]+(?=\/|$)/.exec(from) ?? [];
  if (name === undefined)
    return {
      problem: `${from} is neither a package nor a folder.`,
      help: "A folder begins with ./ or ../, as seen from catalog.yaml.",
    };
  const folder = packageFolder(name, user);
  if (folder === undefined) return notInstalled(name);
  const found = await catalogOfPackage(folder, from);
  if (typeof found !== "string") return found;
  const module = (await moduleOf(found)) ?? from;
  const imported = packageOf(module)?.name ?? name;
  const its = imported === name ? folder : packageFolder(imported, user);
  if (its === undefined) return notInstalled(imported);
  return missingModule({ folder: its, real: await realpath(its) }, module) ?? found;
}

function notInstalled(name: string): FoundCatalog {
  return {
    problem: `The package ${name} is not installed.`,
    help: `Add it to the package that this catalog is in: \`npm install ${name}\`.`,
  };
}

/** The folder of a package as a file in the folder would import it, its own package's too. */
function packageFolder(name: string, user: string): string | undefined {
  for (const each of foldersUp(user)) {
    const own = jsonAt(join(each, "package.json"));
    if (isObject(own) && own.name === name) return each;
    const installed = join(each, "node_modules", name);
    if (existsSync(join(installed, "package.json"))) return installed;
  }
  // Where no folder has what is installed, whoever keeps it has taught Node to find it.
  try {
    const entry = createRequire(join(user, "catalog.yaml")).resolve(name);
    return foldersUp(dirname(entry)).find((each) => {
      const found = jsonAt(join(each, "package.json"));
      return isObject(found) && found.name === name;
    });
  } catch {
    return undefined;
  }
}

/** The catalog that a package.json names: the only one, or the one whose module is imported so. */
async function catalogOfPackage(folder: string, from: string): Promise<string | FoundCatalog> {
  const path = join(folder, "package.json");
  const text = await readRegularText({ path, shown: path, most: 4 * 2 ** 20 }).catch(() => "{}");
  const { report, diagnostics } = collect(loadRules);
  const settings = readPackageSettings({ path, text: text.replace(/^\ufeff/, "") }, report);
  const [broken] = diagnostics;
  if (broken !== undefined)
    return { problem: `The package.json of ${from} cannot be read: ${broken.message}` };
  const folders = (settings?.catalogs ?? []).map(({ value }) => resolve(folder, value));
  if (folders.length === 0)
    return {
      problem: `${from} has no catalog: its package.json has no key \`errdex\`.`,
      help: "It names the folder of the catalog, which the package has to contain.",
    };
  const real = await realpath(folder);
  const there: string[] = [];
  for (const each of folders) {
    const target = await realpath(each).catch(() => undefined);
    if (target !== undefined && isInside(real, target) && isCatalog(target)) there.push(each);
  }
  if (there.length === 0)
    return {
      problem: `The catalog of ${from} is not in its package.`,
      help: "Its package.json has to list the folder under `files`.",
    };
  const [only, other] = there;
  if (other === undefined) return only as string;
  const modules = await Promise.all(there.map(moduleOf));
  const meant = there[modules.indexOf(from)];
  if (meant !== undefined) return meant;
  const names = modules.filter((name) => name !== undefined);
  return {
    problem: `${from} has several catalogs, and none of them is imported so.`,
    help: `Use one by its \`module\`${names.length === 0 ? "" : `: ${names.join(", ")}`}.`,
  };
}

/** What the module of a catalog is imported by, as its catalog.yaml says. */
async function moduleOf(folder: string): Promise<string | undefined> {
  const name = ["catalog.yaml", "catalog.yml"].find((each) => existsSync(join(folder, each)));
  const path = join(folder, name ?? "catalog.yaml");
  const text = await readRegularText({ path, shown: path, most: 16 * 2 ** 20 });
  return /^module:\s*(["']?)([^\s"'#]+)\1/m.exec(text ?? "")?.[2];
}
