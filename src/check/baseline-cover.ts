/** Sets a baseline against what is found: what it covers is let be, and what it does not is reported. */
import type { Report } from "../diagnostics/report.js";
import type { RuleBook } from "../diagnostics/rule-definition.js";
import { type FindingCounts, numberOf } from "../model/baseline.js";
import type { Catalog } from "../model/catalog.js";

/** What a baseline may be about in a catalog, and what it is about. */
export interface BaselineUse {
  /** All that a baseline could cover, whatever `rules` in catalog.yaml make of it. */
  readonly found: FindingCounts;
  /** What the baseline does cover. */
  readonly covered: FindingCounts;
}

/** Takes the complaints about entries, and gives back those that are not covered. */
export interface BaselineCover<Name extends string> {
  /** The report for an entry: what codes can be exempted from is kept back. */
  readonly reportFor: (code: string, report: Report<Name>) => Report<Name>;
  /** Reports what was kept back and is not covered. */
  readonly settle: (report: Report<Name>) => BaselineUse;
}

/** The cover of a catalog. What a baseline that cannot be read covers nobody knows, so nothing is reported that it might. */
export function baselineCover<Name extends string>(
  { baseline, broken }: Pick<Catalog, "baseline" | "broken">,
  book: RuleBook<Name>,
): BaselineCover<Name> {
  const found = new Map<Name, Map<string, number>>();
  const kept: { readonly code: string; readonly complaint: Parameters<Report<Name>> }[] = [];
  const allowed = (rule: Name, code: string) =>
    baseline === undefined ? 0 : numberOf(baseline.counts, rule, code);
  return {
    reportFor:
      (code, report) =>
      (...complaint) => {
        const [rule] = complaint;
        if (!book[rule].exemptible) return report(...complaint);
        const codes = found.get(rule) ?? new Map<string, number>();
        found.set(rule, codes.set(code, (codes.get(code) ?? 0) + 1));
        if (broken.has("baseline")) return;
        if (allowed(rule, code) === 0) report(...complaint);
        else kept.push({ code, complaint });
      },
    settle: (report) => {
      const covered = new Map<Name, Map<string, number>>();
      for (const { code, complaint } of kept) {
        const [rule, at, message, extras = {}] = complaint;
        const [now, most] = [numberOf(found, rule, code), allowed(rule, code)];
        if (now <= most) {
          const codes = covered.get(rule) ?? new Map<string, number>();
          covered.set(rule, codes.set(code, now));
          continue;
        }
        // Which of them is new nobody knows.
        const cover = {
          at: baseline?.placeOf(rule, code) ?? at,
          message: `The baseline covers ${most} of ${now}.`,
        };
        report(rule, at, message, { ...extras, related: [...(extras.related ?? []), cover] });
      }
      return { found, covered };
    },
  };
}
