/** `errdex check`: what is wrong with a catalog. */
import { join } from "node:path";
import { type RuleName, rules } from "../../check/check-rules.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { escapeForTerminal } from "../../diagnostics/escape.js";
import { worstFirst } from "../../diagnostics/finding.js";
import { formatJson } from "../../diagnostics/format-json.js";
import { count } from "../../diagnostics/format-text.js";
import { readCatalogFiles } from "../../disk/read-catalog-files.js";
import { baselineData, coveredLine, unneededLine } from "../baseline-lines.js";
import { writeCatalogFiles } from "../compare-outputs.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { findCatalogs } from "../find-catalogs.js";
import type { Host } from "../host.js";
import { type OpenedCatalog, openCatalog, printDiagnostics } from "../open-catalog.js";
import { type FindingFormat, isServiceFormat } from "../option-choices.js";
import { reportFindings } from "../report-findings.js";
import { writeBaseline } from "../write-baseline.js";

/** Options of the command. */
export interface CheckOptions {
  readonly format: FindingFormat;
  readonly maxWarnings?: number;
  readonly fix?: boolean;
  /** Write the baseline, or take out of it what is mended. */
  readonly baseline?: boolean;
}

/** Reports all that is wrong; errors, and more warnings than allowed, are findings. */
export async function check(
  named: readonly string[],
  { format, maxWarnings, fix = false, baseline = false }: CheckOptions,
  host: Host,
): Promise<ExitCode> {
  const folders = await findCatalogs(named, host);
  if (fix) for (const folder of folders) await fixFolder(folder, host);
  const opened = await Promise.all(
    folders.map((folder) =>
      baseline ? openWithBaseline(folder, host) : openCatalog(folder, host),
    ),
  );
  const diagnostics = opened.flatMap((each) => each.diagnostics);
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (isServiceFormat(format)) {
    const summaries = (rule: string) => rules[rule as RuleName];
    // A service goes by its report, not by what is said beside it.
    // Some services show the first errors alone: those that are errors anyway come first.
    const found = tooMany ? worstFirst(diagnostics).map(asError) : diagnostics;
    await reportFindings(found, format, summaries, host);
  } else if (format === "json") {
    const baselines = opened.flatMap(baselineData);
    host.out(`${formatJson(diagnostics, baselines.length === 0 ? {} : { baselines })}\n`);
  } else printDiagnostics(diagnostics, host);
  if (tooMany && format !== "json") host.err(`More than ${count(maxWarnings, "warning")}.\n`);
  const isFine = warnings === diagnostics.length && !tooMany;
  if (format === "text") {
    for (const each of opened) {
      const { catalog } = each;
      if (isFine)
        host.out(
          `${catalog?.name.value}: ${count(catalog?.entries.length ?? 0, "code")}, no errors.\n`,
        );
      host.out(`${coveredLine(each)}${unneededLine(each)}`);
    }
  }
  return isFine ? exitCode.fine : exitCode.findings;
}

async function openWithBaseline(folder: string, host: Host): Promise<OpenedCatalog> {
  const opened = await openCatalog(folder, host);
  return (await writeBaseline(opened, host)) ? openCatalog(folder, host) : opened;
}

function asError(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: "error" };
}

// What is mended goes to stderr: stdout is the report, in whatever format.
async function fixFolder(folder: string, host: Host): Promise<void> {
  const { fixCatalog } = await import("../../fix/fix-catalog.js");
  const { files, mends } = fixCatalog(await readCatalogFiles(folder, host.cwd));
  const written = files.map(({ path, text }) => ({ path: join(folder, path), text }));
  await writeCatalogFiles(folder, written, host);
  for (const { path, code, what } of mends)
    host.err(
      `${escapeForTerminal(`fixed ${path}: ${code === undefined ? "" : `${code}: `}${what}`)}\n`,
    );
}
