/** The report for people: each catalog in a few lines, what changed, and what is to be done. */
import { escapeForTerminal } from "../../diagnostics/escape.js";
import type { Finding } from "../../diagnostics/finding.js";
import { count } from "../../diagnostics/format-text.js";
import { isGateKind } from "../../gate/gate-kinds.js";
import type { CatalogReport, GateReport } from "../../gate/gate-report.js";
import { coveredText } from "../baseline-lines.js";
import { findingsText } from "../findings-text.js";
import { changesText } from "../format-changes.js";
import type { Host } from "../host.js";

/** The report as text. */
export function textReport({ base, catalogs, findings, problems }: GateReport, host: Host): string {
  // What changed stands with its catalog.
  const listed = new Set(
    catalogs.flatMap(({ gate }) => gate.changes.map(({ message }) => message)),
  );
  const shown = findings.filter((finding) => isShown(finding) && !listed.has(finding.message));
  return [
    `Compared with ${escapeForTerminal(base)}.`,
    ...catalogs.map((each) => catalogText(each, host)),
    ...(shown.length === 0 ? [] : [findingsText(shown, host)]),
    verdict(findings, problems),
  ].join("\n\n");
}

/** What changed has its place; what coverage cannot see is for `errdex coverage`; the rest of the notes is ours. */
function isShown({ rule, severity }: Finding): boolean {
  return rule !== "unread" && (severity !== "note" || isGateKind(rule));
}

function verdict(findings: readonly Finding[], problems: readonly string[]): string {
  if (problems.length > 0) return "errdex ci: not all could be looked at.";
  const failing = findings.filter(({ severity }) => severity === "error").length;
  return failing === 0 ? "errdex ci: passed." : `errdex ci: ${count(failing, "error")} to mend.`;
}

function catalogText(catalog: CatalogReport, host: Host): string {
  const { name, folder, movedFrom, version, baseVersion, gate, covered, outputs } = catalog;
  const { bold } = host.colors;
  const from = baseVersion === undefined || baseVersion === version ? "" : `${baseVersion} → `;
  const head = `${bold(escapeForTerminal(name))} ${escapeForTerminal(`${from}${version}`)} (${escapeForTerminal(folder)})`;
  const lines = [
    ...(baseVersion === undefined ? ["new"] : []),
    ...(movedFrom === undefined ? [] : [`was in ${movedFrom}`]),
    versionLine(catalog),
    outputs === undefined
      ? "outputs: not compared, since the catalog has errors"
      : `outputs: ${outputLine(outputs)}`,
    ...(covered === undefined ? [] : [`baseline: covers ${coveredText(covered)}`]),
  ];
  const facts = lines.map((line) => `  ${escapeForTerminal(line)}`);
  const changes = gate.changes.length === 0 ? [] : [changesText(gate.changes, host)];
  return [[head, ...facts].join("\n"), ...changes].join("\n\n");
}

function versionLine({
  version,
  gate: { from, needed, unreleased, refused },
}: CatalogReport): string {
  if (from === undefined) return "nothing was released yet";
  const since = `since ${from}: ${count(unreleased.length, "change")}`;
  if (refused.length > 0) return `${since}, ${refused.length} of them refused`;
  if (unreleased.length === 0) return since;
  return `${since}, for version ${needed ?? "?"} or later; the catalog says ${version}`;
}

function outputLine({ current, stale, ignored }: NonNullable<CatalogReport["outputs"]>): string {
  if (current + stale + ignored === 0) return "none";
  return [
    `${count(current, "file")} up to date`,
    ...(stale === 0 ? [] : [`${stale} to be built`]),
    ...(ignored === 0 ? [] : [`${ignored} that git ignores`]),
  ].join(", ");
}
