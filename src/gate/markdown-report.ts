/** The report as one comment on a pull request: what changes for whom, which version it asks for, what is not finished. */
import type { CodeCoverage, Coverage } from "../coverage/coverage.js";
import { escapeForMarkdown } from "../diagnostics/escape.js";
import type { Finding, PathInReport } from "../diagnostics/finding.js";
import { worstFirst } from "../diagnostics/finding.js";
import { firstOfEach } from "../diagnostics/first-of-each.js";
import { count } from "../diagnostics/format-text.js";
import { type Change, isRefused } from "../diff/changes/change.js";
import { placeFinder } from "../model/source.js";
import { isGateKind } from "./gate-kinds.js";
import type { CatalogReport, GateReport } from "./gate-report.js";

/** A comment of GitHub takes 65,536 characters, and one of GitLab more. */
const mostCharacters = 60_000;
const mostRows = 50;

/** By this a workflow finds the comment that it wrote before. */
export const reportMark = "<!-- errdex ci -->";

/** The report in Markdown. It is cut where a comment would not take it, and says so. */
export function markdownReport(report: GateReport, pathOf: PathInReport): string {
  const { base, catalogs, findings, problems, coverage } = report;
  const parts = [
    reportMark,
    `### errdex: ${verdict(report)}`,
    `Compared with ${code(base)}.`,
    ...(problems.length === 0 ? [] : [`**Could not be looked at**\n\n${list(problems.map(text))}`]),
    ...catalogs.map(catalogPart),
    ...findingsPart(findings, pathOf),
    ...(coverage === undefined ? [] : [coveragePart(coverage)]),
  ];
  let written = "";
  for (const [index, part] of parts.entries()) {
    if (written.length + part.length > mostCharacters)
      return `${written}_The rest (${count(parts.length - index, "part")}) is too long for a comment: see the log of the job._\n`;
    written += `${part}\n\n`;
  }
  return `${written.trimEnd()}\n`;
}

function verdict({ findings, problems }: GateReport): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  if (problems.length > 0) return "not all could be looked at";
  if (errors > 0) return `${count(errors, "error")}, ${count(warnings, "warning")}`;
  return warnings > 0 ? count(warnings, "warning") : "nothing to complain about";
}

function catalogPart(catalog: CatalogReport): string {
  const { name, folder, movedFrom, version, baseVersion, gate, outputs } = catalog;
  const versions =
    baseVersion === undefined || baseVersion === version
      ? code(version)
      : `${code(baseVersion)} → ${code(version)}`;
  const facts = [
    ...(baseVersion === undefined ? ["New in this change."] : []),
    ...(movedFrom === undefined ? [] : [`It was in ${code(movedFrom)}.`]),
    versionFact(catalog),
    ...coveredFact(catalog),
    ...(outputs === undefined ? ["Its outputs were not compared: it has errors."] : []),
    ...(outputs !== undefined && outputs.ignored > 0
      ? [
          `${count(outputs.ignored, "file")} of its outputs ${outputs.ignored === 1 ? "is" : "are"} not kept by git.`,
        ]
      : []),
  ];
  const { changes, refused } = gate;
  const heading = `**${text(name)}** ${versions} in ${code(folder)}`;
  const what = changes.length === 0 ? [] : [changesPart(changes, refused)];
  return [`${heading}\n\n${facts.join(" ")}`, ...what].join("\n\n");
}

function coveredFact({ covered }: CatalogReport): readonly string[] {
  if (covered === undefined) return [];
  const all = [...covered.values()].reduce((sum, number) => sum + number, 0);
  return [`Its baseline covers ${count(all, "finding")}.`];
}

function versionFact({
  version,
  gate: { from, needed, unreleased, refused },
}: CatalogReport): string {
  if (from === undefined) return "Nothing was released yet.";
  if (refused.length > 0)
    return `No version covers ${refused.length === 1 ? "a change" : `${refused.length} changes`} since ${code(from)}.`;
  if (unreleased.length === 0) return `Nothing has changed since ${code(from)}.`;
  const asked = `${count(unreleased.length, "change")} since ${code(from)} ${unreleased.length === 1 ? "asks" : "ask"} for ${code(needed ?? "a version")} or later`;
  return `${asked}; the catalog says ${code(version)}.`;
}

function changesPart(changes: readonly Change[], refused: readonly Change[]): string {
  const isWorst = (change: Change) =>
    refused.includes(change) || (change.suppressed === undefined && hurts(change));
  const worst = changes.filter(isWorst);
  const others = changes.filter((change) => !isWorst(change));
  const quiet =
    others.length === 0
      ? ""
      : `<details><summary>${count(others.length, "change")} that ${others.length === 1 ? "breaks" : "break"} nobody</summary>\n\n${changesTable(others)}\n\n</details>`;
  return [...(worst.length === 0 ? [] : [changesTable(worst)]), quiet].filter(Boolean).join("\n\n");
}

function hurts(change: Change): boolean {
  const { producers, consumers } = change;
  return isRefused(change) || producers === "breaks" || consumers === "breaks";
}

function changesTable(changes: readonly Change[]): string {
  const rows = changes.slice(0, mostRows).map((change) => {
    const { id, message, suppressed, producers, consumers, bump } = change;
    const said = suppressed === undefined ? message : `${message} Accepted: ${suppressed}`;
    const version = suppressed === undefined ? (isRefused(change) ? "refused" : bump) : "accepted";
    return row([code(id), text(said), producers, consumers, version]);
  });
  return [
    row(["Change", "", "Services", "Clients", "Version"]),
    row(["---", "---", "---", "---", "---"]),
    ...rows,
    ...moreRow(changes.length - rows.length),
  ].join("\n");
}

function findingsPart(all: readonly Finding[], pathOf: PathInReport): readonly string[] {
  const findings = worstFirst(
    all.filter(
      ({ rule, severity }) => rule !== "unread" && (severity !== "note" || isGateKind(rule)),
    ),
  );
  if (findings.length === 0) return [];
  const placeOf = placeFinder();
  const { shown, more } = firstOfEach(findings, ({ severity, rule }) => `${severity} ${rule}`);
  const rows = shown.map(({ rule, severity, message, help, at }) => {
    const { line } = placeOf(at);
    const said = help === undefined ? message : `${message} ${help}`;
    return row([severity, code(`${pathOf(at.file.path)}:${line}`), code(rule), text(said)]);
  });
  const table = [
    row(["", "Place", "Rule", "Finding"]),
    row(["---", "---", "---", "---"]),
    ...rows,
    ...[...more].map(([kind, rest]) => row(["", "", text(kind), `And ${rest} more.`])),
  ].join("\n");
  return [`**To be looked at**\n\n${table}`];
}

function coveragePart({ catalogs }: Coverage): string {
  const rows = catalogs.flatMap(({ codes }) =>
    codes.map((each) =>
      row([code(each.code), ...[raisedCell, handledCell, testedCell].map((cell) => cell(each))]),
    ),
  );
  const shares = catalogs.map(({ catalog, raised, handled, tested }) => {
    const share = ({ count: met, of }: { readonly count: number; readonly of: number }) =>
      `${met} of ${of}`;
    return `${text(catalog)}: raised ${share(raised)}, handled ${share(handled)}, tested ${share(tested)}.`;
  });
  const table =
    rows.length === 0 || rows.length > mostRows
      ? ""
      : `\n\n${[row(["Code", "raised", "handled", "tested"]), row(["---", "---", "---", "---"]), ...rows].join("\n")}`;
  return `**Coverage**\n\n${list(shares)}${table}`;
}

const raisedCell = ({ raised, raisedByHandler }: CodeCoverage): string =>
  mark(raised.length + raisedByHandler.length);
const handledCell = ({ handled, handledByCategory }: CodeCoverage): string =>
  mark(handled.length + handledByCategory.length);
const testedCell = ({ tests, recorded }: CodeCoverage): string =>
  mark(
    tests.raised.length +
      tests.handled.length +
      tests.named.length +
      (recorded === undefined ? 0 : recorded.raised + recorded.met),
  );

function mark(times: number): string {
  return times === 0 ? "no" : String(times);
}

function moreRow(rest: number): readonly string[] {
  return rest <= 0 ? [] : [row(["", `And ${rest} more.`])];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

// Whoever writes a comment calls people by their names and links to other places, so a mark that joins nothing keeps
// `@name` and `#1` of a stranger's text from doing so.
function text(plain: string): string {
  return escapeForMarkdown(plain).replace(/(@|#|:\\\/)/g, "$1\u2060");
}

function code(plain: string): string {
  return `<code>${text(plain)}</code>`;
}
