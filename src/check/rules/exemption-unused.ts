/** Exemptions are needed. */
import { quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";
import { canBeExempted } from "./exemption-unknown.js";

export const exemptionUnused = defineRule({
  name: "exemption-unused",
  severity: "warning",
  summary: "An exemption is needed.",
  afterwards: ({ exemptions, entries }, report, rules, isNeeded) => {
    const codes = new Set(entries.map(({ code }) => code));
    // One from a rule that cannot be exempted is another rule's.
    for (const { rule, codes: named } of exemptions.filter((each) =>
      canBeExempted(each.rule.value, rules),
    ))
      for (const { value: code, at } of named)
        if (codes.has(code) && !isNeeded(rule.value, code))
          report(at, `${quoted(code)} no longer needs this exemption from ${rule.value}.`, {
            help: "Delete it.",
          });
  },
});
