/** A catalog in another language. */
import { formatMessage } from "../format-message.js";
import { chooseTranslation } from "./choose-translation.js";
import { type FillText, textFiller } from "./fill-text.js";
import type { TranslatedEntry } from "./translated-text.js";
import type { Translation } from "./translation.js";

/** The translation of a catalog. Generated modules call it once for each language. */
export function translation(
  catalog: string,
  locale: string,
  originals: Readonly<Record<string, readonly string[]>>,
  entries: Readonly<Record<string, TranslatedEntry>>,
): Translation {
  let fill: FillText | undefined;
  return {
    catalog,
    locale,
    title: (code) => own(entries, code)?.title,
    message(code, fields) {
      try {
        fill ??= textFiller(locale);
        for (const text of own(entries, code)?.messages ?? []) {
          const filled = fill(text, fields);
          if (filled !== undefined) return filled;
        }
      } catch {
        // A platform that knows no languages must not cost an error its code: it is told in English.
      }
      return undefined;
    },
    original: (code, fields) => formatMessage(own(originals, code) ?? [], fields),
    choose: chooseTranslation,
  };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
