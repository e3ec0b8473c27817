/** Makes the errors that constructors return. */
import { CatalogErrorObject, type CatalogErrorOptions, type ErrorEntry } from "./catalog-error.js";

/** An error before its fields are set. The caller assigns them and knows their types. */
export type BareError = Error & { [field: string]: unknown };

/**
 * A real Error of the entry, with code, status, message and cause, without fields.
 *
 * `options.stack` decides whether a stack is captured, else the entry does, else one is.
 */
export function createError(
  entry: ErrorEntry,
  message: string,
  options?: CatalogErrorOptions,
): BareError {
  if (options?.stack ?? entry.stack ?? true)
    return new CatalogErrorObject(entry, message, options) as never;
  return withoutStack(() => new CatalogErrorObject(entry, message, options)) as never;
}

/** Sets a field that no enumeration shows: it stays in the process. */
export function setInternal(error: BareError, name: string, value: unknown): void {
  if (value !== undefined) Object.defineProperty(error, name, { value });
}

/**
 * The error that `make` makes, with its first line for a stack.
 *
 * No limit is faster than a limit of 0: V8 then does not begin to walk the stack.
 */
export function withoutStack<E extends Error>(make: () => E): E {
  const limit = Error.stackTraceLimit;
  limitStack();
  try {
    const error = make();
    error.stack = `${error.name}: ${error.message}`;
    return error;
  } finally {
    limitStack(limit);
  }
}

function limitStack(limit?: number): void {
  try {
    Error.stackTraceLimit = limit as number;
  } catch {
    // Where `Error` is frozen, a stack is captured and then replaced.
  }
}
