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
  return withoutStack(() => new CatalogErrorObject(entry, message, options), 0) as never;
}

/** Sets a field that no enumeration shows: it stays in the process. */
export function setInternal(error: BareError, name: string, value: unknown): void {
  if (value !== undefined) Object.defineProperty(error, name, { value });
}

/**
 * Runs `make` while no stack is captured. Where `Error` is frozen the stack is captured all the same.
 *
 * @param limit 0 leaves an error its first line for a stack; undefined leaves it nothing, and is more than twice as fast.
 */
export function withoutStack<T>(make: () => T, limit: 0 | undefined): T {
  const before = Error.stackTraceLimit;
  try {
    Error.stackTraceLimit = limit as number;
  } catch {
    return make();
  }
  try {
    return make();
  } finally {
    Error.stackTraceLimit = before;
  }
}
