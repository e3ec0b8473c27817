/** `errdex ci`: all that a pull request has to answer for, over every catalog of the repository. */
import { realpath, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { worstFirst } from "../../diagnostics/finding.js";
import { realPlace } from "../../disk/real-place.js";
import { isInside, repositoryAround } from "../../disk/repository.js";
import type { GateReport } from "../../gate/gate-report.js";
import { markdownReport } from "../../gate/markdown-report.js";
import { gateAll } from "../ci/gate-all.js";
import { jsonReport } from "../ci/json-report.js";
import { type Gated, unreadFinding } from "../ci/judge.js";
import { ruleTexts } from "../ci/rule-texts.js";
import { textReport } from "../ci/text-report.js";
import { type ExitCode, exitCode, UsageError } from "../exit-code.js";
import type { Host } from "../host.js";
import { type FailLevel, type FindingFormat, isServiceFormat } from "../option-choices.js";
import { pathInRepository } from "../path-in-repository.js";
import { reportFindings } from "../report-findings.js";
import { isForUser, sayForUser } from "../say-error.js";

/** Options of the command. */
export interface CiOptions {
  /** `git:REF` or `released`. Without it what the service says of a pull request. */
  readonly base?: string;
  /** The index is judged, and not the work tree. */
  readonly staged?: boolean;
  readonly format: FindingFormat | "markdown";
  /** A file for the report in Markdown. */
  readonly summary?: string;
  readonly failOn: FailLevel;
  readonly maxWarnings?: number;
}

/** Judges every catalog, reports once, and says by the exit code whether all is well. */
export async function ci(options: CiOptions, outer: Host): Promise<ExitCode> {
  const host: Host = { ...outer, cwd: await realpath(outer.cwd) };
  const { format, summary } = options;
  const gated = await gateAll(options, host).catch(nothingGated);
  const { report, problems, most } = gated;
  host.progress("");
  const warnings = report.findings.filter(({ severity }) => severity === "warning").length;
  const tooMany = most !== undefined && warnings > most;
  const { top } = await repositoryAround(host.cwd);
  const pathOf = pathInRepository(host, top);
  const markdown = () => markdownReport(report, pathOf);
  if (isServiceFormat(format)) {
    const found = tooMany
      ? report.findings.map((each) =>
          each.severity === "warning" ? { ...each, severity: "error" as const } : each,
        )
      : report.findings;
    await reportFindings(worstFirst(found), format, ruleTexts(options.failOn), host, {
      summary: markdown(),
      pathOf,
    });
  } else if (format === "json") host.out(`${jsonReport(report)}\n`);
  else if (format === "markdown") host.out(markdown());
  else if (isJudged(report)) host.out(`${textReport(report, host)}\n`);
  if (summary !== undefined) await writeSummary(summary, markdown(), host);
  if (tooMany) host.err(`${warnings} warnings, more than ${most}.\n`);
  for (const problem of problems) sayForUser(problem, host);
  if (problems.length > 0) return exitCode.usage;
  const isWell = report.findings.every(({ severity }) => severity !== "error") && !tooMany;
  return isWell ? exitCode.fine : exitCode.findings;
}

/** Whether there is more to say than what could not be looked at, which is said beside the report. */
function isJudged({ catalogs, findings }: GateReport): boolean {
  return catalogs.length > 0 || findings.some(({ rule }) => rule !== "unread");
}

// Whoever reads the report learns that there is none: an old one must not stand in its place.
function nothingGated(error: unknown): Gated {
  if (!isForUser(error)) throw error;
  const report: GateReport = {
    ...{ base: "nothing", catalogs: [], findings: [unreadFinding(error)] },
    ...{ problems: [error.message], coverage: undefined },
  };
  return { report, problems: [error], most: undefined };
}

// In the repository a link may be a stranger's, and the file may be none of its own.
async function writeSummary(named: string, text: string, { cwd }: Host): Promise<void> {
  const path = resolve(cwd, named);
  const place = await realPlace(path);
  const { top } = await repositoryAround(cwd);
  const isLinked = !("path" in place) || place.path !== path;
  if (isInside(top, path) && isLinked)
    throw new UsageError(`${named} is behind a link, so nothing is written there.`);
  await writeFile(path, text);
}
