/** `baseline.json`: what was wrong with a list of codes before anybody looked, and is let be until somebody mends it. */
import type { Span } from "./source.js";

/** How often a rule is broken, by the rule, then by the code. */
export type FindingCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The findings that are let be. */
export interface Baseline {
  readonly at: Span;
  readonly counts: FindingCounts;
  /** The place of a rule, or of a code below it. */
  readonly placeOf: (rule: string, code?: string) => Span;
}

/** What of the counts is in others too, the smaller number of the two. */
export function commonCounts(counts: FindingCounts, others: FindingCounts): FindingCounts {
  return mapped(counts, (count, rule, code) => Math.min(count, numberOf(others, rule, code)));
}

/** By how much the counts are larger than others. */
export function countsBeyond(counts: FindingCounts, others: FindingCounts): FindingCounts {
  return mapped(counts, (count, rule, code) => count - numberOf(others, rule, code));
}

/** How often the rule is broken by the code. */
export function numberOf(counts: FindingCounts, rule: string, code: string): number {
  return counts.get(rule)?.get(code) ?? 0;
}

/** How often each rule is broken, in the order of their names. */
export function countsByRule(counts: FindingCounts): ReadonlyMap<string, number> {
  const sums = [...counts].map(([rule, codes]) => [rule, sum(codes.values())] as const);
  return new Map(sums.filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many findings the counts are of. */
export function totalOf(counts: FindingCounts): number {
  return sum(countsByRule(counts).values());
}

function sum(numbers: Iterable<number>): number {
  let all = 0;
  for (const number of numbers) all += number;
  return all;
}

/** Other counts in the place of these; what is left with none is left out. */
function mapped(
  counts: FindingCounts,
  change: (count: number, rule: string, code: string) => number,
): FindingCounts {
  const changed = [...counts].map(([rule, codes]) => {
    const left = [...codes].map(([code, count]) => [code, change(count, rule, code)] as const);
    return [rule, new Map(left.filter(([, count]) => count > 0))] as const;
  });
  return new Map(changed.filter(([, codes]) => codes.size > 0));
}
