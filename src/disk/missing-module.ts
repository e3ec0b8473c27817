/** Tells that an installed package lacks the module of its catalog: it was published before it was built. */
import { join } from "node:path";
import { builtFiles } from "./built-files.js";
import { packageFiles } from "./package-files.js";
import { exportedFiles } from "./package-targets.js";
import { packageOf } from "./unbuilt-modules.js";
import { isInNodeModules } from "./workspace-packages.js";

/**
 * What is wrong with the package, or undefined. A package of the repository may be built later; what it exports is
 * known before.
 *
 * @param folder of the package, as it is reached and without links.
 * @param specifier what the module is imported by, of that package.
 */
export function missingModule(
  { folder, real }: { readonly folder: string; readonly real: string },
  specifier: string,
): { readonly problem: string; readonly help: string } | undefined {
  const file = packageFiles().in(folder);
  const way = packageOf(specifier)?.way;
  if (file === undefined || way === undefined) return undefined;
  const targets = exportedFiles(file, way);
  if (targets.length === 0)
    return {
      problem: `Nobody can import ${specifier}: its package.json does not export "${way}".`,
      help: `Its owners have to add "${way}" to \`exports\`, or to say what to import in \`module\` of its catalog.yaml.`,
    };
  const built = builtFiles([".js", ".mjs", ".cjs", ".ts", ".json"]);
  const isThere = targets.some((each) => built.fileAt(join(folder, each)) !== undefined);
  if (isThere || !isInNodeModules(real)) return undefined;
  const missing = [...new Set(targets)].map((each) => each.replace(/^\.\//, ""));
  return {
    problem: `${specifier} was never built: its package has no ${missing.join(" and no ")}.`,
    help: "Install a version of it that has its module, or build it where it is.",
  };
}
