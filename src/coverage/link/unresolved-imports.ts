/** Finds the imports that lead to no file and that may lead to a catalog. */
import type { Unseen } from "../coverage.js";
import type { ImportFact, SourceFacts } from "../read/source-facts.js";
import type { CatalogNames, Meaning } from "./catalog-names.js";
import type { NameFollower } from "./follow-names.js";
import { isRelative } from "./module-names.js";
import type { ModuleTargets } from "./module-targets.js";

/** What finding them needs to know. */
export interface ImportSearch {
  readonly modules: Pick<ModuleTargets, "ownerOf" | "targetOf" | "fileAt" | "outside">;
  readonly catalogs: readonly CatalogNames[];
  readonly follow: Pick<NameFollower, "catalogOf">;
}

/** Finds what a file asks for and what was not seen of it. A file outside the sources counts for what it passes on. */
export function unresolvedImports(
  search: ImportSearch,
): (file: SourceFacts, isOutside?: boolean) => readonly Unseen[] {
  const hasExport = exportTest(search.modules);
  return (file, isOutside = false) => {
    const hides = file.isTest ? (["tested"] as const) : (["raised", "handled"] as const);
    return file.imports.flatMap((each) => {
      const { place } = each;
      const message =
        each.module === "errdex/generated"
          ? "A generated module without its first line: what is taken of it was not seen."
          : (notFound(file, each, search, isOutside) ?? notPassedOn(file, each, search, hasExport));
      return message === undefined
        ? []
        : [{ reason: "unresolved" as const, message, place, hides }];
    });
  };
}

function notFound(
  file: SourceFacts,
  asked: ImportFact,
  { modules, catalogs }: ImportSearch,
  isOutside: boolean,
): string | undefined {
  const { module } = asked;
  const mayHaveAny = !asked.isType && (asked.takesAll || (isRelative(module) && !isOutside));
  if (!mayHaveAny && namedOf(asked, catalogs).length === 0) return undefined;
  const owner = modules.ownerOf(module, file.path);
  if (owner === undefined || owner === "foreign") return undefined;
  if (owner === "package" && namedOf(asked, catalogs, isCertain).length === 0) return undefined;
  const start = `The module ${JSON.stringify(module)} was not found.`;
  return isRelative(module)
    ? `${start} What it has of the catalog was not seen.`
    : `${start} If it is the catalog's, name it with --module.`;
}

/** What a module that was found passes on in a way that cannot be followed, or under a name that only its build has. */
function notPassedOn(
  file: SourceFacts,
  asked: ImportFact,
  { modules, catalogs, follow }: ImportSearch,
  hasExport: ExportTest,
): string | undefined {
  const names = asked.isType ? [] : namedOf(asked, catalogs, isCertain);
  const target = names.length === 0 ? undefined : modules.targetOf(asked.module, file.path);
  if (target === undefined || !("path" in target)) return undefined;
  const found = modules.fileAt(target.path);
  if (found === undefined || found.problem !== undefined) return undefined;
  const isBuilt = modules.outside().has(found.path) && builtPath.test(found.path);
  const missing = names.find(
    (name) =>
      !hasExport(found, name) ||
      (isBuilt && follow.catalogOf({ module: asked.module, path: [name] }, file) === undefined),
  );
  if (missing === undefined) return undefined;
  return `Where the module ${JSON.stringify(asked.module)} has ${missing} from was not seen.`;
}

const builtPath = /(^|\/)(dist|build|out)\//;

type ExportTest = (file: SourceFacts, name: string) => boolean;

/** Tells whether a module is seen to export a name, or passes on all of a module that cannot be looked into. */
function exportTest({ targetOf, fileAt }: ImportSearch["modules"]): ExportTest {
  const lacking = new Set<string>();
  return (start, name) => {
    const visited = new Set([start]);
    const keys: string[] = [];
    for (const file of visited) {
      const key = JSON.stringify([file.path, name]);
      if (lacking.has(key)) continue;
      keys.push(key);
      if (file.exports.has(name) || file.exports.has("default") || file.problem) return true;
      for (const star of file.stars) {
        const target = targetOf(star, file.path);
        const next = target && "path" in target ? fileAt(target.path) : undefined;
        if (next === undefined) return true;
        visited.add(next);
      }
    }
    for (const key of keys) lacking.add(key);
    return false;
  };
}

function namedOf(
  { names }: ImportFact,
  catalogs: readonly CatalogNames[],
  isMeant: (meaning: Meaning) => boolean = () => true,
): readonly string[] {
  return [...names].filter((name) =>
    catalogs.some((catalog) => {
      const meaning = catalog.meaningOf([name]);
      return meaning !== undefined && isMeant(meaning);
    }),
  );
}

// What other packages have too, such as `match`, tells nothing about a package.
function isCertain(meaning: Meaning): boolean {
  if (meaning.kind === "guard") return meaning.by.startsWith("category ");
  return meaning.kind === "constructor" || meaning.kind === "hasCode";
}
