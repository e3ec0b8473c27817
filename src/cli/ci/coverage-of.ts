/** Coverage, as the settings ask for it. */
import type { Coverage } from "../../coverage/coverage.js";
import { onlyCodes } from "../../coverage/only-codes.js";
import { coverageFindings } from "../../coverage/report/coverage-findings.js";
import { shortfalls } from "../../coverage/report/shortfalls.js";
import type { Finding } from "../../diagnostics/finding.js";
import { gateKinds } from "../../gate/gate-kinds.js";
import type { Catalog } from "../../model/catalog.js";
import type { Settings } from "../../model/settings.js";
import { coverCatalogs } from "../cover-catalogs.js";
import { coverageAsked } from "../coverage-asked.js";
import { withNativeCode } from "../with-native-code.js";
import type { Outlook } from "./catalog-sides.js";

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
  if (settings?.coverage === undefined || catalogs.length === 0) return undefined;
  const asked = coverageAsked([], {}, { folder: root, settings }, host.cwd);
  const read = await withNativeCode("errdex ci", () =>
    coverCatalogs(asked.paths, asked.how, catalogs, host),
  );
  const coverage = settings.coverage.changed ? onlyCodes(read, changed) : read;
  const at = { file: settings.file, start: 0, end: 0 };
  const { severity } = gateKinds["coverage-short"];
  const short = shortfalls(coverage, asked.least);
  return {
    coverage,
    findings: [
      ...coverageFindings(coverage, asked.failing),
      ...short.map((message): Finding => ({ rule: "coverage-short", severity, message, at })),
    ],
  };
}
