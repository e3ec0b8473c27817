/** Coverage for people: a table by code, then what was found. */

import { escapeForTerminal } from "../../diagnostics/escape.js";
import { firstOfEach, kindsText } from "../../diagnostics/first-of-each.js";
import type { Colors } from "../../diagnostics/format-text.js";
import { count, formatFirst, formatText } from "../../diagnostics/format-text.js";
import type { CatalogCoverage, CodeCoverage, Coverage, Share, Unseen } from "../coverage.js";
import type { SourcePlace } from "../source-place.js";
import { coverageFindings } from "./coverage-findings.js";
import type { CoverageKind } from "./coverage-kinds.js";

/** What to show. */
export interface TextOptions {
  readonly colors: Colors;
  /** The kinds that are shown as errors. */
  readonly failing: ReadonlySet<CoverageKind>;
  /** What the reader adds to see all. Where it is given, findings are cut after the first ten of each kind. */
  readonly wholeBy?: string;
}

/** The report: a table of all codes, and what was found. */
export function coverageText(coverage: Coverage, options: TextOptions): string {
  const { colors, failing, wholeBy } = options;
  const { files, testFiles, catalogs, unseen } = coverage;
  // What is not raised, handled or tested is in the table, and has a list of its own where it fails.
  const listed = new Set(["unknown", "undeclared", ...failing].map((kind) => `coverage-${kind}`));
  const shown = coverageFindings(coverage, failing).filter(({ rule }) => listed.has(rule));
  const blocks = [
    `${count(files - testFiles, "source")}, ${count(testFiles, "test")}`,
    ...catalogs.map((each) => catalogText(each, colors)),
    ...(shown.length === 0
      ? []
      : [
          wholeBy === undefined
            ? formatText(shown, colors)
            : formatFirst(shown, { colors, wholeBy }),
        ]),
    ...(unseen.length === 0 || failing.has("unseen") ? [] : [unseenText(unseen, options)]),
  ];
  return blocks.join("\n\n");
}

function unseenText(unseen: readonly Unseen[], { colors, wholeBy }: TextOptions): string {
  const first = firstOfEach(unseen, () => "  coverage-unseen");
  return [
    colors.bold("Not seen"),
    ...(wholeBy === undefined ? unseen : first.shown).map(
      ({ place, message }) => `  ${placeText(place)} ${escapeForTerminal(message)}`,
    ),
    ...(wholeBy === undefined || first.more.size === 0 ? [] : [kindsText(first, wholeBy)]),
  ].join("\n");
}

function catalogText({ catalog, codes, ...shares }: CatalogCoverage, colors: Colors): string {
  const hasRun = shares.recorded !== undefined;
  const head = [
    "code",
    "raised",
    "handled",
    "by category",
    "tests",
    ...(hasRun ? ["run"] : []),
    "",
  ];
  const rows = codes.map((code) => [code.code, ...countsOf(code, hasRun), whereText(code)]);
  const widths = head.map((title, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), title.length),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        if (column === 0) return cell.padEnd(width);
        return column === cells.length - 1 ? cell : cell.padStart(width);
      })
      .join("  ")
      .trimEnd();
  return [
    colors.bold(catalog),
    ...["raised", "handled", "tested", "recorded"].flatMap((name) => {
      const share = shares[name as keyof typeof shares];
      return share === undefined ? [] : [`  ${name.padEnd(9)}${shareText(share)}`];
    }),
    "",
    colors.dim(line(head)),
    ...rows.map((row) => line(row)),
  ].join("\n");
}

function shareText({ count: reached, of, percent, whole }: Share): string {
  return `${whole ? "" : "at least "}${reached} of ${of} codes (${percent} %)`;
}

// A point is easier to tell from a number than a 0 is; a dash stands for what nobody expects.
function countsOf(code: CodeCoverage, hasRun: boolean): readonly string[] {
  const { raised, raisedByHandler, handled, handledByCategory, tests, recorded } = code;
  const cell = (number: number, isExpected: boolean): string =>
    number > 0 ? String(number) : isExpected ? "." : "-";
  const run = recorded === undefined ? 0 : recorded.raised + recorded.decoded + recorded.met;
  return [
    cell(raised.length + raisedByHandler.length, code.toRaise),
    cell(handled.length, code.toHandle),
    cell(handledByCategory.length, code.toHandle),
    cell(testPlaces(code).length, code.toTest && tests !== undefined),
    ...(hasRun ? [cell(run, code.toTest)] : []),
  ];
}

/** The places in tests; a text that is also where a code is handled counts once. */
function testPlaces({ tests: { raised, handled, named } }: CodeCoverage): readonly string[] {
  return [...new Set([...raised, ...handled, ...named].map(placeText))];
}

function whereText({ raised, raisedByHandler, handled }: CodeCoverage): string {
  const [first] = raised;
  if (first !== undefined) return places("raised", first, raised.length + raisedByHandler.length);
  const [by, ...more] = raisedByHandler;
  if (by !== undefined) return `raised by the ${by}${more.length > 0 ? ` +${more.length}` : ""}`;
  const [other] = handled;
  return other === undefined ? "" : places("handled", other, handled.length);
}

function places(what: string, first: SourcePlace, all: number): string {
  return `${what} ${placeText(first)}${all > 1 ? ` +${all - 1}` : ""}`;
}

function placeText({ path, line, column }: SourcePlace): string {
  return `${escapeForTerminal(path)}:${line}:${column}`;
}
