/** What `errdex coverage` is asked for: by the command line, else by the settings of the repository. */
import { join, relative, sep } from "node:path";
import type { CoverageKind } from "../coverage/report/coverage-kinds.js";
import { coverageKinds, isCoverageKind } from "../coverage/report/coverage-kinds.js";
import type { LeastShares } from "../coverage/report/shortfalls.js";
import { quoted } from "../diagnostics/suggest.js";
import type { CoverSettings } from "./cover-catalogs.js";
import { UsageError } from "./exit-code.js";
import type { FoundSettings } from "./find-settings.js";

/** The options of the command that settings may give as well. */
export interface CoverageOptionsGiven extends CoverSettings {
  /** Folders of catalogs. */
  readonly catalog?: readonly string[];
  /** Kinds, with commas between them, or `none`. */
  readonly failOn?: string;
  readonly minRaised?: number;
  readonly minHandled?: number;
  readonly minTested?: number;
  readonly minRecorded?: number;
}

/** What to read, how, and what is too little. Paths are relative to the folder of the command. */
export interface CoverageAsked {
  readonly paths: readonly string[];
  readonly how: CoverSettings;
  readonly failing: ReadonlySet<CoverageKind>;
  readonly least: LeastShares;
}

/**
 * Puts both together; what the command line says wins.
 *
 * @throws UsageError where there is nothing to read, or a kind is none.
 */
export function coverageAsked(
  paths: readonly string[],
  given: CoverageOptionsGiven,
  found: FoundSettings | undefined,
  cwd: string,
): CoverageAsked {
  const said = found?.settings.coverage;
  const fromHere = (path: string): string =>
    relative(cwd, join(found?.folder ?? cwd, path))
      .split(sep)
      .join("/") || ".";
  const sources = paths.length > 0 ? paths : (said?.sources ?? []).map(fromHere);
  if (sources.length === 0)
    throw new UsageError("Name the folders of the sources, here or in the settings of errdex.");
  const recorded = given.recorded ?? (said?.recorded && fromHere(said.recorded));
  const least = {
    raised: given.minRaised ?? said?.least.raised,
    handled: given.minHandled ?? said?.least.handled,
    tested: given.minTested ?? said?.least.tested,
    recorded: given.minRecorded ?? said?.least.recorded,
  };
  if (recorded === undefined && given.minRecorded !== undefined)
    throw new UsageError("--min-recorded needs --recorded.");
  const tests = given.tests ?? said?.tests;
  const module = given.module ?? specifiers(said?.modules ?? {});
  return {
    paths: sources,
    how: {
      ...{ module, ignore: given.ignore ?? said?.ignore ?? [] },
      ...(tests !== undefined && { tests }),
      ...(recorded !== undefined && { recorded }),
    },
    failing: failingKinds(given.failOn?.split(",") ?? said?.failOn ?? ["unknown"]),
    least,
  };
}

function specifiers(modules: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.entries(modules).flatMap(([name, all]) => all.map((each) => `${name}=${each}`));
}

function failingKinds(list: readonly string[]): ReadonlySet<CoverageKind> {
  const kinds = list.filter((kind) => kind !== "none");
  for (const kind of kinds) {
    if (!isCoverageKind(kind)) {
      const known = Object.keys(coverageKinds).join(", ");
      throw new UsageError(`--fail-on knows no ${quoted(kind)}. Known: ${known}, none.`);
    }
  }
  return new Set(kinds.filter(isCoverageKind));
}
