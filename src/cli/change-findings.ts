/** Changes as findings, for the services that run a build. */
import type { Finding, Severity } from "../diagnostics/finding.js";
import type { RuleText } from "../diagnostics/format-sarif.js";
import { type Change, isRefused } from "../diff/changes/change.js";
import { type Bump, bumps } from "../diff/changes/change-kind.js";
import { type ChangeKind, changeKinds } from "../diff/changes/change-kinds.js";
import type { Span } from "../model/source.js";
import { changePage } from "./explain-change.js";
import type { FailLevel } from "./option-choices.js";

type Classed = Pick<Change, "producers" | "consumers" | "bump">;

/** Whether a change, or every change of a kind, fails at a level. */
export function fails(change: Classed, level: FailLevel): boolean {
  if (level === "none") return false;
  if (isRefused(change)) return true;
  if (level === "refused") return false;
  return bumps.indexOf(change.bump) >= bumps.indexOf(level satisfies Bump);
}

/** What the changes of one catalog are reported with. */
export interface ChangeContext {
  readonly level: FailLevel;
  /** Whether the places in the base are files of the checkout: those of a commit are not. */
  readonly isBaseOnDisk: boolean;
  /** For what has no place: it is gone, or built in. */
  readonly catalogAt: Span;
}

/** A finding for each change. What fails is an error, what breaks somebody all the same is a warning. */
export function changeFindings(
  changes: readonly Change[],
  { level, isBaseOnDisk, catalogAt }: ChangeContext,
): readonly Finding[] {
  return changes.map((change): Finding => {
    const { id, message, location, before, suppressed } = change;
    const isGone = location === before;
    const at = isGone && !isBaseOnDisk ? undefined : location;
    const help = suppressed === undefined ? change.help : `It is accepted: ${suppressed}`;
    return {
      rule: id,
      severity: severityOf(change, level),
      message,
      at: at ?? catalogAt,
      ...(help === "" ? {} : { help }),
      ...(before === undefined || isGone || !isBaseOnDisk
        ? {}
        : { related: [{ at: before, message: "Before the change." }] }),
    };
  });
}

/** What a report says about kinds of changes. */
export function changeTexts(level: FailLevel): (rule: string) => RuleText {
  return (rule) => {
    const id = rule as ChangeKind;
    const kind = changeKinds[id];
    return {
      severity: severityOf(kind, level),
      summary: kind.summary,
      details: kind.reason,
      page: changePage(id),
    };
  };
}

function severityOf(
  change: Classed & { readonly suppressed?: string },
  level: FailLevel,
): Severity {
  if (fails(change, level)) return "error";
  const { producers, consumers, suppressed } = change;
  const hurts = isRefused(change) || producers === "breaks" || consumers === "breaks";
  return hurts && suppressed === undefined ? "warning" : "note";
}
