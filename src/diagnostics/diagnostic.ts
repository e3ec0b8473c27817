/** A complaint about a catalog. */
import type { Finding } from "./finding.js";
import type { RuleName } from "./rules.js";

/** A complaint about a catalog, with its place. */
export interface Diagnostic extends Finding {
  readonly rule: RuleName;
  readonly severity: "error" | "warning";
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
