/** Every category is of use. */
import { quoted } from "../../diagnostics/suggest.js";
import { ownEntries } from "../../model/used-catalog.js";
import { defineRule } from "../rule.js";

export const categoryEmpty = defineRule({
  name: "category-empty",
  severity: "warning",
  summary: "A category has entries.",
  catalog: (catalog, report) => {
    const { categories, unreadable, hasUnknownCodes } = catalog;
    if (unreadable.size > 0 || hasUnknownCodes) return; // one of those may have it
    const used = new Set(ownEntries(catalog).map(({ category }) => category.value));
    for (const { id, at } of categories)
      if (!used.has(id)) report(at, `No entry has the category ${quoted(id)}.`);
  },
});
