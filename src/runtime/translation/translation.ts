/** A catalog in another language. */
import type { CatalogError } from "../catalog-error.js";
import { formatMessage } from "../format-message.js";
import { isCatalogError } from "../guards.js";
import { type FillText, textFiller } from "./fill-text.js";
import type { TranslatedEntry } from "./translated-text.js";

/** The texts of a catalog in a language. Generated modules have one for each of theirs. */
export interface Translation {
  readonly catalog: string;
  /** A BCP 47 language tag. */
  readonly locale: string;
  title(code: string): string | undefined;
  /** The first message whose fields are all present, filled; undefined where there is none. */
  message(code: string, fields: object): string | undefined;
  /** What the catalog itself says, in its own language: what another message differs from. */
  original(code: string, fields: object): string | undefined;
}

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
      fill ??= textFiller(locale);
      for (const text of own(entries, code)?.messages ?? []) {
        const filled = fill(text, fields);
        if (filled !== undefined) return filled;
      }
      return undefined;
    },
    original: (code, fields) => formatMessage(own(originals, code) ?? [], fields),
  };
}

/** An error's texts in a language. */
export interface TranslatedTexts {
  /** Undefined where the translation has none. */
  readonly title: string | undefined;
  /** The error's own where the translation has none. */
  readonly message: string;
}

/**
 * What to show people of an error, in the language of the translation.
 *
 * The message is the catalog's, by the code and fields of the error: one that a service set for a single error is not
 * translated, and stays in `error.message`.
 */
export function translate(error: CatalogError, translation: Translation): TranslatedTexts {
  const { code, message } = error;
  if (!isCatalogError(error, translation.catalog)) return { title: undefined, message };
  return {
    title: translation.title(code),
    message: translation.message(code, error) ?? message,
  };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
