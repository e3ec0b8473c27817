/** What reports say of a baseline, in a line each: what it covers, and what can be taken out of it. */
import { unneededCounts } from "../check/baseline-needs.js";
import { isWhole } from "../check/check-catalog.js";
import { escapeForTerminal } from "../diagnostics/escape.js";
import { count } from "../diagnostics/format-text.js";
import { countsByRule, type FindingCounts } from "../model/baseline.js";
import type { OpenedCatalog } from "./open-catalog.js";

/** What the baseline covers, as a line with its end; nothing where there is no baseline. */
export function coveredLine({ catalog, baseline }: OpenedCatalog): string {
  if (catalog?.baseline === undefined || baseline === undefined) return "";
  // What could not be read lacks nothing, so nothing of it is covered.
  if (baseline.covered.size === 0 && !isWhole(catalog)) return "";
  const { path } = catalog.baseline.at.file;
  return `${escapeForTerminal(`${path} covers ${countsText(baseline.covered)}`)}.\n`;
}

/** The same for programs: how often the baseline covers each rule, and how often for nothing. */
export function baselineData({ catalog, baseline }: OpenedCatalog): readonly object[] {
  if (catalog?.baseline === undefined || baseline === undefined) return [];
  const { path } = catalog.baseline.at.file;
  const data = (counts: FindingCounts) => Object.fromEntries(countsByRule(counts));
  const unneeded = data(unneededCounts(catalog, baseline));
  return [{ path, covered: data(baseline.covered), unneeded }];
}

/** What can be taken out of the baseline, as a line with its end; nothing where all is needed. */
export function unneededLine({ catalog, baseline }: OpenedCatalog): string {
  if (catalog?.baseline === undefined || baseline === undefined) return "";
  const unneeded = unneededCounts(catalog, baseline);
  if (unneeded.size === 0) return "";
  const { path } = catalog.baseline.at.file;
  const what = `${path} covers ${countsText(unneeded)} besides, which nobody finds any more`;
  return `${escapeForTerminal(what)}: \`errdex check --baseline\` takes that out.\n`;
}

/** `3 findings (missing-causes 2, missing-since 1)`. */
export function countsText(counts: FindingCounts): string {
  return coveredText(countsByRule(counts));
}

/** The same of counts by rule. */
export function coveredText(byRule: ReadonlyMap<string, number>): string {
  const rules = [...byRule].map(([rule, times]) => `${rule} ${times}`);
  const total = count(
    [...byRule.values()].reduce((sum, times) => sum + times, 0),
    "finding",
  );
  return rules.length === 0 ? total : `${total} (${rules.join(", ")})`;
}
