/** A complaint about a catalog. */
import type { Finding } from "./finding.js";

/** A complaint about a catalog, with its place. */
export interface Diagnostic<Name extends string = string> extends Finding {
  readonly rule: Name;
  readonly severity: "error" | "warning";
}

/** In the order of the files, then of the places in them. */
export function sortDiagnostics<Name extends string>(
  diagnostics: readonly Diagnostic<Name>[],
  paths: readonly string[],
): readonly Diagnostic<Name>[] {
  const rank = new Map(paths.map((path, index) => [path, index]));
  const fileOf = ({ at }: Diagnostic) => rank.get(at.file.path) ?? -1;
  return [...diagnostics].sort((a, b) => fileOf(a) - fileOf(b) || a.at.start - b.at.start);
}

/** Whether any of them fails a build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
