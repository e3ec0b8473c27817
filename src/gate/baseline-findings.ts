/** A baseline as it was in the base and as it is: it only ever shrinks, and is no larger than it has to be. */
import type { Finding } from "../diagnostics/finding.js";
import { count } from "../diagnostics/format-text.js";
import { quoted } from "../diagnostics/suggest.js";
import {
  type Baseline,
  countsBeyond,
  countsByRule,
  type FindingCounts,
  totalOf,
} from "../model/baseline.js";
import { type Catalog, liveEntries } from "../model/catalog.js";
import { type GateKind, gateKinds } from "./gate-kinds.js";

/** A catalog as it was and as it is, and what its baseline covers for nothing. */
export interface GatedBaseline {
  /** Undefined where the base does not have it, or there is no base. */
  readonly base: Catalog | undefined;
  readonly head: Catalog;
  readonly unneeded: FindingCounts;
}

/** What is to be said of the baseline. */
export function baselineFindings({ base, head, unneeded }: GatedBaseline): readonly Finding[] {
  const { baseline } = head;
  if (baseline === undefined) return [];
  const stale =
    unneeded.size === 0
      ? []
      : [
          finding(
            "baseline-stale",
            baseline,
            `${baseline.at.file.path} covers ${ruleText(unneeded)} that nobody finds any more.`,
          ),
        ];
  return [...stale, ...(base === undefined ? [] : growth(base, head, baseline))];
}

function growth(base: Catalog, head: Catalog, now: Baseline): readonly Finding[] {
  const before: FindingCounts = base.baseline?.counts ?? new Map();
  const known = new Set(base.entries.map(({ code }) => code));
  const live = new Set(liveEntries(head).map(({ code }) => code));
  const beyond = countsBeyond(now.counts, before);
  const grown: Finding[] = [];
  const begun = new Map<string, ReadonlyMap<string, number>>();
  for (const [rule, codes] of beyond) {
    const isNew = !before.has(rule);
    const older = new Map([...codes].filter(([code]) => isNew && known.has(code)));
    if (older.size > 0) begun.set(rule, older);
    const others = [...codes].filter(([code]) => !older.has(code));
    const more = others.reduce((sum, [, number]) => sum + number, 0);
    // A code that was renamed takes along what was let be.
    const left = [...(before.get(rule) ?? [])].filter(([code]) => !live.has(code));
    const [first] = others;
    if (first === undefined || more <= left.reduce((sum, [, number]) => sum + number, 0)) continue;
    const [code] = first;
    const rest = others.length === 1 ? "" : ` and ${others.length - 1} more`;
    grown.push(
      finding(
        "baseline-grown",
        now,
        `The baseline covers ${count(more, "finding")} of ${rule} that the base's does not: ${quoted(code)}${rest}.`,
        now.placeOf(rule, code),
      ),
    );
  }
  const fresh =
    begun.size === 0
      ? []
      : [finding("baseline-begun", now, `The baseline begins to cover ${ruleText(begun)}.`)];
  return [...grown, ...fresh];
}

function finding(rule: GateKind, { at }: Baseline, message: string, place = at): Finding {
  const { severity, reason } = gateKinds[rule];
  return { rule, severity, message, help: reason, at: place };
}

function ruleText(counts: FindingCounts): string {
  const rules = [...countsByRule(counts)].map(([rule, times]) => `${rule} ${times}`);
  return `${count(totalOf(counts), "finding")} (${rules.join(", ")})`;
}
