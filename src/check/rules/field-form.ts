/** What a field is called, and that it is called so once. */
import { quoted } from "../../diagnostics/suggest.js";
import { loadRules } from "../../load/load-rules.js";
import { defineRule } from "../rule.js";
import { reservedFields } from "./field-reserved.js";

export const fieldForm = defineRule({
  ...loadRules["field-form"],
  name: "field-form",
  entry: ({ fields }, _catalog, report) => {
    const seen = new Set<string>();
    for (const { name, at } of fields) {
      if (reservedFields.has(name)) continue;
      if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name))
        report(at, `${quoted(name)} is not letters, digits and _ that begin with a letter.`);
      else if (seen.has(name)) report(at, `The field ${quoted(name)} stands here a second time.`);
      seen.add(name);
    }
  },
});
