/** Settings leave alone what a build relies on. */
import { isLocked } from "../../diagnostics/settings.js";
import { defineRule } from "../rule.js";

export const settingLocked = defineRule({
  name: "setting-locked",
  severity: "error",
  summary: "A setting makes less of no rule that a build relies on.",
  catalog: ({ settings }, report, rules) => {
    for (const { rule } of settings.filter((setting) => isLocked(setting, rules)))
      report(rule.at, `${rule.value} is always an error: a build relies on it.`, {
        help: "Delete the setting.",
      });
  },
});
