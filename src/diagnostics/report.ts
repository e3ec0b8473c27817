/** Collects the diagnostics of one run. */

import type { Span } from "../model/source.js";
import type { Diagnostic } from "./diagnostic.js";
import type { RelatedPlace } from "./finding.js";
import type { RuleBook } from "./rule-definition.js";

/** What a complaint may say beyond its message. */
export interface ReportExtras {
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
}

/** Takes complaints; the severity is the rule's. */
export type Report<Name extends string> = (
  rule: Name,
  at: Span,
  message: string,
  extras?: ReportExtras,
) => void;

/** A report, and the list that it fills. */
export interface Collected<Name extends string> {
  readonly report: Report<Name>;
  readonly diagnostics: Diagnostic<Name>[];
}

/** A report of what breaks the rules. */
export function collect<Name extends string>(rules: RuleBook<Name>): Collected<Name> {
  const diagnostics: Diagnostic<Name>[] = [];
  return {
    diagnostics,
    report: (rule, { file, start, end }, message, extras = {}) =>
      diagnostics.push({
        rule,
        severity: rules[rule].severity,
        message,
        at: { file, start, end },
        ...extras,
      }),
  };
}
