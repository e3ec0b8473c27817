/** Finds modules that sources import and that are not among them. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { relative, resolve, sep } from "node:path";
import { isInside, reservedFolder } from "./repository.js";

/** Answers for a folder. Paths are relative to it and have `/`. */
export interface FoundModules {
  /** The text of a file, where there is one that is no larger than a source may be. */
  outside(path: string): string | undefined;
  /** The file of a package, where it may lead to a catalog: not every package that somebody installed. */
  packageFile(specifier: string, from: string): string | undefined;
}

const largestFile = 4 * 2 ** 20;

/**
 * Finds modules as Node does.
 *
 * @param top the top folder of the repository: nothing outside it is read, unless it is installed.
 */
export function findModules(
  cwd: string,
  top: string,
  generatedFrom: (text: string) => unknown,
): FoundModules {
  const packages = new Map<string, string | undefined>();
  const outside = (path: string): string | undefined => textOf(resolve(cwd, path), top);
  const find = (specifier: string, from: string): string | undefined => {
    const full = resolved(specifier, resolve(cwd, from));
    if (full === undefined) return undefined;
    // What is installed can be a catalog's module; what it imports itself is not followed.
    if (isInstalled(full) && generatedFrom(textOf(full, top) ?? "") === undefined) return undefined;
    return relative(cwd, full).split(sep).join("/");
  };
  return {
    outside,
    packageFile: (specifier, from) => {
      if (isBuiltin(specifier)) return undefined;
      if (!packages.has(specifier)) packages.set(specifier, find(specifier, from));
      return packages.get(specifier);
    },
  };
}

function isInstalled(full: string): boolean {
  return full.split(sep).includes("node_modules");
}

function resolved(specifier: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(specifier);
  } catch {
    return undefined;
  }
}

function textOf(full: string, top: string): string | undefined {
  try {
    const real = realpathSync(full);
    const isOurs = isInside(top, real) && reservedFolder(top, real) !== ".git";
    const found = statSync(real);
    if (!(isOurs || isInstalled(real)) || !found.isFile() || found.size > largestFile)
      return undefined;
    return readFileSync(real, "utf8");
  } catch {
    return undefined;
  }
}
