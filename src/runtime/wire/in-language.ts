/** What an answer says, in the language that was asked for. */
import type { Scope } from "./fill.js";
import type { EncodeOptions } from "./wire-options.js";

/**
 * The scope with message and title in the language that was asked for.
 *
 * @param said the error whose message it is, or the code of the catalog's own message without fields.
 * @param code the code of the answer, whose title it is.
 */
export function inLanguage(
  scope: Scope,
  said: { readonly code: string },
  code: string,
  options: EncodeOptions,
): Scope {
  const translations = options.translations ?? [];
  const [first] = translations;
  // A message that a service set for a single error has a language that nobody here knows.
  if (first?.original(said.code, said) !== scope.message) return scope;
  const chosen = first.choose(options.acceptLanguage, translations);
  const message = chosen?.message(said.code, said);
  if (chosen === undefined || message === undefined) return { ...scope, language: "en" };
  return { ...scope, message, title: chosen.title(code), language: chosen.locale };
}
