/** Findings as a person reads them: the first of each rule, or all where that is asked for. */
import type { Finding } from "../diagnostics/finding.js";
import { formatFirst, formatText } from "../diagnostics/format-text.js";
import type { Host } from "./host.js";

/**
 * Findings as text.
 *
 * @param wholeBy what shows all; `--all` where the command has it.
 */
export function findingsText(
  findings: readonly Finding[],
  { colors, whole }: Host,
  wholeBy = "--all",
): string {
  return whole ? formatText(findings, colors) : formatFirst(findings, { colors, wholeBy });
}
