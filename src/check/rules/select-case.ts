/** The cases of a select are values that its field can have. */
import { guesser, quoted } from "../../diagnostics/suggest.js";
import type { FieldType } from "../../model/field.js";
import { defineRule } from "../rule.js";
import { partFit, translatedParts } from "../translated-parts.js";

export const selectCase = defineRule({
  name: "select-case",
  severity: "warning",
  exemptible: true,
  summary: "A case of a select is a value that the field can have.",
  reads: ["fields"],
  entry: (entry, catalog, report) => {
    for (const { part } of translatedParts(entry, catalog)) {
      const fit = part.kind === "select" ? partFit(part, entry, catalog) : undefined;
      if (part.kind !== "select" || !fit?.isFit) continue;
      const known = new Set(fit.variants.flatMap(valuesOf));
      if (known.has(undefined)) continue;
      const values = new Set([...known].map(String));
      const guess = guesser(() => values);
      for (const { key, at } of part.cases)
        if (key !== "other" && !values.has(key))
          report(at, `{${part.path.join(".")}} is never ${quoted(key)}.`, guess(key));
    }
  },
});

/** The values of the type as texts; undefined among them where they cannot be listed. */
function valuesOf(type: FieldType): readonly unknown[] {
  if (type.kind === "enum") return type.values.filter((value) => value !== null);
  return type.kind === "scalar" && type.type === "boolean" ? [true, false] : [undefined];
}
