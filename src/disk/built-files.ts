/** Finds the source that a built file is made of: `dist/a.js` is `src/a.ts`. */
import { statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isObject, jsonAt } from "./package-files.js";
import { slashed } from "./slashed.js";

/** Where a package has its sources, and where what is built of them. */
interface BuildFolders {
  readonly built: string;
  readonly sources: readonly string[];
  /** Whether nobody keeps sources there. */
  readonly isCertain: boolean;
}

/** Looks for sources in packages. */
export interface BuiltFiles {
  /** The source of a file of a package; of one that is there only where it is surely built. Paths are absolute. */
  sourceOf(file: string, folder: string, isThere: boolean): string | undefined;
  /** The file itself, or the one that is meant by it without its ending or as a folder. */
  fileAt(path: string): string | undefined;
}

const certainFolders = ["dist", "build", "out"];
const usualFolders = [...certainFolders, "lib", "es", "esm", "cjs"];
const innerFolders = /^(esm?|cjs|mjs|types|node|browser)\//;

/** Looks for files with these endings. */
export function builtFiles(endings: readonly string[]): BuiltFiles {
  const known = new Map<string, readonly BuildFolders[]>();
  const foldersOf = (folder: string): readonly BuildFolders[] => {
    const found = known.get(folder) ?? buildFolders(folder);
    known.set(folder, found);
    return found;
  };
  const fileAt = (path: string): string | undefined => {
    const stem = path.replace(/(\.d)?\.[cm]?[jt]sx?$/, "");
    return [
      ...(stem === path ? [] : [path]),
      ...endings.map((ending) => stem + ending),
      ...(stem === path ? endings.map((ending) => join(path, `index${ending}`)) : []),
    ].find((each) => isFile(each) && !/\.d\.[cm]?ts$/.test(each));
  };
  return {
    fileAt,
    sourceOf: (file, folder, isThere) => {
      for (const { built, sources, isCertain } of foldersOf(folder)) {
        if (isThere && !isCertain) continue;
        const inside = slashed(relative(built, file));
        if (inside.startsWith("../") || inside === "..") continue;
        for (const rest of new Set([inside, inside.replace(innerFolders, "")]))
          for (const source of sources) {
            const found = fileAt(join(source, rest));
            if (found !== undefined && found !== file) return found;
          }
      }
      return undefined;
    },
  };
}

// What TypeScript is told counts; where others build, sources are by custom in `src`, or in the package's own folder.
function buildFolders(folder: string): readonly BuildFolders[] {
  const told = ["tsconfig.json", "tsconfig.build.json", "tsconfig.lib.json"].flatMap((name) => {
    const file = jsonAt(join(folder, name));
    const options = isObject(file) && isObject(file.compilerOptions) ? file.compilerOptions : {};
    const { outDir, declarationDir, rootDir } = options;
    const sources =
      typeof rootDir === "string" ? [resolve(folder, rootDir)] : [join(folder, "src"), folder];
    return [outDir, declarationDir].flatMap((each) =>
      typeof each === "string" ? [{ built: resolve(folder, each), sources, isCertain: true }] : [],
    );
  });
  const sources = [join(folder, "src"), folder];
  return [
    ...told,
    ...usualFolders.map((name) => ({
      ...{ built: join(folder, name), sources, isCertain: certainFolders.includes(name) },
    })),
  ];
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
