/** Categories are declared and used. */
import { guesser, quoted } from "../diagnostics/suggest.js";
import type { Located } from "../model/source.js";
import type { CatalogCheck } from "./rule.js";

/** Reports categories that are unknown, once a file, and those that no entry has. */
export const checkCategories: CatalogCheck = (
  { categories, entries, unreadable, hasUnknownCodes },
  report,
) => {
  const known = new Set(categories.map(({ id }) => id));
  const guess = guesser(() => known);
  const named = new Map<number | string, Located<string>>();
  for (const { category } of entries)
    named.set(`${category.at.file.path} ${category.at.start}`, category);
  for (const { value, at } of named.values()) {
    if (known.has(value)) continue;
    report(
      "category-unknown",
      at,
      `There is no category ${quoted(value)} in catalog.yaml.`,
      guess(value),
    );
  }
  if (unreadable.size > 0 || hasUnknownCodes) return; // one of those may have it
  const used = new Set(entries.map(({ category }) => category.value));
  for (const { id, at } of categories) {
    if (!used.has(id)) report("category-empty", at, `No entry has the category ${quoted(id)}.`);
  }
};
