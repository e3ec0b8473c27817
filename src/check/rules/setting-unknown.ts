/** Settings are of rules that there are. */
import { guesser, quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";

export const settingUnknown = defineRule({
  name: "setting-unknown",
  severity: "error",
  summary: "A setting names a rule that there is, and that is asked of the catalog.",
  catalog: ({ settings, consumes }, report, rules) => {
    const guess = guesser(() => Object.keys(rules));
    for (const { value, at } of settings.map(({ rule }) => rule))
      if (!Object.hasOwn(rules, value))
        report(at, `There is no rule ${quoted(value)}.`, guess(value));
      else if (consumes !== undefined && rules[value]?.forProducers === true)
        report(at, `${value} is not asked of a catalog that only consumes.`, {
          help: "Delete the setting.",
        });
  },
});
