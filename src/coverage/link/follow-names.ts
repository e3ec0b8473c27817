/** Follows what is imported through the modules of the source to the catalog, or to the function that it is. */
import { remembered } from "../../model/remembered.js";
import type { SourceFacts } from "../read/source-facts.js";
import type { Imported, Origin } from "../read/value-origin.js";
import { type ExportSearch, exportSearch, type SearchOptions } from "./export-search.js";
import { givenMembers } from "./given-members.js";
import type { CatalogMember, NameTarget, SourceFunction } from "./name-targets.js";

/** Follows names. */
export interface NameFollower {
  catalogOf(imported: Imported, from: Pick<SourceFacts, "path">): CatalogMember | undefined;
  /** What a value is of the catalogs: of several, where what is given for an operation may be of several. */
  membersOf(origin: Origin, from: SourceFacts): readonly CatalogMember[];
  functionOf(origin: Origin, from: SourceFacts): SourceFunction | undefined;
  /** Whether each of the types, and each that these are unions of, is one of errors. */
  areErrorTypes(types: readonly Imported[], from: SourceFacts): boolean;
}

/** A nameFollower for files that have all been read. */
export function nameFollower(options: SearchOptions): NameFollower {
  const lookUp = exportSearch(options);
  const areErrorTypes = errorTypeTest(lookUp);
  const catalogOf: NameFollower["catalogOf"] = (imported, from) => {
    const found = lookUp(imported, from);
    if (found === undefined || "owner" in found) return undefined;
    if ("names" in found) return found;
    const [only, ...more] = found.types;
    // An alias for one type is that type.
    if (only === undefined || more.length > 0) return undefined;
    const inner = lookUp(only, found.file);
    return inner !== undefined && "names" in inner ? inner : undefined;
  };
  return {
    catalogOf,
    membersOf: (origin, from) => {
      if ("owner" in origin) return [];
      if ("operations" in origin) return givenMembers(origin, options.catalogs.values());
      const member = catalogOf(origin, from);
      return member === undefined ? [] : [member];
    },
    functionOf: (origin, from) => {
      if ("owner" in origin) return { file: from, owner: origin.owner };
      if ("operations" in origin) return undefined;
      const found = lookUp(origin, from);
      return found !== undefined && "owner" in found ? found : undefined;
    },
    areErrorTypes: (types, from) => areErrorTypes(from)(types),
  };
}

// Types may be unions of others, and these of others again: each list is looked at once.
function errorTypeTest(lookUp: ExportSearch) {
  return remembered((from: SourceFacts) =>
    remembered((types: readonly Imported[]): boolean => {
      const visited = new Set([types]);
      const rest = [{ types, file: from }];
      let isAny = false;
      for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
        for (const type of next.types) {
          const found = isUnrecognized(type) ? undefined : lookUp(type, next.file);
          if (found !== undefined && "types" in found) {
            if (!visited.has(found.types)) rest.push(found);
            visited.add(found.types);
          } else if (isUnrecognized(type) || isOfErrors(found)) isAny = true;
          else return false;
        }
      }
      return isAny;
    }),
  );
}

function isUnrecognized({ module, path }: Imported): boolean {
  return module === "errdex" && path[0] === "UnrecognizedError";
}

function isOfErrors(found: NameTarget | undefined): boolean {
  if (found === undefined || !("names" in found)) return false;
  return found.meaning?.kind === "type" || found.meaning?.kind === "source";
}
