/** Diagnostics for people: place, sentence, the line with a caret. */
import type pc from "picocolors";
import { type Place, placeFinder, type Span } from "../model/source.js";
import { displayWidth } from "./display-width.js";
import { escapeForTerminal } from "./escape.js";
import { type Finding, severities } from "./finding.js";
import { firstOfEach, kindsText } from "./first-of-each.js";

/** Colours of a terminal, or none. */
export type Colors = ReturnType<typeof pc.createColors>;

/** How a long report is cut. */
export interface CutStyle {
  readonly colors: Colors;
  /** What the reader adds or types to see all, such as `--all`. */
  readonly wholeBy: string;
}

/** All diagnostics and, at the end, how many there are. */
export function formatText(diagnostics: readonly Finding[], colors: Colors): string {
  return [...blocks(diagnostics, colors), summary(diagnostics)].join("\n\n");
}

/** The first diagnostics of each rule; where some are left out, how many there are of each; and how many in all. */
export function formatFirst(
  diagnostics: readonly Finding[],
  { colors, wholeBy }: CutStyle,
): string {
  const first = firstOfEach(diagnostics, (finding) => label(finding, colors));
  return [
    ...blocks(first.shown, colors),
    ...(first.more.size === 0 ? [] : [kindsText(first, wholeBy)]),
    summary(diagnostics),
  ].join("\n\n");
}

function blocks(diagnostics: readonly Finding[], colors: Colors): readonly string[] {
  const placeOf = placeFinder();
  const place = (at: Span) => {
    const { line, column } = placeOf(at);
    return `${escapeForTerminal(at.file.path)}:${line}:${column}`;
  };
  return diagnostics.map((finding) => {
    const { message, at, help, related = [] } = finding;
    return [
      `${colors.bold(place(at))} ${label(finding, colors)} ${escapeForTerminal(message)}`,
      ...frame(at, placeOf(at), colors),
      ...(help === undefined ? [] : [`  ${colors.cyan("help:")} ${escapeForTerminal(help)}`]),
      ...related.map(
        (other) =>
          `  ${colors.cyan("see:")} ${place(other.at)} ${escapeForTerminal(other.message)}`,
      ),
    ].join("\n");
  });
}

function label({ severity, rule }: Finding, colors: Colors): string {
  const color = { error: colors.red, warning: colors.yellow, note: colors.cyan }[severity];
  return `${color(severity)} ${colors.dim(rule)}`;
}

/** `2 errors, 1 warning`, and the notes where there are any. */
export function summary(diagnostics: readonly Finding[]): string {
  const counts = severities.flatMap((level) => {
    const { length } = diagnostics.filter(({ severity }) => severity === level);
    return level === "note" && length === 0 ? [] : [count(length, level)];
  });
  return counts.join(", ");
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

const widest = 120;

function frame(
  { file, start, end }: Span,
  { line, column }: Place,
  colors: Colors,
): readonly string[] {
  if (file.text === "") return [];
  // A long line is shown around the place; a file may be one line of many megabytes.
  const from = Math.max(start - column + 1, start - widest / 2);
  const [shown = ""] = file.text.slice(from, from + widest).split("\n", 1);
  // Cutting may have left half of a surrogate pair.
  const before = escapeForTerminal(shown.slice(0, start - from).replace(/^[\udc00-\udfff]/, ""));
  const rest = shown
    .slice(start - from)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd();
  const marked = escapeForTerminal(rest.slice(0, end - start));
  const gutter = String(line);
  return [
    `${colors.dim(`  ${gutter} |`)} ${before}${escapeForTerminal(rest)}`,
    `${colors.dim(`  ${" ".repeat(gutter.length)} |`)} ${" ".repeat(displayWidth(before))}${colors.red("^".repeat(Math.max(1, displayWidth(marked))))}`,
  ];
}
