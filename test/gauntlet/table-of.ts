/** The table of `npm run gauntlet`: a line for each format. */
import type { Question } from "./run-case.js";
import { type FormatReport, failuresOf } from "./run-format.js";

const questions = ["decode", "trip", "anew", "encode"] as const satisfies readonly Question[];

/**
 * The table as text.
 *
 * @param isVerbose with a line for each failure, and what is said of catalogs.
 */
export function tableOf(reports: readonly FormatReport[], isVerbose: boolean): string {
  const lines = [
    row("format", "build", questions, "needs"),
    ...reports.flatMap((report) => [
      row(report.format, report.build, countsOf([report]), notesOf(report)),
      ...(isVerbose ? detailsOf(report) : []),
    ]),
    row(`${reports.length} formats`, "", countsOf(reports), `${wholeOf(reports)} pass whole`),
  ];
  return `${lines.join("\n")}\n`;
}

function row(name: string, build: string, cells: readonly string[], notes: string): string {
  const right = [build, ...cells].map((cell) => cell.padStart(8)).join("");
  return `${name.padEnd(18)}${right}  ${notes}`;
}

function countsOf(reports: readonly FormatReport[]): readonly string[] {
  return questions.map((question) => {
    const asked = reports.flatMap(({ outcomes }) =>
      outcomes.filter((outcome) => outcome.question === question),
    );
    const right = asked.filter(({ problems }) => problems.length === 0);
    return asked.length === 0 ? "-" : `${right.length}/${asked.length}`;
  });
}

/** Of what failed, what it needs, the most wanted first. */
function notesOf({ build, outcomes }: FormatReport): string {
  if (build === "fails") return "";
  const failed = outcomes.filter(({ problems }) => problems.length > 0);
  if (failed.length === 0) return "all pass";
  const needs = new Map<string, number>();
  for (const outcome of failed)
    for (const need of outcome.needs.length > 0 ? outcome.needs : ["nothing special"])
      needs.set(need, (needs.get(need) ?? 0) + 1);
  return [...needs]
    .sort(([, one], [, other]) => other - one)
    .map(([need, count]) => `${need} ×${count}`)
    .join(", ");
}

function detailsOf(report: FormatReport): readonly string[] {
  const warnings = report.build === "warns" ? report.said.map((line) => `[build] ${line}`) : [];
  return [...warnings, ...failuresOf(report)].map((line) => `    ${line.replaceAll("\n", " ")}`);
}

function wholeOf(reports: readonly FormatReport[]): number {
  return reports.filter((report) => failuresOf(report).length === 0).length;
}
