/** What is said for many entries is of use to one. */
import { defineRule } from "../rule.js";

export const defaultUnused = defineRule({
  name: "default-unused",
  severity: "warning",
  summary: "An entry goes by what `defaults` says.",
  catalog: ({ defaults, unreadable, hasUnknownCodes }, report) => {
    if (unreadable.size > 0 || hasUnknownCodes) return; // one of those may go by it
    for (const { key, at, value, isTaken } of defaults) {
      const isUsual =
        value.value === true && defaults.every((each) => each.key !== key || each.value.value);
      if (!isTaken) report(at, `No entry goes by this ${key}.`, { help: "Delete it." });
      else if (isUsual) report(at, "Errors capture a stack without this.", { help: "Delete it." });
    }
  },
});
