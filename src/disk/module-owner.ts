/** Tells whose module it is that an import asks for, where it is no source of the repository. */
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import type { PackageFiles } from "./package-files.js";
import { isInside } from "./repository.js";
import { packageOf } from "./unbuilt-modules.js";
import { isInNodeModules, type WorkspacePackages } from "./workspace-packages.js";

/** Surely somebody else's; of a package that is needed and cannot be looked at; or who knows whose. */
export type Owner = "foreign" | "package" | "unknown";

/** An import, and the file that it was found to lead to. */
export interface AskedModule {
  readonly specifier: string;
  /** The file that asks, absolute. */
  readonly source: string;
  readonly found: string | undefined;
}

/** Knows owners in one repository. */
export function ownerFinder(
  top: string,
  files: PackageFiles,
  packages: WorkspacePackages,
): (asked: AskedModule) => Owner {
  // A package that is made with errdex may pass on what a catalog has.
  const ownerOfInstalled = (folder: string | undefined): Owner => {
    const found = folder === undefined ? undefined : files.in(folder);
    return found?.needs.has("errdex") ? "package" : "foreign";
  };
  return ({ specifier, source, found }) => {
    if (isBuiltin(specifier) || /^(node|data):/.test(specifier)) return "foreign";
    if (/^[a-z][\w+.-]*:/i.test(specifier)) return "package";
    const { name } = packageOf(specifier) ?? {};
    const folder = name === undefined ? undefined : packages.installed(name, dirname(source));
    if (found !== undefined) {
      if (isInNodeModules(found)) return ownerOfInstalled(folder);
      if (!isInside(top, found)) return name === undefined ? "unknown" : "package";
      const isDeclaration = /\.d\.[cm]?ts$/.test(found);
      return isDeclaration && name !== undefined ? "unknown" : "foreign";
    }
    if (name === undefined) return "unknown";
    if (folder !== undefined) return isInNodeModules(folder) ? ownerOfInstalled(folder) : "unknown";
    const types = join("@types", name.replace(/^@(.*)\//, "$1__"));
    if (packages.installed(types, dirname(source)) !== undefined) return "foreign";
    if (packages.named(name, dirname(source)) !== undefined) return "unknown";
    return files.above(dirname(source)).some(({ needs }) => needs.has(name))
      ? "package"
      : "unknown";
  };
}
