/** Coverage as findings, each with the line that it is about. */
import type { Finding, Severity } from "../../diagnostics/finding.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { Span } from "../../model/source.js";
import { hiddenTest, isHandled, isRaised, isTested } from "../count/catalog-coverage.js";
import type {
  CodeCoverage,
  Coverage,
  HiddenUse,
  UndeclaredCode,
  UnknownCode,
} from "../coverage.js";
import type { SourcePlace } from "../source-place.js";
import type { CoverageKind } from "./coverage-kinds.js";

/**
 * What was found: `coverage-unknown`, `coverage-undeclared`, …
 *
 * @param failing the kinds that are errors; the others are warnings, and what could not be seen a note.
 */
export function coverageFindings(
  { catalogs, unknown, undeclared, unseen }: Coverage,
  failing: ReadonlySet<CoverageKind>,
): readonly Finding[] {
  const finding = (
    kind: CoverageKind,
    parts: Pick<Finding, "message" | "at"> & Partial<Finding>,
  ): Finding => ({
    rule: `coverage-${kind}`,
    severity: coverageSeverity(kind, failing),
    ...parts,
  });
  const spanAt = blankSpans(unseen.map(({ place }) => place));
  const codes = catalogs.flatMap((catalog) => catalog.codes);
  const nowhere = (use: HiddenUse): ((code: string) => string) => {
    const isHidden = hiddenTest(unseen, use);
    return (code) =>
      isHidden(code) ? "nowhere in what was seen of the source" : "nowhere in the source";
  };
  const [raisedWhere, handledWhere] = [nowhere("raised"), nowhere("handled")];
  return [
    ...unknown.flatMap((each) =>
      each.span === undefined ? [] : [finding("unknown", { ...unknownParts(each), at: each.span })],
    ),
    ...undeclared.map((each) => finding("undeclared", undeclaredParts(each))),
    ...codes
      .filter((code) => code.toRaise && !isRaised(code))
      .map((code) =>
        finding("unraised", {
          message: unraisedMessage(code, raisedWhere(code.code)),
          at: code.at,
        }),
      ),
    ...codes
      .filter((code) => code.toHandle && !isHandled(code))
      .map(({ code, at }) =>
        finding("unhandled", { message: `${code} is handled ${handledWhere(code)}.`, at }),
      ),
    ...codes
      .filter((code) => code.toTest && !isTested(code))
      .map(({ code, at }) => finding("untested", { message: `No test meets ${code}.`, at })),
    ...unseen.map(({ message, place }) => finding("unseen", { message, at: spanAt(place) })),
  ];
}

/** How bad a kind is. Much of what cannot be seen has nothing to do with errors. */
export function coverageSeverity(kind: CoverageKind, failing: ReadonlySet<CoverageKind>): Severity {
  if (failing.has(kind)) return "error";
  return kind === "unseen" ? "note" : "warning";
}

// The text of most files is let go when they are read. A report wants the line and the column alone, so a text of blanks
// that is long enough for all places of a file will do.
function blankSpans(places: readonly SourcePlace[]): (place: SourcePlace) => Span {
  const widths = new Map<string, number[]>();
  for (const { path, line, column } of places) {
    const own = widths.get(path) ?? [];
    widths.set(path, own);
    while (own.length < line) own.push(0);
    own[line - 1] = Math.max(own[line - 1] ?? 0, column - 1);
  }
  const files = new Map(
    [...widths].map(([path, own]) => {
      const starts = [0];
      for (const width of own) starts.push((starts.at(-1) ?? 0) + width + 1);
      const text = own.map((width) => " ".repeat(width)).join("\n");
      return [path, { starts, file: { path, text } }];
    }),
  );
  return ({ path, line, column }) => {
    const { starts = [], file = { path, text: "" } } = files.get(path) ?? {};
    const start = (starts[line - 1] ?? 0) + column - 1;
    return { file, start, end: start };
  };
}

function unknownParts({ code, nearest, form }: UnknownCode): Pick<Finding, "message" | "help"> {
  const message = `No catalog has the code ${quoted(code)} of this ${form}.`;
  return nearest === undefined
    ? { message }
    : { message, help: `Did you mean ${quoted(nearest)}?` };
}

function undeclaredParts({ operation, code, handler, span }: UndeclaredCode) {
  const name = handler.name === undefined ? "The function" : `The function ${handler.name}`;
  const message = `The operation ${operation} does not declare ${code}, which is raised here.`;
  const where = `${handler.path}:${handler.line}:${handler.column}`;
  return { message, at: span, help: `${name} at ${where} is taken for the operation's.` };
}

function unraisedMessage({ code, passed }: CodeCoverage, where: string): string {
  const [first] = passed;
  if (first === undefined) return `${code} is raised ${where}.`;
  return `${code} is raised nowhere in the source, but passed on at ${first.path}:${first.line}:${first.column}.`;
}
