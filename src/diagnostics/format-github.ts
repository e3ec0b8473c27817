/** Findings as annotations of GitHub Actions, and as the Markdown of a job's summary. */
import { placeFinder } from "../model/source.js";
import { escapeForMarkdown, escapeForTerminal, wellFormed } from "./escape.js";
import { type Finding, type PathInReport, severities, worstFirst } from "./finding.js";
import { count, summary } from "./format-text.js";

/** GitHub shows this many annotations of each level for a step, and drops the rest without a word. */
const mostOfALevel = 10;

/** GitHub refuses a summary above 1 MiB; a step may write several. */
const mostSummary = 500_000;

/** Workflow commands, a line each: the worst first, as many as GitHub shows, and how many are left out. */
export function formatGithub(findings: readonly Finding[], pathOf: PathInReport): string {
  const placeOf = placeFinder();
  const shown = severities.flatMap((level) => {
    // The last of the notices says how many are left out.
    const most = level === "note" ? mostOfALevel - 1 : mostOfALevel;
    return findings.filter(({ severity }) => severity === level).slice(0, most);
  });
  const lines = shown.map(({ rule, severity, message, help, at }) => {
    const start = placeOf(at);
    const end = placeOf({ ...at, start: at.end });
    // GitHub takes columns only within one line.
    const columns =
      end.line === start.line ? { col: start.column, endColumn: end.column } : undefined;
    const properties = {
      file: pathOf(at.file.path),
      line: start.line,
      endLine: end.line,
      ...columns,
      title: rule,
    };
    return command(severity === "note" ? "notice" : severity, properties, [
      message,
      ...(help === undefined ? [] : [help]),
    ]);
  });
  const rest = findings.length - shown.length;
  if (rest > 0) {
    const text = `${count(rest, "more finding")} in the summary of this job: ${summary(findings)}.`;
    lines.push(command("notice", { title: "errdex" }, [text]));
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** All findings as a table, as far as a summary of GitHub has room. */
export function formatGithubSummary(findings: readonly Finding[], pathOf: PathInReport): string {
  const placeOf = placeFinder();
  const head = `### errdex: ${summary(findings)}\n\n`;
  if (findings.length === 0) return head;
  const rows = ["|  | Place | Rule | Message |\n| --- | --- | --- | --- |\n"];
  let size = 0;
  let shown = 0;
  for (const { severity, rule, message, help, at } of worstFirst(findings)) {
    const { line, column } = placeOf(at);
    const place = `${pathOf(at.file.path)}:${line}:${column}`;
    const said = help === undefined ? message : `${message} ${help}`;
    const cells = [severity, place, rule, said].map(escapeForMarkdown);
    const row = `| ${cells.join(" | ")} |\n`;
    size += Buffer.byteLength(row);
    if (size > mostSummary) break;
    rows.push(row);
    shown += 1;
  }
  const rest = findings.length - shown;
  return `${head}${rows.join("")}${rest === 0 ? "" : `\nAnd ${rest} more.\n`}\n`;
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string {
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  );
  const data = lines.map((line) => escapeForTerminal(wellFormed(line))).join("\n");
  return `::${name} ${written.join(",")}::${escapeData(data)}`;
}

// As `toCommandValue` of @actions/core does; the runner undoes no others.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(escapeForTerminal(wellFormed(text)))
    .replaceAll(":", "%3A")
    .replaceAll(",", "%2C");
}
