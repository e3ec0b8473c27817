/** Collects the diagnostics of one run. */

import type { Span } from "../model/source.js";
import type { Diagnostic } from "./diagnostic.js";
import type { RelatedPlace } from "./finding.js";
import { type RuleName, rules } from "./rules.js";

/** What a complaint may say beyond its message. */
export interface ReportExtras {
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
}

/** Takes complaints; the severity is the rule's. */
export type Report = (rule: RuleName, at: Span, message: string, extras?: ReportExtras) => void;

/** A report and the list that it fills. */
export function collect(): { readonly report: Report; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
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
