/** Telling errors of catalogs apart, by brand and code. */
import { type CatalogError, type CatalogErrorObject, entryOf } from "./catalog-error.js";
import { type Owners, ownerOf } from "./owners.js";
import type { UnrecognizedError } from "./unrecognized-error.js";

/**
 * Whether the value is an error of a catalog: of the named one, or of any.
 *
 * Errors from another copy of this package count too.
 *
 * @param owners the codes that the named catalog takes from others: errors of these count as its own.
 */
export function isCatalogError(
  value: unknown,
  catalog?: string,
  owners?: Owners,
): value is CatalogError {
  try {
    const entry = (value as Partial<CatalogErrorObject>)[entryOf];
    return (
      entry !== undefined &&
      (catalog === undefined || entry.catalog === ownerOf(entry.code, catalog, owners))
    );
  } catch {
    // What is nothing at all, a proxy or a descendant of an error has no entry of its own.
    return false;
  }
}

/** Whether the value is an error that decoding did not recognize, whatever the catalog. */
export function isUnrecognized(value: unknown): value is UnrecognizedError {
  // No catalog has a name without letters.
  return isCatalogError(value, "");
}

/** Whether the value is an error of the named catalog and has one of the codes. */
export function hasCodeOf(
  catalog: string,
  value: unknown,
  codes: readonly string[],
  owners?: Owners,
): boolean {
  return isCatalogError(value, catalog, owners) && codes.includes(value.code);
}

/** A handler for each code that an error may have. `ByCode`: the errors of a catalog by their codes. */
export type HandlersOf<Code extends keyof ByCode, ByCode> = {
  readonly [Each in Code]: (error: ByCode[Each]) => unknown;
};

/** Handlers without one for any other code. */
export type OnlyFor<Code, Given> = Given & {
  readonly [Each in keyof Given as Each extends Code ? never : Each]: never;
};

/** A handler for some of the codes that an error may have. */
export type SomeHandlersOf<Code extends keyof ByCode, ByCode> = Partial<HandlersOf<Code, ByCode>>;

/** The errors whose codes have no handler. */
export type RestOf<Code extends keyof ByCode, Given, ByCode> = ByCode[Exclude<Code, keyof Given>];

/** What one of the handlers returns. */
export type ResultOf<Handler> = Handler extends (error: never) => infer Result ? Result : never;

/**
 * Calls the handler for the error's code and returns what it returns.
 *
 * @param otherwise is called where there is none.
 * @throws TypeError where there is neither, which the types of the generated `match` rule out.
 */
export function matchError(
  error: CatalogError,
  handlers: object,
  otherwise?: (error: never) => unknown,
): unknown {
  const table = handlers as Record<string, (error: CatalogError) => unknown>;
  const handler =
    (Object.hasOwn(table, error.code) && table[error.code]) ||
    (otherwise as ((error: CatalogError) => unknown) | undefined);
  if (handler === undefined)
    throw new TypeError(`No handler for the code ${JSON.stringify(error.code)}`);
  return handler(error);
}

/** What the table says of the value's code, where the value is an error of the named catalog. */
export function markOf(
  catalog: string,
  table: Readonly<Record<string, string | null>>,
  value: unknown,
  owners?: Owners,
): string | null | undefined {
  if (!isCatalogError(value, catalog, owners) || !Object.hasOwn(table, value.code))
    return undefined;
  return table[value.code];
}
