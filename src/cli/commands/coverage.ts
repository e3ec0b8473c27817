/** `errdex coverage`: which codes the source raises, handles and tests. */
import type { Coverage } from "../../coverage/coverage.js";
import { coverageFindings, coverageSeverity } from "../../coverage/report/coverage-findings.js";
import { coverageJson } from "../../coverage/report/coverage-json.js";
import {
  type CoverageKind,
  coverageKinds,
  isCoverageKind,
} from "../../coverage/report/coverage-kinds.js";
import { coverageText } from "../../coverage/report/coverage-text.js";
import { shortfalls } from "../../coverage/report/shortfalls.js";
import { quoted } from "../../diagnostics/suggest.js";
import { type CoverSettings, coverCatalogs } from "../cover-catalogs.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { openSoundCatalog } from "../open-catalog.js";
import { type FindingFormat, isServiceFormat } from "../option-choices.js";
import { reportFindings } from "../report-findings.js";

/** Options of the command. */
export interface CoverageCommandOptions extends CoverSettings {
  /** Folders of catalogs. */
  readonly catalog?: readonly string[];
  readonly format: FindingFormat;
  /** Kinds, with commas between them, or `none`. */
  readonly failOn: string;
  readonly minRaised?: number;
  readonly minHandled?: number;
  readonly minTested?: number;
  readonly minRecorded?: number;
}

/** Reports on the sources in the paths. Kinds of `failOn`, and shares under their minimum, are findings. */
export async function coverage(
  paths: readonly string[],
  options: CoverageCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const failing = failingKinds(options.failOn);
  if (options.recorded === undefined && options.minRecorded !== undefined)
    throw new UsageError("--min-recorded needs --recorded.");
  const folders = await findCatalogs(options.catalog ?? [], host);
  const catalogs = await Promise.all(folders.map((folder) => openSoundCatalog(folder, host)));
  const found = await coverCatalogs(paths, options, catalogs, host);
  await report(found, options.format, failing, host);
  return judge(found, failing, options, host);
}

async function report(
  found: Coverage,
  format: FindingFormat,
  failing: ReadonlySet<CoverageKind>,
  host: Host,
): Promise<void> {
  if (format === "json") host.out(`${coverageJson(found)}\n`);
  else if (isServiceFormat(format)) {
    const summaries = (rule: string) => {
      const kind = rule.replace(/^coverage-/, "") as CoverageKind;
      return { severity: coverageSeverity(kind, failing), summary: coverageKinds[kind] };
    };
    await reportFindings(coverageFindings(found, failing), format, summaries, host);
  } else {
    const { colors, whole } = host;
    const cut = whole ? {} : { wholeBy: "--all" };
    host.out(`${coverageText(found, { colors, failing, ...cut })}\n`);
  }
}

function judge(
  found: Coverage,
  failing: ReadonlySet<CoverageKind>,
  { minRaised, minHandled, minTested, minRecorded }: CoverageCommandOptions,
  host: Host,
): ExitCode {
  const errors = coverageFindings(found, failing).some(({ severity }) => severity === "error");
  const least = { raised: minRaised, handled: minHandled, tested: minTested };
  const short = shortfalls(found, { ...least, recorded: minRecorded });
  for (const sentence of short) host.err(`${sentence}\n`);
  return errors || short.length > 0 ? exitCode.findings : exitCode.fine;
}

function failingKinds(list: string): ReadonlySet<CoverageKind> {
  const kinds = list.split(",").filter((kind) => kind !== "none");
  for (const kind of kinds) {
    if (!isCoverageKind(kind)) {
      const known = Object.keys(coverageKinds).join(", ");
      throw new UsageError(`--fail-on knows no ${quoted(kind)}. Known: ${known}, none.`);
    }
  }
  return new Set(kinds.filter(isCoverageKind));
}
