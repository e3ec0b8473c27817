/** Sources and catalogs → coverage. Pure: the disk is somebody else's. */
import { type Catalog, compareText } from "../model/catalog.js";
import type { SourceFile } from "../model/source.js";
import { catalogCoverage } from "./count/catalog-coverage.js";
import { countCodes } from "./count/count-codes.js";
import { handlerCodes } from "./count/handler-codes.js";
import { undeclaredCodes } from "./count/undeclared-codes.js";
import type { Coverage, Unseen } from "./coverage.js";
import { catalogNames } from "./link/catalog-names.js";
import { nameFollower } from "./link/follow-names.js";
import { generatedFrom } from "./link/module-names.js";
import { type ModuleOptions, type ModuleTargets, moduleTargets } from "./link/module-targets.js";
import { type UnreadFile, unreadEndings, unreadFile, unreadKinds } from "./link/unread-kinds.js";
import { unresolvedImports } from "./link/unresolved-imports.js";
import { defaultTests, matchesAny } from "./path-globs.js";
import { readSource } from "./read/read-source.js";
import type { SourceFacts } from "./read/source-facts.js";
import type { Recording } from "./recorded/recording.js";
import { comparePlaces, type SourcePlace } from "./source-place.js";

/** What coverage may be told. */
export interface CoverageOptions extends ModuleOptions {
  /** Globs of the files that are tests. Default: `*.test.*`, `*.spec.*` and the folders `test`, `tests`, `__tests__`. */
  readonly tests?: readonly string[];
  /** Texts that are codes of other systems, and are not complained about. */
  readonly ignore?: readonly string[];
  /** What a run of the tests recorded. */
  readonly recording?: Recording | undefined;
}

/** Reads sources one after the other; what they say together is known at the end. */
export interface CoverageReader {
  /**
   * Paths have `/` and are relative to the same folder. A generated file is a module, and no source; one of a kind that
   * is not read, such as `.mdx`, is looked at for imports of the catalog.
   */
  add(file: SourceFile): void;
  /** Remembers a file that could not be read, and why. */
  skip(path: string, reason: string): void;
  finish(): Coverage;
}

/** What the sources do with the codes of the catalogs. */
export function coverSources(
  files: Iterable<SourceFile>,
  catalogs: readonly Catalog[],
  options: CoverageOptions = {},
): Coverage {
  const reader = coverageReader(catalogs, options);
  for (const file of files) reader.add(file);
  return reader.finish();
}

/** A reader that keeps of each file only what it says about errors. */
export function coverageReader(
  catalogs: readonly Catalog[],
  options: CoverageOptions = {},
): CoverageReader {
  const all = catalogs.map(catalogNames);
  const isTest = matchesAny(options.tests ?? defaultTests);
  const isKnown = (code: string): boolean => all.some(({ entries }) => entries.has(code));
  const files = new Map<string, SourceFacts>();
  const others: UnreadFile[] = [];
  const skipped: Unseen[] = [];
  const read = (file: SourceFile, asTest: boolean): SourceFacts =>
    readSource({
      file,
      isTest: asTest,
      isKnown,
      mayLead: (module) => modules.mayLead(module, file.path),
    });
  const names = all.map(({ catalog }) => catalog.name.value);
  const modules = moduleTargets(names, files, (file) => read(file, false), options);
  return {
    add: (file) => {
      if (unreadEndings.some((ending) => file.path.endsWith(ending))) {
        const other = unreadFile(file);
        if (other !== undefined) others.push(other);
        return;
      }
      const catalog = generatedFrom(file.text);
      if (catalog !== undefined) modules.addGenerated(file.path, catalog);
      else files.set(file.path, read(file, isTest(file.path)));
    },
    skip: (path, reason) => {
      skipped.push(unparsed(path, reason, isTest(path)));
    },
    finish: () => {
      const sorted = [...files.values()].sort((a, b) => compareText(a.path, b.path));
      const sources = sorted.filter((file) => !file.isTest);
      const follow = nameFollower({
        ...modules,
        catalogs: new Map(all.map((each) => [each.catalog.name.value, each])),
      });
      const counted = countCodes(sorted, {
        ...{ catalogs: all, follow },
        ignored: new Set(options.ignore),
      });
      const byHandler = handlerCodes(sources, all, follow);
      const search = { modules, catalogs: all, follow };
      const importsOf = unresolvedImports(search);
      const unseen = byPlace([
        ...counted.unseen,
        ...sorted.flatMap((file) => importsOf(file)),
        ...unseenOutside(modules, importsOf),
        ...unreadKinds(others, search),
        ...skipped,
      ]);
      return {
        files: sorted.length,
        testFiles: sorted.length - sources.length,
        catalogs: all.map((each) =>
          catalogCoverage(each, {
            places: counted.places.get(each),
            byHandler: byHandler.get(each),
            recording: options.recording,
            unseen,
          }),
        ),
        unknown: byPlace(counted.unknown),
        undeclared: byPlace(undeclaredCodes(sources, all, follow)),
        unseen,
      };
    },
  };
}

/** What could not be seen of the files that are not among the sources, but that these import. */
function unseenOutside(
  modules: ModuleTargets,
  importsOf: ReturnType<typeof unresolvedImports>,
): readonly Unseen[] {
  return [...modules.outside()].flatMap(([path, file]) => {
    if (file === undefined)
      return modules.isUnread(path)
        ? [unparsed(path, "it is too large, or is no file", false)]
        : [];
    const { problem } = file;
    return problem === undefined
      ? importsOf(file, true)
      : [{ ...unparsed(file.path, problem.message, false), place: problem.place }];
  });
}

function unparsed(path: string, reason: string, isTest: boolean): Unseen {
  return {
    reason: "unparsed",
    message: `The file was not read: ${reason}.`,
    place: { path, line: 1, column: 1 },
    hides: isTest ? ["tested"] : ["raised", "handled"],
  };
}

function byPlace<Item extends { readonly place: SourcePlace }>(
  items: readonly Item[],
): readonly Item[] {
  return [...items].sort((a, b) => comparePlaces(a.place, b.place));
}
