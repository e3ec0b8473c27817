/** Values of examples say what they seem to say. Reading asks the same of all other values. */
import { reportRespelled } from "../../diagnostics/respelled.js";
import { loadRules } from "../../load/load-rules.js";
import { respelledInExample } from "../../model/respelled.js";
import { defineRules } from "../rule.js";

export const yamlNumber = defineRules([{ ...loadRules["yaml-number"], name: "yaml-number" }], {
  reads: ["fields"],
  entry: ({ fields, examples }, { types }, report) => {
    for (const example of examples)
      for (const { at, mayBeText } of respelledInExample(example, fields, types))
        reportRespelled(at, mayBeText, report);
  },
});
