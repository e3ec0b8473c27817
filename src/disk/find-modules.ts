/** Finds modules that sources import and that are not among them. */
import { readFileSync, statSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { relative, resolve, sep } from "node:path";

/** Answers for a folder. Paths are relative to it and have `/`. */
export interface FoundModules {
  /** The text of a file, where there is one that is no larger than a source may be. */
  outside(path: string): string | undefined;
  /** The file of a package, where it may lead to a catalog: not every package that somebody installed. */
  packageFile(specifier: string, from: string): string | undefined;
}

const largestFile = 4 * 2 ** 20;

/** Finds modules as Node does. */
export function findModules(cwd: string, generatedFrom: (text: string) => unknown): FoundModules {
  const packages = new Map<string, string | undefined>();
  const outside = (path: string): string | undefined => textOf(resolve(cwd, path));
  const find = (specifier: string, from: string): string | undefined => {
    const full = resolved(specifier, resolve(cwd, from));
    if (full === undefined) return undefined;
    // What is installed can be a catalog's module; what it imports itself is not followed.
    const isInstalled = full.split(sep).includes("node_modules");
    if (isInstalled && generatedFrom(textOf(full) ?? "") === undefined) return undefined;
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

function resolved(specifier: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(specifier);
  } catch {
    return undefined;
  }
}

function textOf(full: string): string | undefined {
  try {
    const { size } = statSync(full);
    return size > largestFile ? undefined : readFileSync(full, "utf8");
  } catch {
    return undefined;
  }
}
