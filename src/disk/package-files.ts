/** Reads package.json files, each once: what a package is called, needs, and gives to others. */
import { lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A package.json, as far as modules are concerned. Its members are what the file says, whatever that is. */
export interface PackageFile {
  /** The folder of the package. */
  readonly folder: string;
  readonly name: unknown;
  readonly exports: unknown;
  readonly imports: unknown;
  /** What it names as its only module, the likeliest to be a source first. */
  readonly mains: readonly unknown[];
  /** The packages that it needs, in whatever way. */
  readonly needs: ReadonlySet<string>;
}

/** Finds them. */
export interface PackageFiles {
  in(folder: string): PackageFile | undefined;
  /** Those of a folder and of all above it, the nearest first. */
  above(folder: string): readonly PackageFile[];
}

const largestFile = 2 ** 20;

/** A reader that remembers what it read. */
export function packageFiles(): PackageFiles {
  const known = new Map<string, PackageFile | undefined>();
  const inFolder = (folder: string): PackageFile | undefined => {
    if (!known.has(folder)) known.set(folder, readPackage(folder));
    return known.get(folder);
  };
  return {
    in: inFolder,
    above: (folder) => foldersUp(folder).flatMap((each) => inFolder(each) ?? []),
  };
}

/** A folder and all above it. */
export function foldersUp(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUp(parent)];
}

function readPackage(folder: string): PackageFile | undefined {
  const found = jsonAt(join(folder, "package.json"));
  if (!isObject(found)) return undefined;
  const { name, exports, imports, source, types, typings, module, main } = found;
  const lists = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
  const needs = lists.flatMap((key) => Object.keys(isObject(found[key]) ? found[key] : {}));
  const mains = [source, module, main, types, typings];
  return { folder, name, exports, imports, mains, needs: new Set(needs) };
}

/** What a file of JSON says, comments and commas too many left out; undefined where it is none, or not to be read. */
export function jsonAt(path: string): unknown {
  try {
    const found = lstatSync(path);
    if (!found.isFile() || found.size > largestFile) return undefined;
    const plain = readFileSync(path, "utf8")
      .replace(/^\uFEFF/, "")
      .replace(comments, "$1");
    return JSON.parse(plain.replace(commas, "$1"));
  } catch {
    return undefined;
  }
}

const comments = /("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const commas = /("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g;

/** Whether it is an object with members, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
