/** A complaint about a catalog. */
import type { Span } from "../model/source.js";
import type { RuleName } from "./rules.js";

/** An error fails a build; a warning never changes an exit code by itself. */
export type Severity = "error" | "warning";

/** A complaint about a catalog, with its place. */
export interface Diagnostic {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** One sentence: what is wrong and what was expected. */
  readonly message: string;
  readonly at: Span;
  /** What to do, where the message does not say it. */
  readonly help?: string;
  /** Other places that have to do with it. */
  readonly related?: readonly RelatedPlace[];
}

/** Another place that a complaint speaks of. */
export interface RelatedPlace {
  readonly at: Span;
  readonly message: string;
}

/** In the order of the files, then of the places in them. */
export function sortDiagnostics(
  diagnostics: readonly Diagnostic[],
  paths: readonly string[],
): readonly Diagnostic[] {
  const rank = new Map(paths.map((path, index) => [path, index]));
  const fileOf = ({ at }: Diagnostic) => rank.get(at.file.path) ?? -1;
  return [...diagnostics].sort((a, b) => fileOf(a) - fileOf(b) || a.at.start - b.at.start);
}

/** Whether any of them fails a build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
