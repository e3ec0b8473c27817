/** Searches the modules of the source for what an imported name stands for. */
import { remembered } from "../../model/remembered.js";
import type { ExportFact, SourceFacts } from "../read/source-facts.js";
import type { Imported } from "../read/value-origin.js";
import type { CatalogNames } from "./catalog-names.js";
import type { ModuleTarget } from "./module-names.js";
import type { NameTarget } from "./name-targets.js";

/** What a search needs to know. */
export interface SearchOptions {
  readonly catalogs: ReadonlyMap<string, CatalogNames>;
  readonly fileAt: (path: string) => SourceFacts | undefined;
  readonly targetOf: (specifier: string, from: string) => ModuleTarget;
}

/** Finds what a name stands for; undefined where it leads nowhere that matters. */
export type ExportSearch = (
  imported: Imported,
  from: Pick<SourceFacts, "path">,
) => NameTarget | undefined;

/** A name in a module. */
interface Name {
  readonly key: string;
  readonly file: SourceFacts;
  readonly path: Imported["path"];
}

/** A name on the way, and what it may stand for, in order. */
interface Step extends Name {
  readonly nexts: Iterator<NameTarget | Name>;
  /** Whether another module may have what one of them does not. */
  readonly isOpen: boolean;
}

// Modules that name parts of themselves could make a path longer and longer; nobody writes one of this length.
const longestPath = 100;

/**
 * A search through files that have all been read.
 *
 * It goes from name to name without a stack of calls and visits each once: modules may pass on what they import through
 * thousands of others, in circles, and each of them all that the others have.
 */
export function exportSearch({ catalogs, fileAt, targetOf }: SearchOptions): ExportSearch {
  const known = new Map<string, NameTarget | undefined>();

  const target = (
    { module, path }: Imported,
    from: Pick<SourceFacts, "path">,
  ): NameTarget | Name | undefined => {
    const found = targetOf(module, from.path);
    if (found === undefined || path.length > longestPath) return undefined;
    if ("catalog" in found) {
      const names = catalogs.get(found.catalog);
      return names && { names, path, meaning: names.meaningOf(path) };
    }
    const file = fileAt(found.path);
    return file && { key: JSON.stringify([file.path, path]), file, path };
  };

  const inExport = (
    { origin, members, types }: ExportFact,
    file: SourceFacts,
    rest: Imported["path"],
  ): NameTarget | Name | undefined => {
    if (types !== undefined) return { types, file };
    const [first, ...inner] = rest;
    if (members !== undefined) {
      const member = first === undefined ? undefined : members.get(first);
      return member && inExport(member, file, inner);
    }
    if (origin === undefined) return undefined;
    if ("operations" in origin) return undefined;
    if ("owner" in origin) return { file, owner: origin.owner };
    return target({ module: origin.module, path: [...origin.path, ...rest] }, file);
  };

  /** The modules that pass on all that they have to a file: by the names that they have themselves, and the others. */
  const passed = remembered((file: SourceFacts) => {
    const own = new Map<string, number>();
    const open: number[] = [];
    file.stars.forEach((module, index) => {
      const found = targetOf(module, file.path);
      const inner = found && "path" in found ? fileAt(found.path) : undefined;
      for (const name of inner?.exports.keys() ?? []) if (!own.has(name)) own.set(name, index);
      if (inner ? inner.stars.length > 0 : found && "catalog" in found) open.push(index);
    });
    return { own, open };
  });

  function* throughStars(file: SourceFacts, path: Imported["path"]): Generator<NameTarget | Name> {
    const { own, open } = passed(file);
    const index = own.get(path[0] ?? "");
    const indexes = index === undefined || open.includes(index) ? open : [...open, index];
    for (const each of [...indexes].sort((a, b) => a - b)) {
      const found = target({ module: file.stars[each] ?? "", path }, file);
      if (found !== undefined) yield found;
    }
  }

  const step = (name: Name): Step => {
    const { file, path } = name;
    const [first, ...rest] = path;
    const only = (found: NameTarget | Name | undefined): Step => ({
      ...name,
      nexts: (found === undefined ? [] : [found]).values(),
      isOpen: false,
    });
    const own = first === undefined ? undefined : file.exports.get(first);
    if (first === undefined) return only(undefined);
    if (own !== undefined) return only(inExport(own, file, rest));
    // What `export default` and `export =` give is what a module of CommonJS is as a whole.
    if (first === "default" && rest.length > 0)
      return only({ key: JSON.stringify([file.path, rest]), file, path: rest });
    return { ...name, nexts: throughStars(file, path), isOpen: true };
  };

  const search = (start: Name): NameTarget | undefined => {
    const visited = new Set([start.key]);
    const unsure = new Set<string>();
    const way = [step(start)];
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const { done, value: next } = at.nexts.next();
      if (done) {
        way.pop();
        continue;
      }
      const found = "key" in next ? known.get(next.key) : next;
      if (found === undefined) {
        if (!("key" in next) || known.has(next.key) || visited.has(next.key)) continue;
        visited.add(next.key);
        way.push(step(next));
      } else if (isEmpty(found) && way.some(({ isOpen }) => isOpen)) {
        // A catalog answers every name; one that means nothing may be another module's.
        while (way.at(-1)?.isOpen === false) unsure.add(way.pop()?.key ?? "");
      } else {
        for (const { key } of way) known.set(key, found);
        return found;
      }
    }
    for (const key of visited) if (!unsure.has(key)) known.set(key, undefined);
    return undefined;
  };

  return (imported, from) => {
    const start = target(imported, from);
    if (start === undefined || !("key" in start)) return start;
    return known.has(start.key) ? known.get(start.key) : search(start);
  };
}

function isEmpty(found: NameTarget): boolean {
  return "names" in found && found.meaning === undefined;
}
