/** Coverage, as the settings ask for it. */
import { join, relative } from "node:path";
import type { Coverage } from "../../coverage/coverage.js";
import { onlyCodes } from "../../coverage/only-codes.js";
import { coverageFindings } from "../../coverage/report/coverage-findings.js";
import {
  type CoverageKind,
  coverageKinds,
  isCoverageKind,
} from "../../coverage/report/coverage-kinds.js";
import { shortfalls } from "../../coverage/report/shortfalls.js";
import type { Finding } from "../../diagnostics/finding.js";
import { quoted } from "../../diagnostics/suggest.js";
import { gateKinds } from "../../gate/gate-kinds.js";
import type { Catalog } from "../../model/catalog.js";
import type { CoverageSettings, Settings } from "../../model/settings.js";
import { coverCatalogs } from "../cover-catalogs.js";
import { UsageError } from "../exit-code.js";
import { withNativeCode } from "../with-native-code.js";
import { type Outlook, slashed } from "./catalog-sides.js";

/** Coverage, and what it finds. */
export interface GateCoverage {
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
}

/** What is covered. */
export interface CoveredCatalogs {
  readonly catalogs: readonly Catalog[];
  /** The codes that are new or changed, by the name of their catalog. */
  readonly changed: ReadonlyMap<string, ReadonlySet<string> | "all">;
}

/**
 * Reads the sources that the settings name. Undefined where they name none.
 *
 * @throws UsageError where the settings cannot be followed; as the system does where a path cannot be read.
 */
export async function coverageOf(
  settings: Settings | undefined,
  { catalogs, changed }: CoveredCatalogs,
  { host, root }: Outlook,
): Promise<GateCoverage | undefined> {
  const asked = settings?.coverage;
  if (settings === undefined || asked === undefined || catalogs.length === 0) return undefined;
  const failing = failingKinds(asked, settings);
  const fromHere = (path: string) => slashed(relative(host.cwd, join(root, path))) || ".";
  const { tests, ignore, recorded } = asked;
  const module = Object.entries(asked.modules).flatMap(([name, specifiers]) =>
    specifiers.map((each) => `${name}=${each}`),
  );
  const how = {
    ...{ module, ignore },
    ...(tests !== undefined && { tests }),
    ...(recorded !== undefined && { recorded: fromHere(recorded) }),
  };
  const read = await withNativeCode("errdex ci", () =>
    coverCatalogs(asked.sources.map(fromHere), how, catalogs, host),
  );
  const coverage = asked.changed ? onlyCodes(read, changed) : read;
  const at = { file: settings.file, start: 0, end: 0 };
  const { severity } = gateKinds["coverage-short"];
  const short = shortfalls(coverage, asked.least);
  return {
    coverage,
    findings: [
      ...coverageFindings(coverage, failing),
      ...short.map((message): Finding => ({ rule: "coverage-short", severity, message, at })),
    ],
  };
}

function failingKinds(
  { failOn = ["unknown"] }: CoverageSettings,
  { file }: Settings,
): ReadonlySet<CoverageKind> {
  const kinds = failOn.filter((kind) => kind !== "none");
  const strange = kinds.find((kind) => !isCoverageKind(kind));
  if (strange === undefined) return new Set(kinds.filter(isCoverageKind));
  const known = Object.keys(coverageKinds).join(", ");
  throw new UsageError(`${file.path}: fail_on knows no ${quoted(strange)}. Known: ${known}, none.`);
}
