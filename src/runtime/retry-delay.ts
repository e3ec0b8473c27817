/** How long to wait before trying again. */
import { type CatalogError, type CatalogErrorObject, entryOf } from "./catalog-error.js";
import { isRecord } from "./is-record.js";
import { memberIn } from "./own-member.js";
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
export function retryDelay(error: CatalogError, options?: RetryDelayOptions): number | undefined {
  const headers = memberIn(error, "received")?.headers ?? {};
  const seconds =
    parseRetryAfter(memberIn(headers, "retry-after")?.trim() ?? "", memberIn(options, "now")) ??
    parseRateLimit(memberIn(headers, "ratelimit") ?? "") ??
    delayIn(error, delayPaths(error));
  return seconds === undefined
    ? undefined
    : Math.min(seconds * 1000, memberIn(options, "max") ?? Number.POSITIVE_INFINITY);
}

/** Where an error says how long to wait, in order of preference. */
export function delayPaths(error: CatalogError): readonly (readonly string[])[] {
  return memberIn((error as CatalogErrorObject)[entryOf], "delay") ?? [];
}

/** The first of the paths that leads to a whole number of seconds, 0 or more. */
export function delayIn(
  fields: unknown,
  paths: readonly (readonly string[])[],
): number | undefined {
  for (const path of paths) {
    const value = path.reduce(
      (inner: unknown, step) => (isRecord(inner) ? memberIn(inner, step) : undefined),
      fields,
    );
    if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  }
  return undefined;
}
