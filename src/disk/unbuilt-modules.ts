/** Finds the sources of modules that packages of the repository have, built and linked or not. */
import { realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { builtFiles } from "./built-files.js";
import type { PackageFile, PackageFiles } from "./package-files.js";
import { exportedFiles, importedFiles } from "./package-targets.js";
import { isInside } from "./repository.js";
import { isInNodeModules, type WorkspacePackages } from "./workspace-packages.js";

/** What finding them needs. */
export interface UnbuiltSearch {
  readonly top: string;
  readonly endings: readonly string[];
  readonly files: PackageFiles;
  readonly packages: WorkspacePackages;
}

/** Finds sources. Paths are absolute and without links. */
export interface UnbuiltModules {
  /** The file that an import means which leads nowhere as things are. */
  find(specifier: string, source: string): string | undefined;
  /** The source of a file that is there and is built, else the file itself. */
  preferSource(file: string): string;
}

/** Looks for them in one repository. */
export function unbuiltModules({ top, endings, files, packages }: UnbuiltSearch): UnbuiltModules {
  const built = builtFiles(endings);
  const realOf = (path: string | undefined): string | undefined => {
    try {
      const real = path === undefined ? undefined : realpathSync(path);
      return real !== undefined && isInside(top, real) ? real : undefined;
    } catch {
      return undefined;
    }
  };
  const firstOf = ({ folder }: PackageFile, targets: readonly string[]): string | undefined => {
    for (const target of targets) {
      const full = resolve(folder, target);
      if (!isInside(folder, full)) continue;
      const found = realOf(built.fileAt(full)) ?? realOf(built.sourceOf(full, folder, false));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    find: (specifier, source) => {
      const folder = dirname(source);
      if (specifier.startsWith("#")) {
        const own = files.above(folder).find(({ imports }) => imports !== undefined);
        const targets = own && importedFiles(own, specifier).filter((each) => each.startsWith("."));
        return own && targets && firstOf(own, targets);
      }
      const { name, way } = packageOf(specifier) ?? {};
      const found = name === undefined ? undefined : packages.named(name, folder);
      return found && way !== undefined ? firstOf(found, exportedFiles(found, way)) : undefined;
    },
    preferSource: (file) => {
      if (isInNodeModules(file) || !isInside(top, file) || !/\.([cm]?jsx?|d\.[cm]?ts)$/.test(file))
        return file;
      const [own] = files.above(dirname(file));
      if (own === undefined || relative(top, own.folder).split(sep)[0] === "..") return file;
      return realOf(built.sourceOf(file, own.folder, true)) ?? file;
    },
  };
}

/** The package that a specifier names, and the way into it: `@a/b/c` is `./c` of `@a/b`. */
export function packageOf(
  specifier: string,
): { readonly name: string; readonly way: string } | undefined {
  const [, name, rest = ""] = /^((?:@[^/\\]+\/)?[^@./\\#~][^/\\]*)(\/.*)?$/s.exec(specifier) ?? [];
  return name === undefined ? undefined : { name, way: `.${rest}` };
}
