/** What ICU MessageFormat does with a field fits the field's type. */
import { defineRule } from "../rule.js";
import { partFit, translatedParts } from "../translated-parts.js";

export const placeholderType = defineRule({
  name: "placeholder-type",
  severity: "error",
  summary: "A plural or number stands for a number, a date for a date, and no select for a list.",
  reads: ["fields"],
  entry: (entry, catalog, report) => {
    for (const { part } of translatedParts(entry, catalog)) {
      const fit = partFit(part, entry, catalog);
      if (fit === undefined || fit.isFit) continue;
      report(part.at, `{${part.path.join(".")}} is not ${fit.wants}, as ${part.kind} needs it.`);
    }
  },
});
