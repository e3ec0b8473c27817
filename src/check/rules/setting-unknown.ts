/** Settings are of rules that there are. */
import { guesser, quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";

export const settingUnknown = defineRule({
  name: "setting-unknown",
  severity: "error",
  summary: "A setting names a rule that there is.",
  catalog: ({ settings }, report, rules) => {
    const guess = guesser(() => Object.keys(rules));
    for (const { value, at } of settings.map(({ rule }) => rule))
      if (!Object.hasOwn(rules, value))
        report(at, `There is no rule ${quoted(value)}.`, guess(value));
  },
});
