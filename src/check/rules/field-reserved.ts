/** Names that errors need themselves. */
import { quoted } from "../../diagnostics/suggest.js";
import { loadRules } from "../../load/load-rules.js";
import { objectMembers, reservedFields } from "../../model/reserved-fields.js";
import { defineRule } from "../rule.js";

export const fieldReserved = defineRule({
  ...loadRules["field-reserved"],
  name: "field-reserved",
  catalog: ({ context }, report) => {
    for (const { name, at } of context)
      if (objectMembers.includes(name))
        report(at, `Every object has a member ${quoted(name)} already.`, {
          help: "Choose another name.",
        });
  },
  entry: ({ fields }, _catalog, report) => {
    for (const { name, at } of fields)
      if (reservedFields.has(name))
        report(at, `Every error has a member ${quoted(name)} already.`, {
          help: "Choose another name.",
        });
  },
});
