/** What the reports of services say about whatever `errdex ci` finds. */
import { type RuleName, rules } from "../../check/check-rules.js";
import {
  type CoverageKind,
  coverageKinds,
  isCoverageKind,
} from "../../coverage/report/coverage-kinds.js";
import { isChangeKind } from "../../diff/changes/change-kinds.js";
import { gateKinds, isGateKind } from "../../gate/gate-kinds.js";
import { changeTexts } from "../change-findings.js";
import type { FailLevel } from "../option-choices.js";
import type { RuleTexts } from "../report-findings.js";

/** Texts of rules, kinds of changes, of coverage, and of its own. */
export function ruleTexts(failOn: FailLevel): RuleTexts {
  const ofChange = changeTexts(failOn);
  return (rule) => {
    if (isGateKind(rule)) {
      const { severity, summary, reason } = gateKinds[rule];
      return { severity, summary, details: reason };
    }
    if (isChangeKind(rule)) return ofChange(rule);
    const kind = rule.replace(/^coverage-/, "");
    if (kind !== rule && isCoverageKind(kind))
      return { severity: "warning", summary: coverageKinds[kind as CoverageKind] };
    const { severity, summary } = rules[rule as RuleName];
    return { severity, summary };
  };
}
