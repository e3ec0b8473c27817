/** What a baseline has to say: as much as is found, and never more than it says already. */
import { commonCounts, countsBeyond, type FindingCounts } from "../model/baseline.js";
import type { Catalog } from "../model/catalog.js";
import type { BaselineUse } from "./baseline-cover.js";
import { isWhole } from "./check-catalog.js";
import { rules } from "./check-rules.js";
import { canBeExempted } from "./rules/exemption-unknown.js";

/**
 * What the baseline of a catalog has to cover. Undefined where nobody can tell: a part of the catalog could not be read,
 * or the baseline names rules that are none.
 */
export function neededBaseline(
  catalog: Catalog,
  { found }: BaselineUse,
): FindingCounts | undefined {
  const { baseline, settings } = catalog;
  if (!isWhole(catalog)) return undefined;
  if (baseline === undefined) {
    const off = new Set(
      settings.flatMap(({ rule, severity }) => (severity === "off" ? [rule.value] : [])),
    );
    return new Map([...found].filter(([rule]) => !off.has(rule)));
  }
  const isKnown = [...baseline.counts.keys()].every((rule) => canBeExempted(rule, rules));
  return isKnown ? commonCounts(baseline.counts, found) : undefined;
}

/** What the baseline covers and nobody finds any more. */
export function unneededCounts(catalog: Catalog, use: BaselineUse): FindingCounts {
  const needed = neededBaseline(catalog, use);
  const { baseline } = catalog;
  return baseline === undefined || needed === undefined
    ? new Map()
    : countsBeyond(baseline.counts, needed);
}
