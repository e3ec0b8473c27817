/** What to show people of an error. */
import type { CatalogError } from "../catalog-error.js";
import { isCatalogError } from "../guards.js";
import type { Translation } from "./translation.js";

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
