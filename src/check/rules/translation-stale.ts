/** A translation says what the English says now, as far as the ledger can tell. */
import { shortened } from "../../diagnostics/suggest.js";
import { staleRule, staleTranslations } from "../../diff/ledger/text-marks.js";
import { defineRule } from "../rule.js";

export const translationStale = defineRule({
  name: staleRule,
  severity: "warning",
  exemptible: true,
  summary: "A translation is changed with its English.",
  reads: ["title", "message", "meaning", "causes", "fixes", "retired"],
  entry: (entry, catalog, report) => {
    if (entry.retired !== undefined) return;
    for (const { tag, translation } of staleTranslations(entry, catalog))
      report(
        translation.at,
        `The English of ${entry.code} changed, and ${shortened(tag)} did not.`,
        {
          help: `Translate it again. If it is still right, say so with \`allow\`: \`{ rule: ${staleRule}, codes: [${entry.code}], reason: … }\`, until the next release.`,
          related: [{ at: entry.at, message: "This is what it says now." }],
        },
      );
  },
});
