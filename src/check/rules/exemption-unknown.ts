/** Exemptions are from rules that a code can do without. */
import type { RuleBook } from "../../diagnostics/rule-definition.js";
import { guesser, quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";

export const exemptionUnknown = defineRule({
  name: "exemption-unknown",
  severity: "error",
  summary: "An exemption names a rule that can be exempted.",
  catalog: ({ exemptions }, report, rules) => {
    const guess = guesser(() => Object.keys(rules).filter((name) => canBeExempted(name, rules)));
    for (const { value, at } of exemptions.map(({ rule }) => rule))
      if (!canBeExempted(value, rules))
        report(at, `There is no rule ${quoted(value)} that can be exempted.`, guess(value));
  },
});

/** Whether there is a rule of this name that codes can do without. */
export function canBeExempted(name: string, rules: RuleBook): boolean {
  return Object.hasOwn(rules, name) && rules[name]?.exemptible === true;
}
