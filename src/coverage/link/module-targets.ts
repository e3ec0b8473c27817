/** Knows which module each import of the source leads to. */
import type { SourceFile } from "../../model/source.js";
import type { SourceFacts } from "../read/source-facts.js";
import {
  candidatePaths,
  generatedFrom,
  isAsset,
  isRelative,
  type ModuleTarget,
  modulesAround,
} from "./module-names.js";

/** How modules outside the sources are found. */
export interface ModuleOptions {
  /** Specifiers under which the source imports the generated module of a catalog, by the catalog's name. */
  readonly modules?: Readonly<Record<string, readonly string[]>>;
  /** The file that an import of another file means. Without it only relative imports lead anywhere. */
  readonly resolve?: (specifier: string, from: string) => string | undefined;
  /** Whose module an import is that leads to no file. Without it what is relative or looks like an alias is unknown. */
  readonly ownerOf?: (specifier: string, from: string) => ModuleOwner;
  /** The text of a file that is not among the sources, but that one of them imports. */
  readonly outside?: (path: string) => string | undefined;
}

/**
 * Whose module it is that an import asks for and that is no file of the sources: surely of somebody else, as Node's own
 * and what is installed; of a package that is named as a dependency, and not there to be looked at; or who knows whose.
 */
export type ModuleOwner = "foreign" | "package" | "unknown";

/** The modules of the source. */
export interface ModuleTargets {
  /** Whether an import may lead to a catalog. Known before all files are. */
  mayLead(specifier: string, from: string): boolean;
  /** What an import leads to. Asked when all files are known. */
  targetOf(specifier: string, from: string): ModuleTarget;
  /** The facts of a file, of one outside the sources too. */
  fileAt(path: string): SourceFacts | undefined;
  /** Whose it is that an import asks for, where it leads to no file. Asked when all files are known. */
  ownerOf(specifier: string, from: string): ModuleOwner | undefined;
  /** The files outside the sources that were looked into; undefined where one has nothing to look into. */
  outside(): ReadonlyMap<string, SourceFacts | undefined>;
  /** Whether an import leads to a file that could not be read. */
  isUnread(path: string): boolean;
  /** Remembers a generated module. */
  addGenerated(path: string, catalog: string): void;
}

/** Keeps track of modules. `read` is for files outside the sources. */
export function moduleTargets(
  catalogs: readonly string[],
  files: ReadonlyMap<string, SourceFacts>,
  read: (file: SourceFile) => SourceFacts,
  options: ModuleOptions,
): ModuleTargets {
  const generated = new Map<string, string>();
  const outside = new Map<string, SourceFacts | undefined>();
  const unread = new Set<string>();
  const paths = new Map<string, string | undefined>();

  const byModule = new Map<string, number>();
  for (const [index, name] of catalogs.entries())
    for (const module of [`errdex/${name}`, ...(options.modules?.[name] ?? [])])
      if (!byModule.has(module)) byModule.set(module, index);

  const named = (specifier: string): string | undefined => {
    const indexes = modulesAround(specifier).flatMap((module) => byModule.get(module) ?? []);
    return catalogs[Math.min(...indexes)];
  };

  const factsOutside = (path: string): SourceFacts | undefined => {
    if (outside.has(path)) return outside.get(path);
    // Remembered before it is read: it may import itself.
    outside.set(path, undefined);
    const text = options.outside?.(path);
    if (text === undefined) {
      unread.add(path);
      return undefined;
    }
    const catalog = generatedFrom(text);
    if (catalog === undefined) outside.set(path, read({ path, text }));
    else generated.set(path, catalog);
    return outside.get(path);
  };

  const atPath = (path: string): ModuleTarget => {
    const isFile = files.has(path) || (!generated.has(path) && factsOutside(path) !== undefined);
    if (isFile) return { path };
    const catalog = generated.get(path);
    return catalog === undefined ? undefined : { catalog };
  };

  const byCandidates = (specifier: string, from: string): string | undefined =>
    isRelative(specifier)
      ? candidatePaths(specifier, from).find((path) => atPath(path) !== undefined)
      : undefined;
  const resolve = options.resolve ?? byCandidates;
  const ownerOf = options.ownerOf ?? likelyOwner;

  // Which tsconfig.json counts may differ from file to file; what is relative is the same for a folder.
  const pathOf = (specifier: string, from: string): string | undefined => {
    const place = isRelative(specifier) ? from.slice(0, from.lastIndexOf("/") + 1) : from;
    const key = `${specifier}\n${place}`;
    if (!paths.has(key)) paths.set(key, resolve(specifier, from));
    return paths.get(key);
  };

  return {
    mayLead: (specifier, from) =>
      isRelative(specifier) ||
      named(specifier) !== undefined ||
      pathOf(specifier, from) !== undefined,
    targetOf: (specifier, from) => {
      const catalog = isRelative(specifier) ? undefined : named(specifier);
      if (catalog !== undefined) return { catalog };
      const path = pathOf(specifier, from);
      return path === undefined ? undefined : atPath(path);
    },
    ownerOf: (specifier, from) => {
      if (!isRelative(specifier) && named(specifier) !== undefined) return undefined;
      if (pathOf(specifier, from) !== undefined) return undefined;
      return isOfErrdex(specifier) || isAsset(specifier) ? "foreign" : ownerOf(specifier, from);
    },
    outside: () => outside,
    isUnread: (path) => options.resolve !== undefined && unread.has(path),
    fileAt: (path) => files.get(path) ?? factsOutside(path),
    addGenerated: (path, catalog) => generated.set(path, catalog),
  };
}

function isOfErrdex(specifier: string): boolean {
  return specifier === "errdex" || specifier.startsWith("errdex/");
}

// What a bundler or a tsconfig.json resolves looks like this.
function likelyOwner(specifier: string): ModuleOwner {
  return isRelative(specifier) || /^(@\/|~|#|src\/)/.test(specifier) ? "unknown" : "foreign";
}
