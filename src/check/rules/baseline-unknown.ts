/** A baseline covers what a build does well without, and nothing else. */
import { guesser, quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";
import { canBeExempted } from "./exemption-unknown.js";

export const baselineUnknown = defineRule({
  name: "baseline-unknown",
  severity: "error",
  summary: "A baseline names rules that it can cover.",
  catalog: ({ baseline }, report, rules) => {
    if (baseline === undefined) return;
    const guess = guesser(() => Object.keys(rules).filter((name) => canBeExempted(name, rules)));
    for (const rule of baseline.counts.keys()) {
      if (canBeExempted(rule, rules)) continue;
      const at = baseline.placeOf(rule);
      if (Object.hasOwn(rules, rule))
        report(at, `A baseline cannot cover ${quoted(rule)}.`, {
          help: "What is built from the catalog relies on it, or it is about more than one code. Take these lines out, and mend what is found.",
        });
      else report(at, `There is no rule ${quoted(rule)} that a baseline can cover.`, guess(rule));
    }
  },
});
