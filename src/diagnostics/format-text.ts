/** Diagnostics for people: place, sentence, the line with a caret. */
import type pc from "picocolors";
import { placeFinder, type Span } from "../model/source.js";
import type { Diagnostic } from "./diagnostic.js";
import { escapeForTerminal } from "./escape.js";

/** Colours of a terminal, or none. */
export type Colors = ReturnType<typeof pc.createColors>;

/** All diagnostics and, at the end, how many there are. */
export function formatText(diagnostics: readonly Diagnostic[], colors: Colors): string {
  const placeOf = placeFinder();
  const place = (at: Span) => {
    const { line, column } = placeOf(at);
    return `${escapeForTerminal(at.file.path)}:${line}:${column}`;
  };
  const blocks = diagnostics.map(({ severity, rule, message, at, help, related = [] }) => {
    const label = severity === "error" ? colors.red(severity) : colors.yellow(severity);
    return [
      `${colors.bold(place(at))} ${label} ${colors.dim(rule)} ${escapeForTerminal(message)}`,
      ...frame(at, placeOf(at).line, colors),
      ...(help === undefined ? [] : [`  ${colors.cyan("help:")} ${escapeForTerminal(help)}`]),
      ...related.map(
        (other) =>
          `  ${colors.cyan("see:")} ${place(other.at)} ${escapeForTerminal(other.message)}`,
      ),
    ].join("\n");
  });
  return [...blocks, summary(diagnostics)].join("\n\n");
}

/** `2 errors, 1 warning`. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return `${count(errors, "error")}, ${count(diagnostics.length - errors, "warning")}`;
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

const widest = 120;

function frame({ file, start, end }: Span, line: number, colors: Colors): readonly string[] {
  if (file.text === "") return [];
  const lineStart = file.text.lastIndexOf("\n", start - 1) + 1;
  const newline = file.text.indexOf("\n", start);
  const lineEnd = newline === -1 ? file.text.length : newline;
  // A long line is shown around the place; a file may be one line of many megabytes.
  const from = Math.max(lineStart, start - widest / 2);
  const shown = file.text.slice(from, Math.min(lineEnd, from + widest)).trimEnd();
  const before = escapeForTerminal(shown.slice(0, start - from));
  const marked = escapeForTerminal(shown.slice(start - from, Math.min(end, lineEnd) - from));
  const gutter = String(line);
  return [
    `${colors.dim(`  ${gutter} |`)} ${before}${escapeForTerminal(shown.slice(start - from))}`,
    `${colors.dim(`  ${" ".repeat(gutter.length)} |`)} ${" ".repeat(before.length)}${colors.red("^".repeat(Math.max(1, marked.length)))}`,
  ];
}
