/** Titles and messages, which every language has. */
import type { Catalog, Entry } from "../model/catalog.js";
import type { Located } from "../model/source.js";

/** A title and messages, in some language. */
export interface ShortTexts {
  readonly title: Located<string> | undefined;
  readonly messages: readonly Located<string>[];
}

/** The title and the messages of an entry, and what they are in each language of the catalog. */
export function shortTexts(entry: Entry, { locales }: Catalog): readonly ShortTexts[] {
  const translations = locales.flatMap((locale) => locale.entries.get(entry.code) ?? []);
  return [entry, ...translations].map(({ title, messages }) => ({
    title,
    messages: messages.map(({ text, at }) => ({ value: text, at })),
  }));
}
