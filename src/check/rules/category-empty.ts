/** Every category is of use. */
import { quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";

export const categoryEmpty = defineRule({
  name: "category-empty",
  severity: "warning",
  summary: "A category has entries.",
  catalog: ({ categories, entries, unreadable, hasUnknownCodes }, report) => {
    if (unreadable.size > 0 || hasUnknownCodes) return; // one of those may have it
    const used = new Set(entries.map(({ category }) => category.value));
    for (const { id, at } of categories)
      if (!used.has(id)) report(at, `No entry has the category ${quoted(id)}.`);
  },
});
