/** The severities that catalog.yaml sets. */
import { rules } from "../diagnostics/rules.js";
import { isLocked, isRuleName } from "../diagnostics/settings.js";
import { guesser, quoted } from "../diagnostics/suggest.js";
import type { CatalogCheck } from "./rule.js";

/** Reports settings of rules that there are not, or that cannot be lowered. */
export const checkSettings: CatalogCheck = ({ settings }, report) => {
  const guess = guesser(() => Object.keys(rules));
  for (const setting of settings) {
    const { value, at } = setting.rule;
    if (!isRuleName(value)) {
      report("setting-unknown", at, `There is no rule ${quoted(value)}.`, guess(value));
    } else if (isLocked(setting)) {
      report("setting-locked", at, `${value} is always an error: a build relies on it.`, {
        help: "Delete the setting.",
      });
    }
  }
};
