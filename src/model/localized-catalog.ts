/** A catalog as readers of another language see it. */
import type { Catalog, Entry } from "./catalog.js";
import type { EntryTranslation, Locale } from "./locale.js";

/**
 * The catalog with the texts of a locale laid over its own: titles, meanings, causes and fixes.
 *
 * What the locale lacks stays. Messages stay too, because those of a locale are of another kind: see `outlineOf`.
 */
export function localizedCatalog(catalog: Catalog, locale: Locale): Catalog {
  return {
    ...catalog,
    title: locale.title ?? catalog.title,
    categories: catalog.categories.map((category) => {
      const translated = locale.categories.get(category.id);
      return translated === undefined ? category : { ...category, title: translated.title.value };
    }),
    entries: catalog.entries.map((entry) => {
      const translation = locale.entries.get(entry.code);
      return translation === undefined ? entry : localizedEntry(entry, translation);
    }),
  };
}

function localizedEntry(entry: Entry, translation: EntryTranslation): Entry {
  const { title, meaning, causes, fixes } = translation;
  return {
    ...entry,
    title: title ?? entry.title,
    meaning: meaning ?? entry.meaning,
    // A list is translated as a whole: items of two languages would not read as one.
    causes: causes.length > 0 ? causes : entry.causes,
    fixes: fixes.length > 0 ? fixes : entry.fixes,
  };
}
