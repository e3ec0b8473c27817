/** Sources and catalogs → coverage. Pure: the disk is somebody else's. */
import { type Catalog, compareText } from "../model/catalog.js";
import type { SourceFile } from "../model/source.js";
import { catalogCoverage } from "./count/catalog-coverage.js";
import { countCodes } from "./count/count-codes.js";
import { handlerCodes } from "./count/handler-codes.js";
import { undeclaredCodes } from "./count/undeclared-codes.js";
import type { Coverage, Unseen } from "./coverage.js";
import { type CatalogNames, catalogNames } from "./link/catalog-names.js";
import { nameFollower } from "./link/follow-names.js";
import { generatedFrom } from "./link/module-names.js";
import { type ModuleOptions, moduleTargets } from "./link/module-targets.js";
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
  /** Paths have `/` and are relative to the same folder. A generated file is a module, and no source. */
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
      const catalog = generatedFrom(file.text);
      if (catalog !== undefined) modules.addGenerated(file.path, catalog);
      else files.set(file.path, read(file, isTest(file.path)));
    },
    skip: (path, reason) => {
      const place = { path, line: 1, column: 1 };
      const message = `The file was not read: ${reason}.`;
      skipped.push({ reason: "unparsed", message, place });
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
      const hints = sorted.flatMap((file) => aliasHints(file, all));
      return {
        files: sorted.length,
        testFiles: sorted.length - sources.length,
        catalogs: all.map((each) =>
          catalogCoverage(each, {
            places: counted.places.get(each),
            byHandler: byHandler.get(each),
            recording: options.recording,
          }),
        ),
        unknown: byPlace(counted.unknown),
        undeclared: byPlace(undeclaredCodes(sources, all, follow)),
        unseen: byPlace([...counted.unseen, ...hints, ...skipped]),
      };
    },
  };
}

// An alias that only a bundler knows may well be the catalog, where the names are those of its constructors.
function aliasHints(file: SourceFacts, catalogs: readonly CatalogNames[]): readonly Unseen[] {
  const hinted = new Set<string>();
  return file.aliases.flatMap(({ origin: { module, path }, place }) => {
    const kinds = catalogs.map((names) => names.meaningOf(path)?.kind);
    if (hinted.has(module) || !kinds.includes("constructor")) return [];
    hinted.add(module);
    const message = `The module ${JSON.stringify(module)} was not found. If it is the catalog's, name it with --module.`;
    return [{ reason: "alias" as const, message, place }];
  });
}

function byPlace<Item extends { readonly place: SourcePlace }>(
  items: readonly Item[],
): readonly Item[] {
  return [...items].sort((a, b) => comparePlaces(a.place, b.place));
}
