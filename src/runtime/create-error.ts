/** Makes the errors that constructors return. */
import { CatalogErrorObject, type CatalogErrorOptions, type ErrorEntry } from "./catalog-error.js";
import { ownMembers } from "./own-member.js";
import { withoutStack } from "./without-stack.js";

/** An error before its fields are set. The caller assigns them and knows their types. */
export type BareError = Error & { [field: string]: unknown };

/**
 * A real Error of the entry, with code, status, message and cause, without fields.
 *
 * It has no stack yet, unless none is wanted: `options.stack` decides, else the entry does. The constructor gives it
 * one by {@link captureStackTrace} when it is done.
 *
 * @param message makes the catalog's message. Where it throws, because a field is no text and cannot become one, the
 * code stands for it.
 */
export function createError(
  entry: ErrorEntry,
  message: () => string,
  options?: CatalogErrorOptions,
): BareError {
  const said = ownMembers(entry);
  const given = ownMembers(options);
  const Class = said.hide?.(CatalogErrorObject) ?? CatalogErrorObject;
  let text = said.code;
  try {
    text = `${given?.message ?? message()}`;
  } catch {}
  const make = () => new Class(said, text, given);
  const error: Error = "captureStackTrace" in Error ? withoutStack(make) : make();
  if (!(given?.stack ?? said.stack ?? true)) error.stack = `${said.code}: ${text}`;
  return error as never;
}

/**
 * Captures the stack above a function that was called, so that its first line is the place of the call. Does nothing
 * in an engine that cannot: there the error has the stack that it was made with.
 *
 * Constructors call it themselves and not in their `return`: each function between costs as much as a line of the
 * stack, and JavaScriptCore drops the frame of a function that returns a call.
 */
export const captureStackTrace: (error: Error, called: (...args: never) => unknown) => void =
  Error.captureStackTrace ?? (() => {});
