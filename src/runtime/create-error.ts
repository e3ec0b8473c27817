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
  const make = () => new CatalogErrorObject(entry, message, given);
  const isTraced = given?.stack ?? entry.stack ?? true;
  return withHiddenFields(isTraced ? make() : withoutStack(make, 0), entry) as never;
}

const prototypes = /*#__PURE__*/ new WeakMap<ErrorEntry, object>();

/** The error, whose fields that are internal or hold a secret will be no properties of its own. */
export function withHiddenFields<Made extends CatalogErrorObject>(
  error: Made,
  entry: ErrorEntry,
): Made {
  const secret = memberIn(entry, "secret");
  const internal = memberIn(entry, "internal");
  if (secret === undefined && internal === undefined) return error;
  let prototype = prototypes.get(entry);
  if (prototype === undefined) {
    prototype = Object.create(Object.getPrototypeOf(error)) as object;
    for (const name of new Set([...(internal ?? []), ...(secret ?? []).map(([first]) => first)]))
      CatalogErrorObject.hide(prototype, name as string);
    prototypes.set(entry, prototype);
  }
  // Another class would cost more: each level of constructors is a part of the stack that is captured.
  return Object.setPrototypeOf(error, prototype);
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
