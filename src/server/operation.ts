/** Handlers that raise only what their operation declares. */
import type { CatalogError } from "../runtime/catalog-error.js";

import type { ServerCatalog } from "../runtime/server-catalog.js";
import { isErrorOf } from "./is-error-of.js";

/** The constructors of an operation's codes, by code. */
export type Raise<
  Constructors extends object,
  Operations extends object,
  Name extends keyof Operations,
> = Pick<
  Constructors,
  Extract<Operations[Name] extends readonly (infer Code)[] ? Code : never, keyof Constructors>
>;

/**
 * Binds handlers to operations. A handler gets the constructors of the operation's codes, and no others; what else it
 * raises of the catalog leaves as the fallback in production, and elsewhere fails as an {@link UndeclaredError}.
 *
 * `Framework` is what handlers of the framework are: it types the parameters of those that do not say theirs.
 */
export interface BindOperation<
  Constructors extends object,
  Operations extends object,
  Framework extends (...args: never[]) => unknown,
> {
  <const Name extends keyof Operations & string, Handler extends Framework>(
    name: Name,
    make: (raise: Raise<Constructors, Operations, Name>) => Handler,
  ): Handler;
  <const Name extends keyof Operations & string, Handler extends (...args: never[]) => unknown>(
    name: Name,
    make: (raise: Raise<Constructors, Operations, Name>) => Handler,
  ): Handler;
}

/** A handler raised a code that its operation does not declare. */
export class UndeclaredError extends Error {
  constructor(operation: string, code: string, cause: unknown) {
    super(`The operation ${operation} does not declare ${code}.`, { cause });
    this.name = "UndeclaredError";
  }
}

/** How a handler is bound. */
export interface Binding<Catalog> {
  readonly catalog: Catalog;
  readonly operation: string;
  /** Whether a code that is not declared fails by name instead of leaving as the fallback. */
  readonly strict: boolean;
}

/** The handler, which lets through what its operation declares and whatever is no error of the catalog. */
export function bindOperation<Handler extends (...args: never[]) => unknown>(
  handler: Handler,
  { catalog, operation, strict }: Binding<ServerCatalog>,
): Handler {
  const codes = (catalog.operations as Readonly<Record<string, readonly string[]>>)[operation];
  const refuse = (thrown: unknown): unknown => {
    const isUndeclared = isErrorOf(thrown, catalog) && codes?.includes(thrown.code) !== true;
    if (!isUndeclared) return thrown;
    const cause = new UndeclaredError(operation, (thrown as CatalogError).code, thrown);
    return strict ? cause : catalog.fallback({ cause });
  };
  const bound = function (this: unknown, ...args: never[]): unknown {
    try {
      const result = handler.apply(this, args);
      return isPromise(result)
        ? result.then(undefined, (thrown: unknown) => {
            throw refuse(thrown);
          })
        : result;
    } catch (thrown) {
      throw refuse(thrown);
    }
  };
  return bound as Handler;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return (
    value instanceof Promise || typeof (value as PromiseLike<unknown> | null)?.then === "function"
  );
}
