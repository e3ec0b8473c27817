/** Makes the errors that constructors return. */
import { CatalogErrorObject, type CatalogErrorOptions, type ErrorEntry } from "./catalog-error.js";
import { detach, isPolluted, memberIn, ownMembers } from "./own-member.js";

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
  let given = options;
  if (isPolluted()) {
    detach(entry);
    given = ownMembers(options);
  }
  const Class = classOf(entry, CatalogErrorObject);
  if (!(given?.stack ?? entry.stack ?? true))
    return withoutStack(() => new Class(entry, message, given), 0) as never;
  const error = new CatalogErrorObject(entry, message, given);
  // A constructor of its own would be a part of the stack that is captured, which costs more than the prototype.
  if (Class !== CatalogErrorObject) Object.setPrototypeOf(error, Class.prototype);
  return error as never;
}

const classes = /*#__PURE__*/ new WeakMap<ErrorEntry, unknown>();

/** The class itself, or where the entry has fields that are internal or hold a secret one that hides them. */
export function classOf<Class extends typeof CatalogErrorObject>(
  entry: ErrorEntry,
  base: Class,
): Class {
  const secret = memberIn(entry, "secret");
  const internal = memberIn(entry, "internal");
  if (secret === undefined && internal === undefined) return base;
  let made = classes.get(entry) as Class | undefined;
  if (made === undefined) {
    made = class extends (base as typeof CatalogErrorObject) {} as Class;
    // Loggers print the name of the constructor.
    Reflect.deleteProperty(made.prototype, "constructor");
    for (const name of new Set([...(internal ?? []), ...(secret ?? []).map(([first]) => first)]))
      CatalogErrorObject.hide(made.prototype, name as string);
    classes.set(entry, made);
  }
  return made;
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
