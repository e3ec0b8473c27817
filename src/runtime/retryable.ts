/** Whether trying again can help. */
import { type CatalogError, type CatalogErrorObject, entryOf } from "./catalog-error.js";
import { isCatalogError, isUnrecognized, markOf } from "./guards.js";
import { memberIn } from "./own-member.js";
import type { Owners } from "./owners.js";

declare const retryable: unique symbol;

/**
 * Marks what trying again can help with, for types alone: whether it can is decided by more than the code, so what is
 * not marked may have any code too.
 */
export interface Retryable {
  readonly [retryable]: true;
}

/**
 * Whether trying again can help with an error whose code nobody said, by the status that arrived: 408, 425, 429, 500, 502,
 * 503 and 504. Undefined where the code was said: then that decides.
 */
export function retryableByStatus(error: CatalogError): boolean | undefined {
  if (!isUnrecognized(error) && memberIn(error, "inferred") !== true) return undefined;
  const status = memberIn(error, "received")?.status || error.status;
  return [408, 425, 429, 500, 502, 503, 504].includes(status);
}

/** The same of an error that a wire format decoded, whatever decides. */
export function isRetryableError(error: CatalogError): boolean {
  const entry = (error as CatalogErrorObject)[entryOf];
  return retryableByStatus(error) ?? memberIn(entry, "retry") === true;
}

/**
 * Whether the value is an error of the named catalog, or an unrecognized one, where trying again can help.
 *
 * @param retries what the catalog says of each code.
 * @param unsaid codes of which it says nothing, and whose statuses speak of the moment.
 * @param owners the codes that it takes from other catalogs.
 */
export function isRetryableIn(
  catalog: string,
  retries: Readonly<Record<string, string | null>>,
  value: unknown,
  unsaid: readonly string[] = [],
  owners?: Owners,
): boolean {
  if (!isUnrecognized(value) && !isCatalogError(value, catalog, owners)) return false;
  const mark = markOf(catalog, retries, value, owners);
  return (
    retryableByStatus(value) ??
    (mark === "after" || mark === "backoff" || unsaid.includes(value.code))
  );
}
