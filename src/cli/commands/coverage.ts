/** `errdex coverage`: which codes the source raises, handles and tests. */
import type { Coverage } from "../../coverage/coverage.js";
import { onlyCodes } from "../../coverage/only-codes.js";
import { coverageFindings, coverageSeverity } from "../../coverage/report/coverage-findings.js";
import { coverageJson } from "../../coverage/report/coverage-json.js";
import { type CoverageKind, coverageKinds } from "../../coverage/report/coverage-kinds.js";
import { coverageText } from "../../coverage/report/coverage-text.js";
import { shortfalls } from "../../coverage/report/shortfalls.js";
import { diffCatalogs } from "../../diff/diff-catalogs.js";
import type { Catalog } from "../../model/catalog.js";
import { coverCatalogs } from "../cover-catalogs.js";
import { type CoverageAsked, type CoverageOptionsGiven, coverageAsked } from "../coverage-asked.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import { findSettings } from "../find-settings.js";
import type { Host } from "../host.js";
import { openBase } from "../open-base.js";
import { openSoundCatalog } from "../open-catalog.js";
import { type FindingFormat, isServiceFormat } from "../option-choices.js";
import { reportFindings } from "../report-findings.js";

/** Options of the command. */
export interface CoverageCommandOptions extends CoverageOptionsGiven {
  readonly format: FindingFormat;
  /** A base: only codes count that are new or changed since. */
  readonly since?: string;
}

/** Reports on the sources in the paths. Kinds of `failOn`, and shares under their minimum, are findings. */
export async function coverage(
  paths: readonly string[],
  options: CoverageCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const { format, since } = options;
  const asked = coverageAsked(paths, options, await findSettings(host), host.cwd);
  const folders = await findCatalogs(options.catalog ?? [], host);
  const catalogs = await Promise.all(folders.map((folder) => openSoundCatalog(folder, host)));
  const changed =
    since === undefined ? undefined : await changedCodes(since, folders, catalogs, host);
  const all = await coverCatalogs(asked.paths, asked.how, catalogs, host);
  const found = changed === undefined ? all : onlyCodes(all, changed);
  await report(found, format, asked.failing, host);
  return judge(found, asked, host);
}

/** The codes that are new or changed since a base, by the name of their catalog. */
async function changedCodes(
  since: string,
  folders: readonly string[],
  catalogs: readonly Catalog[],
  host: Host,
): Promise<ReadonlyMap<string, ReadonlySet<string> | "all">> {
  if (folders.length > 1 && since !== "released" && !since.startsWith("git:"))
    throw new UsageError("Name the catalog that is to be compared with this path.");
  const changed = new Map<string, ReadonlySet<string> | "all">();
  for (const [index, catalog] of catalogs.entries()) {
    const { contract, isReleased } = await openBase(since, folders[index] ?? "", catalog, host);
    const changes = isReleased ? diffCatalogs(contract, catalog) : [];
    const codes = new Set(changes.flatMap(({ code }) => code ?? []));
    changed.set(catalog.name.value, isReleased ? codes : "all");
  }
  return changed;
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

function judge(found: Coverage, { failing, least }: CoverageAsked, host: Host): ExitCode {
  const errors = coverageFindings(found, failing).some(({ severity }) => severity === "error");
  const short = shortfalls(found, least);
  for (const sentence of short) host.err(`${sentence}\n`);
  return errors || short.length > 0 ? exitCode.findings : exitCode.fine;
}
