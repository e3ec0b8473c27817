/** Finds the packages of a repository by their names, linked into `node_modules` or not. */
import { readdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { foldersUp, type PackageFile, type PackageFiles } from "./package-files.js";
import { isInside } from "./repository.js";

/** Looks for packages. */
export interface WorkspacePackages {
  /** The package of the repository that a file means by a name. Of two with one name it is none. */
  named(name: string, from: string): PackageFile | undefined;
  /** The folder in some `node_modules` where it is installed, or linked to. */
  installed(name: string, from: string): string | undefined;
}

// Whoever keeps packages keeps them near the top.
const deepest = 6;
const passedBy = /^(node_modules|dist|build|out|coverage|\..+)$/;

/** Looks in the repository whose top folder it is. What is there is looked through once, and only if need be. */
export function workspacePackages(top: string, files: PackageFiles): WorkspacePackages {
  let byName: ReadonlyMap<string, PackageFile | undefined> | undefined;
  const links = new Map<string, string | undefined>();
  const installed = (name: string, from: string): string | undefined => {
    const key = `${name}\n${from}`;
    if (!links.has(key)) links.set(key, linkOf(name, from));
    return links.get(key);
  };
  return {
    installed,
    named: (name, from) => {
      const real = installed(name, from);
      const isOwn = real !== undefined && isInside(top, real) && !isInNodeModules(real);
      if (isOwn) return files.in(real);
      if (real !== undefined) return undefined;
      byName ??= packagesIn(top, files);
      return byName.get(name);
    },
  };
}

function linkOf(name: string, from: string): string | undefined {
  for (const folder of foldersUp(from)) {
    try {
      return realpathSync(join(folder, "node_modules", name));
    } catch {
      // It may be further up.
    }
  }
  return undefined;
}

/** Whether a path leads through a folder of what is installed. */
export function isInNodeModules(full: string): boolean {
  return full.split(sep).includes("node_modules");
}

function packagesIn(
  top: string,
  files: PackageFiles,
): ReadonlyMap<string, PackageFile | undefined> {
  const found = new Map<string, PackageFile | undefined>();
  const visit = (folder: string, depth: number): void => {
    const each = files.in(folder);
    if (typeof each?.name === "string")
      found.set(each.name, found.has(each.name) ? undefined : each);
    if (depth === 0) return;
    for (const name of foldersIn(folder)) visit(join(folder, name), depth - 1);
  };
  visit(top, deepest);
  return found;
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !passedBy.test(entry.name))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
