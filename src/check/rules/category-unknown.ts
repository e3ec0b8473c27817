/** The categories of entries, and of translations, are declared. */
import { guesser, quoted } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import type { Located } from "../../model/source.js";
import { ownEntries } from "../../model/used-catalog.js";
import { defineRule } from "../rule.js";

export const categoryUnknown = defineRule({
  name: "category-unknown",
  severity: "error",
  summary: "A category is declared in catalog.yaml.",
  catalog: (catalog, report) => {
    const known = new Set(catalog.categories.map(({ id }) => id));
    const guess = guesser(() => known);
    for (const { value, at } of namedCategories(catalog)) {
      if (known.has(value)) continue;
      report(at, `There is no category ${quoted(value)} in catalog.yaml.`, guess(value));
    }
  },
});

function namedCategories(catalog: Catalog): readonly Located<string>[] {
  // All entries of a file have its category, which is one place.
  const ofFiles = new Map(
    ownEntries(catalog).map(({ category }) => [
      `${category.at.file.path} ${category.at.start}`,
      category,
    ]),
  );
  const translated = catalog.locales.flatMap(({ categories }) =>
    [...categories].map(([value, { at }]) => ({ value, at })),
  );
  return [...ofFiles.values(), ...translated];
}
