/** Follows what is imported through the modules of the source to the catalog, or to the function that it is. */
import type { CatalogNames, Meaning } from "./catalog-names.js";
import type { ExportFact, SourceFacts } from "./facts.js";
import type { Imported, Origin } from "./origin.js";
import type { ModuleTarget } from "./resolve-module.js";

/** A name that leads to a catalog. */
export interface Linked {
  readonly names: CatalogNames;
  /** Empty: the whole module. */
  readonly path: readonly (string | undefined)[];
  /** Undefined: nothing that errors are about. */
  readonly meaning: Meaning | undefined;
}

/** A function of the source. */
export interface LinkedFunction {
  readonly file: SourceFacts;
  readonly owner: number;
}

/** Follows names. */
export interface Linker {
  catalogOf(imported: Imported, from: SourceFacts): Linked | undefined;
  functionOf(origin: Origin, from: SourceFacts): LinkedFunction | undefined;
  /** Every type that a type of another module is a union of, or undefined where one is no catalog's. */
  isErrorType(imported: Imported, from: SourceFacts): boolean;
}

/** What linking needs to know. */
export interface LinkingOptions {
  readonly catalogs: ReadonlyMap<string, CatalogNames>;
  readonly fileAt: (path: string) => SourceFacts | undefined;
  readonly targetOf: (specifier: string, from: string) => ModuleTarget;
}

type Found =
  | Linked
  | LinkedFunction
  | { readonly types: readonly Imported[]; readonly file: SourceFacts };
type Path = Imported["path"];

/** A linker for files that have all been read. */
export function linker({ catalogs, fileAt, targetOf }: LinkingOptions): Linker {
  const known = new Map<string, Found | undefined>();

  const find = (
    imported: Imported,
    from: SourceFacts,
    way: ReadonlySet<string>,
  ): Found | undefined => {
    const target = targetOf(imported.module, from.path);
    if (target === undefined) return undefined;
    if ("catalog" in target) return inCatalog(target.catalog, imported.path);
    const file = fileAt(target.path);
    if (file === undefined) return undefined;
    const key = JSON.stringify([file.path, imported.path]);
    if (known.has(key)) return known.get(key);
    // Modules that pass each other's exports on in a circle.
    if (way.has(key)) return undefined;
    const found = inFile(file, imported.path, new Set([...way, key]));
    // What was not found half-way around a circle may be found by another way.
    if (found !== undefined || way.size === 0) known.set(key, found);
    return found;
  };

  const inCatalog = (name: string, path: Path): Linked | undefined => {
    const names = catalogs.get(name);
    return names && { names, path, meaning: names.meaningOf(path) };
  };

  const inFile = (file: SourceFacts, path: Path, way: ReadonlySet<string>): Found | undefined => {
    const [first, ...rest] = path;
    if (first === undefined) return undefined;
    const own = file.exports.get(first);
    if (own !== undefined) return inExport(own, file, rest, way);
    // What `export default` and `export =` give is what a module of CommonJS is as a whole.
    if (first === "default" && rest.length > 0) return inFile(file, rest, way);
    for (const module of file.stars) {
      const found = find({ module, path }, file, way);
      if (found !== undefined && !isEmpty(found)) return found;
    }
    return undefined;
  };

  const inExport = (
    { origin, members, types }: ExportFact,
    file: SourceFacts,
    rest: Path,
    way: ReadonlySet<string>,
  ): Found | undefined => {
    if (types !== undefined) return { types, file };
    const [first, ...inner] = rest;
    if (members !== undefined) {
      const member = first === undefined ? undefined : members.get(first);
      return member && inExport(member, file, inner, way);
    }
    if (origin === undefined) return undefined;
    if ("owner" in origin) return { file, owner: origin.owner };
    return find({ module: origin.module, path: [...origin.path, ...rest] }, file, way);
  };

  const lookUp = (imported: Imported, from: SourceFacts): Found | undefined =>
    find(imported, from, new Set());

  const isErrorType = (imported: Imported, from: SourceFacts, steps = 10): boolean => {
    if (imported.module === "errdex" && imported.path[0] === "UnrecognizedError") return true;
    const found = lookUp(imported, from);
    if (found === undefined || steps === 0 || "owner" in found) return false;
    if ("types" in found)
      return found.types.every((type) => isErrorType(type, found.file, steps - 1));
    return found.meaning?.kind === "type" || found.meaning?.kind === "source";
  };

  return {
    catalogOf: (imported, from) => {
      const found = lookUp(imported, from);
      if (found === undefined || "owner" in found) return undefined;
      if ("names" in found) return found;
      const [only, ...more] = found.types;
      // An alias for one type is that type.
      if (only === undefined || more.length > 0) return undefined;
      const inner = lookUp(only, found.file);
      return inner !== undefined && "names" in inner ? inner : undefined;
    },
    functionOf: (origin, from) => {
      if ("owner" in origin) return { file: from, owner: origin.owner };
      const found = lookUp(origin, from);
      return found !== undefined && "owner" in found ? found : undefined;
    },
    isErrorType,
  };
}

// A catalog answers every name; one that means nothing may be another module's.
function isEmpty(found: Found): boolean {
  return "names" in found && found.meaning === undefined;
}
