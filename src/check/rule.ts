/** What a rule of `check` is: what it wants, and how it is asked. */
import type { Report, ReportExtras } from "../diagnostics/report.js";
import {
  type RuleBook,
  type RuleDefinition,
  type RuleText,
  ruleDefinition,
} from "../diagnostics/rule-definition.js";
import type { Catalog, Entry } from "../model/catalog.js";
import type { EntryKey } from "../model/entry-keys.js";
import type { Span } from "../model/source.js";
import type { Proofs } from "../wire/proofs.js";

/** How something is asked of a catalog: once, of each of its entries, or both. `R` takes the complaints. */
export interface Questions<R> {
  /** @param rules all rules that there are. */
  readonly catalog?: (catalog: Catalog, report: R, rules: RuleBook) => void;
  /** What is complained about here can be exempted for the entry's code, where the rule allows it. */
  readonly entry?: (entry: Entry, catalog: Catalog, report: R) => void;
  /** The keys of an entry without which `entry` would mislead: it is not asked where one could not be read. */
  readonly reads?: readonly EntryKey[];
  /** Asked when all entries have been: whether an exemption from a rule was needed for a code. */
  readonly afterwards?: (catalog: Catalog, report: R, rules: RuleBook, isNeeded: IsNeeded) => void;
  /**
   * Asked of a catalog that can be run: it was read as a whole, and has no fault that an emitter minds.
   *
   * @param proofs of what an earlier run found to be without fault.
   */
  readonly running?: (catalog: Catalog, report: R, proofs?: Proofs) => void;
}

type IsNeeded = (rule: string, code: string) => boolean;

/** Rules that are asked together. */
export interface Check<Name extends string = string> extends Questions<Report<Name>> {
  readonly rules: readonly RuleDefinition<Name>[];
}

/** Takes complaints of one rule. */
export type Complain = (at: Span, message: string, extras?: ReportExtras) => void;

/** A rule, in a file that is named after it. */
export function defineRule<const Name extends string>({
  catalog,
  entry,
  afterwards,
  running,
  reads = [],
  ...rule
}: RuleText<Name> & Questions<Complain>): Check<Name> {
  const { name } = rule;
  const complaining =
    (report: Report<Name>): Complain =>
    (...complaint) =>
      report(name, ...complaint);
  return {
    rules: [ruleDefinition(rule)],
    reads,
    ...(catalog && {
      catalog: (all, report, rules) => catalog(all, complaining(report), rules),
    }),
    ...(afterwards && {
      afterwards: (all, report, ...rest) => afterwards(all, complaining(report), ...rest),
    }),
    ...(running && { running: (all, report, proofs) => running(all, complaining(report), proofs) }),
    ...(entry && { entry: (each, all, report) => entry(each, all, complaining(report)) }),
  };
}

/** Rules whose breaches are found on one walk. */
export function defineRules<const Name extends string>(
  rules: readonly RuleText<Name>[],
  questions: Questions<Report<NoInfer<Name>>>,
): Check<Name> {
  return { rules: rules.map(ruleDefinition), ...questions };
}
