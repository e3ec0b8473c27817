/** How long to wait before trying again. */
import { type CatalogError, type CatalogErrorObject, entryOf } from "./catalog-error.js";
import { memberOf } from "./wire/layout.js";
import { parseRateLimit } from "./wire/rate-limit.js";
import { parseRetryAfter } from "./wire/retry-after.js";

/** How to work the delay out. */
export interface RetryDelayOptions {
  /** Milliseconds since 1970. Default: now. */
  readonly now?: number;
  /** Milliseconds: the delay is at most this. */
  readonly max?: number;
}

/**
 * The milliseconds to wait, or undefined where nothing says how long.
 *
 * One rule for all: the header Retry-After (RFC 9110 section 10.2.3), then `t` of the header RateLimit
 * (draft-ietf-httpapi-ratelimit-headers-10), then the paths of the entry's `delay`, in their order.
 * A date in the past is 0; what is negative, fractional or unreadable is passed over.
 */
export function retryDelay(
  error: CatalogError,
  { now = Date.now(), max = Number.POSITIVE_INFINITY }: RetryDelayOptions = {},
): number | undefined {
  const headers = error.received?.headers ?? {};
  const entry = (error as CatalogErrorObject)[entryOf];
  const seconds =
    parseRetryAfter(headers["retry-after"]?.trim() ?? "", now) ??
    parseRateLimit(headers.ratelimit ?? "") ??
    delayIn(error, entry.delay ?? []);
  return seconds === undefined ? undefined : Math.min(seconds * 1000, max);
}

/** The first of the paths that leads to a whole number of seconds, 0 or more. */
export function delayIn(
  fields: unknown,
  paths: readonly (readonly string[])[],
): number | undefined {
  for (const path of paths) {
    const value = path.reduce(memberOf, fields);
    if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  }
  return undefined;
}
