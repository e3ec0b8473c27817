/** Every text has been translated into every language of the catalog. */
import { quoted, shortened } from "../../diagnostics/suggest.js";
import type { Entry } from "../../model/catalog.js";
import type { EntryTranslation } from "../../model/locale.js";
import { defineRule } from "../rule.js";

export const missingTranslation = defineRule({
  name: "missing-translation",
  severity: "warning",
  exemptible: true,
  summary: "Every locale translates every entry and category.",
  catalog: ({ locales, categories }, report) => {
    for (const locale of locales)
      for (const { id } of categories)
        if (!locale.categories.has(id)) {
          const tag = shortened(locale.tag.value);
          report(locale.tag.at, `${tag} has no title for the category ${quoted(id)}.`);
        }
  },
  reads: ["title", "message", "meaning", "causes", "fixes", "retired"],
  entry: (entry, { locales }, report) => {
    if (entry.retired !== undefined) return;
    for (const locale of locales) {
      if (locale.unreadable.has(entry.code)) continue;
      const translation = locale.entries.get(entry.code);
      const missing = missingTexts(entry, translation).map(quoted).join(", ");
      if (missing === "") continue;
      const tag = shortened(locale.tag.value);
      const at = translation?.at ?? locale.tag.at;
      report(at, `${tag} does not translate ${missing} of ${entry.code}.`);
    }
  },
});

const texts = {
  title: ({ title }: Texts) => title,
  message: ({ messages }: Texts) => messages[0],
  meaning: ({ meaning }: Texts) => meaning,
  causes: ({ causes }: Texts) => causes[0],
  fixes: ({ fixes }: Texts) => fixes[0],
};

type Texts = Pick<Entry | EntryTranslation, "title" | "meaning" | "causes" | "fixes"> & {
  readonly messages: readonly unknown[];
};

function missingTexts(entry: Entry, translation: EntryTranslation | undefined): readonly string[] {
  return Object.entries(texts).flatMap(([name, read]) =>
    read(entry) !== undefined && (translation === undefined || read(translation) === undefined)
      ? [name]
      : [],
  );
}
