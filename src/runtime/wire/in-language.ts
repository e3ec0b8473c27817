/** What an answer says, in the language that was asked for. */
import { isCatalogError } from "../guards.js";
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
  { translations = [], acceptLanguage }: EncodeOptions,
): Scope {
  const [first] = translations;
  const isOwn = first?.original(said.code, said) === scope.message;
  // A message that a service set for a single error has a language that nobody here knows. One that arrived is not ours.
  if (!isOwn && !isReceived(said, first?.catalog)) return scope;
  const chosen = first?.choose(acceptLanguage, translations);
  const message = chosen?.message(said.code, said);
  if (chosen === undefined || message === undefined)
    return isOwn ? { ...scope, language: "en" } : scope;
  return { ...scope, message, title: chosen.title(code), language: chosen.locale };
}

function isReceived(said: { readonly code: string }, catalog: string | undefined): boolean {
  return isCatalogError(said, catalog) && said.received !== undefined;
}
