/** Finds catalogs among the files of a repository, by their catalog.yaml. */
import { type GitTree, pathsOf, textsIn } from "./git-tree.js";

/** A catalog that is somewhere in a repository. */
export interface CatalogPlace {
  /** Its folder from the top of the repository, with `/`; empty where it is the top itself. */
  readonly folder: string;
  readonly name: string;
}

/** The paths that may be the catalog.yaml of a catalog. What is installed is nobody's to keep. */
export function catalogFilesAmong(paths: readonly string[]): readonly string[] {
  return paths.filter(
    (path) => /(^|\/)catalog\.ya?ml$/.test(path) && !/(^|\/)node_modules\//.test(path),
  );
}

/** The catalog that a file with this text makes of its folder; undefined where the file has another purpose. */
export function catalogPlaceOf(path: string, text: string): CatalogPlace | undefined {
  const [, quote, name] = /^(?:\{\s*)?["']?catalog["']?\s*:\s*(["']?)([\w-]+)\1/m.exec(text) ?? [];
  if (quote === undefined || name === undefined) return undefined;
  return { folder: path.replace(/\/?[^/]*$/, ""), name };
}

/** Every catalog of a tree. */
export async function catalogsIn(tree: GitTree): Promise<readonly CatalogPlace[]> {
  const texts = await textsIn(tree, catalogFilesAmong(await pathsOf(tree)));
  return [...texts].flatMap(([path, text]) => catalogPlaceOf(path, text) ?? []);
}
