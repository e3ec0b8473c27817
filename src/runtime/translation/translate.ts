/** What to show people of an error. */
import type { CatalogError } from "../catalog-error.js";
import { isCatalogError, isUnrecognized } from "../guards.js";
import { memberIn } from "../own-member.js";
import { statusText } from "./status-text.js";
import type { Translation } from "./translation.js";

/** An error's texts in a language. */
export interface TranslatedTexts {
  /** Undefined where the translation has none. */
  readonly title: string | undefined;
  /** The error's own where the translation has none. */
  readonly message: string;
}

/**
 * What to show people of an error, in the language of the translation; without one in English.
 *
 * The message is the catalog's, by the code and fields of the error: one that a service set for a single error is not
 * translated, and stays in `error.message`. Where nobody knows the code, it is a sentence by the status: what such an
 * answer says itself may be for developers.
 */
export function translate(
  error: CatalogError,
  translation: Translation | undefined,
): TranslatedTexts {
  const { code, message } = error;
  const isOurs =
    translation !== undefined &&
    isCatalogError(error, translation.catalog, memberIn(translation, "owners"));
  const title = isOurs ? translation.title(code) : undefined;
  const translated = isOurs ? translation.message(code, error) : undefined;
  const isGuessed = isUnrecognized(error) || memberIn(error, "inferred") === true;
  const status = memberIn(error, "received")?.status || error.status;
  return {
    title,
    message: translated ?? (isGuessed ? statusText(status, translation) : message),
  };
}
