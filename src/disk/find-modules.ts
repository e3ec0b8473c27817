/** Finds modules that sources import, as TypeScript and Node do. The only file that knows the resolver. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import type { NapiResolveOptions, ResolverFactory } from "oxc-resolver";
import { type Owner, ownerFinder } from "./module-owner.js";
import { packageFiles } from "./package-files.js";
import { refuseSettings } from "./refuse-settings.js";
import { isInside, reservedFolder } from "./repository.js";
import { slashed } from "./slashed.js";
import { unbuiltModules } from "./unbuilt-modules.js";
import { isInNodeModules, workspacePackages } from "./workspace-packages.js";

/** Answers for a folder. Paths are relative to it and have `/`. */
export interface FoundModules {
  /** The file that an import leads to; of what is installed only that which may lead to a catalog. */
  resolve(specifier: string, from: string): string | undefined;
  /** Whose module an import asks for that leads to no file. */
  ownerOf(specifier: string, from: string): Owner;
  /** The text of a file, where there is one that is no larger than a source may be. */
  outside(path: string): string | undefined;
  /** The tsconfig.json files, met so far, that cannot be followed. */
  brokenSettings(): readonly string[];
}

/** Which modules are of use. */
export interface ModuleSearch {
  readonly cwd: string;
  /** The top folder of the repository: nothing outside it is read, unless it is installed. */
  readonly top: string;
  /** Endings of sources: `.ts`. */
  readonly endings: readonly string[];
  /** Tells a generated module by its text. */
  readonly generatedFrom: (text: string) => unknown;
}

const largestFile = 4 * 2 ** 20;
// No module has a longer name, and the resolver has no stack for one of a million characters.
const longestSpecifier = 1000;

/** @throws UnreadableError where settings of the repository could end the process of the resolver. */
export async function findModules(search: ModuleSearch): Promise<FoundModules> {
  await refuseSettings(search.top);
  // Where a statement imports CommonJS that throws, Node 20 ends the process, whoever catches it.
  const { ResolverFactory: Resolver } = await import("oxc-resolver");
  const resolvers = resolversOf(new Resolver(), search.endings);
  return moduleFinder({ ...search, cwd: realpathSync(search.cwd) }, resolvers);
}

function moduleFinder(
  { cwd, top, endings, generatedFrom }: ModuleSearch,
  resolvers: Resolvers,
): FoundModules {
  const generated = new Map<string, boolean>();
  const broken = new Set<string>();
  const located = new Map<string, string | undefined>();
  const files = packageFiles();
  const packages = workspacePackages(top, files);
  const unbuilt = unbuiltModules({ top, endings, files, packages });
  const ownerOf = ownerFinder(top, files, packages);
  const pathOf = (full: string): string => slashed(relative(cwd, full));

  // What is installed can be a catalog's module; what it imports itself is not followed. Of a declaration as little.
  const isWanted = (full: string): boolean => {
    if (!isInNodeModules(full) && !isReadable(full, top)) return false;
    if (!isInNodeModules(full) && !isDeclaration(full)) return true;
    const known = generated.get(full) ?? generatedFrom(textOf(full, top) ?? "") !== undefined;
    generated.set(full, known);
    return known;
  };

  const locate = (specifier: string, source: string): string | undefined => {
    const key = `${specifier}\n${source}`;
    if (located.has(key)) return located.get(key);
    const asIs = resolvers(source, specifier);
    // A project that has a folder has the components in it too, whatever TypeScript itself makes of their endings.
    const isComponent = asIs.path === undefined && !/\.[cm]?[jt]sx?$/.test(source);
    const { path, isBroken } = isComponent ? resolvers(`${source}.ts`, specifier) : asIs;
    if (isBroken) broken.add(pathOf(settingsOf(dirname(source))));
    const found = path === undefined ? unbuilt.find(specifier, source) : unbuilt.preferSource(path);
    located.set(key, found);
    return found;
  };

  return {
    resolve: (specifier, from) => {
      if (isBuiltin(specifier) || specifier.length > longestSpecifier) return undefined;
      const path = locate(withoutQuery(specifier), resolve(cwd, from));
      const isSource = path !== undefined && endings.some((ending) => path.endsWith(ending));
      return isSource && isWanted(path) ? pathOf(path) : undefined;
    },
    ownerOf: (asked, from) => {
      const specifier = withoutQuery(asked);
      if (isBuiltin(specifier)) return "foreign";
      if (specifier.length > longestSpecifier) return "unknown";
      const source = resolve(cwd, from);
      return ownerOf({ specifier, source, found: locate(specifier, source) });
    },
    outside: (path) => textOf(resolve(cwd, path), top),
    brokenSettings: () => [...broken],
  };
}

function withoutQuery(specifier: string): string {
  return specifier.replace(/\?.*$/s, "");
}

function isDeclaration(path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path);
}

const conditions = ["import", "require", "node", "default"];
const fields = ["module", "main"];

type Resolvers = (
  source: string,
  specifier: string,
) => { readonly path: string | undefined; readonly isBroken: boolean };

// A package of the workspace may name its sources beside what is built of them. Where that is not built yet, what it
// names as its types may be its sources.
function resolversOf(first: ResolverFactory, endings: readonly string[]): Resolvers {
  const options: NapiResolveOptions = {
    extensions: [...endings, ".d.ts", ".d.mts", ".d.cts"],
    extensionAlias: {
      ".js": [".ts", ".tsx", ".js", ".jsx", ".d.ts"],
      ".jsx": [".tsx", ".ts", ".jsx"],
      ".mjs": [".mts", ".mjs", ".d.mts"],
      ".cjs": [".cts", ".cjs", ".d.cts"],
    },
    nodePath: false,
  };
  const preferences = [
    { conditionNames: ["source", "development", ...conditions], mainFields: ["source", ...fields] },
    { conditionNames: conditions, mainFields: fields },
    { conditionNames: ["types", ...conditions], mainFields: ["types", "typings"] },
  ];
  const plain = preferences.map((each) => first.cloneWithOptions({ ...options, ...each }));
  const all = preferences.map((each) =>
    first.cloneWithOptions({ ...options, ...each, tsconfig: "auto" }),
  );
  return (source, specifier) => {
    let isBroken = false;
    for (const resolver of all) {
      const { path, error = "" } = resolver.resolveFileSync(source, specifier);
      if (path !== undefined) return { path, isBroken };
      isBroken = /^(Tsconfig|Failed to load tsconfig)/.test(error);
      if (isBroken) break;
    }
    if (!isBroken) return { path: undefined, isBroken };
    const found = plain.map((resolver) => resolver.sync(dirname(source), specifier).path);
    return { path: found.find((path) => path !== undefined), isBroken };
  };
}

/** The nearest tsconfig.json from a folder upwards. */
function settingsOf(folder: string): string {
  const path = join(folder, "tsconfig.json");
  const parent = dirname(folder);
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  return isThere || parent === folder ? path : settingsOf(parent);
}

function isReadable(real: string, top: string): boolean {
  return isInside(top, real) && reservedFolder(top, real) !== ".git";
}

function textOf(full: string, top: string): string | undefined {
  try {
    const real = realpathSync(full);
    const found = statSync(real);
    if (
      !(isReadable(real, top) || isInNodeModules(real)) ||
      !found.isFile() ||
      found.size > largestFile
    )
      return undefined;
    return readFileSync(real, "utf8");
  } catch {
    return undefined;
  }
}
