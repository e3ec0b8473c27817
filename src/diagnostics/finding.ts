/** What a report shows: a complaint of `check`, and whatever else has a name, a severity and a place. */
import type { Span } from "../model/source.js";

/** From the worst to the least. An error fails a build; a warning never does by itself; a note is for who wants to know. */
export const severities = ["error", "warning", "note"] as const;
/** How bad it is. */
export type Severity = (typeof severities)[number];

/** Another place that a complaint speaks of. */
export interface RelatedPlace {
  readonly at: Span;
  readonly message: string;
}

/** Something to say about a place in a file. */
export interface Finding {
  /** A stable name, such as that of a rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what is wrong and what was expected. */
  readonly message: string;
  readonly at: Span;
  /** What to do, where the message does not say it. */
  readonly help?: string;
  /** Other places that have to do with it. */
  readonly related?: readonly RelatedPlace[];
}

/** Turns the path of a file into the one that a report is to name. */
export type PathInReport = (path: string) => string;

/** The worst first, and otherwise as they were. */
export function worstFirst<F extends Finding>(findings: readonly F[]): readonly F[] {
  const rank = ({ severity }: F) => severities.indexOf(severity);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}
