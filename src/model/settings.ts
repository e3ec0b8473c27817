/** What a repository says of its catalogs and of the checks on them. */
import type { Located, SourceFile } from "./source.js";

/** The settings of a repository, or of a folder in it. */
export interface Settings {
  readonly file: SourceFile;
  /** Folders of catalogs, relative to the file's. Empty where nothing is said. */
  readonly catalogs: readonly Located<string>[];
  /** Why a catalog that is no more hurts nobody, by its name. */
  readonly removed: ReadonlyMap<string, Located<string>>;
  /** The most warnings that `errdex ci` lets pass. */
  readonly maxWarnings: number | undefined;
  readonly coverage: CoverageSettings | undefined;
}

/** What `errdex coverage` is asked for where the command line says nothing else. */
export interface CoverageSettings {
  /** Folders and files of the source, its tests included, relative to the settings' file. */
  readonly sources: readonly string[];
  /** Globs of the files that are tests. */
  readonly tests: readonly string[] | undefined;
  /** What the sources import a catalog by, by its name. */
  readonly modules: Readonly<Record<string, readonly string[]>>;
  /** Texts that are codes of other systems. */
  readonly ignore: readonly string[];
  /** The file that a run of the tests recorded. */
  readonly recorded: string | undefined;
  /** The kinds that are findings. */
  readonly failOn: readonly string[] | undefined;
  /** The least shares, in percent. */
  readonly least: Readonly<Partial<Record<"raised" | "handled" | "tested" | "recorded", number>>>;
  /** Whether only codes count that are new or changed since a base. */
  readonly changed: boolean;
}
