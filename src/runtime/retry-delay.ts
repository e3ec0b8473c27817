/** How long to wait before trying again. */
import { type CatalogError, type CatalogErrorObject, entryOf } from "./catalog-error.js";
import { isRecord } from "./is-record.js";
import { memberIn } from "./own-member.js";
import { parseOlderRateLimit, parseRateLimit, parseReset } from "./wire/rate-limit.js";
import { isDelay, parseRetryAfter } from "./wire/retry-after.js";

/** How to work the delay out. */
export interface RetryDelayOptions {
  /** Milliseconds since 1970. Default: now. */
  readonly now?: number;
  /** Milliseconds: the delay is at most this. */
  readonly max?: number;
}

/**
 * The milliseconds to wait, exactly, or undefined where nothing says how long. With others beside the error, the longest.
 *
 * One rule for all, in this order:
 * 1. the header `retry-after-ms`, which some services send because seconds are too coarse;
 * 2. Retry-After (RFC 9110 section 10.2.3), with fractions as well;
 * 3. `t` of RateLimit (draft-ietf-httpapi-ratelimit-headers-10), then `reset` of its older form, then RateLimit-Reset;
 * 4. X-RateLimit-Reset, where X-RateLimit-Remaining is 0: else it only says when the quota begins anew;
 * 5. the paths of the entry's `delay`, in their order;
 * 6. what else of the body its wire format takes for a delay.
 *
 * A date in the past is 0; what is negative or unreadable is passed over.
 */
export function retryDelay(error: CatalogError, options?: RetryDelayOptions): number | undefined {
  const now = memberIn(options, "now") ?? Date.now();
  const all = [error, ...(memberIn(error, "others") ?? [])];
  const delays = all.flatMap((each) => delayOf(each, now) ?? []);
  if (delays.length === 0) return undefined;
  return Math.min(Math.max(...delays), memberIn(options, "max") ?? Number.POSITIVE_INFINITY);
}

function delayOf(error: CatalogError, now: number): number | undefined {
  const headers = memberIn(error, "received")?.headers ?? {};
  const said = (name: string): string => memberIn(headers, name)?.trim() ?? "";
  const isSpent = /^0+$/.test(said("x-ratelimit-remaining"));
  const seconds =
    millisecondsIn(said("retry-after-ms")) ??
    parseRetryAfter(said("retry-after"), now) ??
    parseRateLimit(said("ratelimit")) ??
    parseOlderRateLimit(said("ratelimit"), said("ratelimit-reset"), now) ??
    (isSpent ? parseReset(said("x-ratelimit-reset"), now) : undefined) ??
    delayIn(error, delayPaths(error)) ??
    delayIn(memberIn(error, "received"), [["delay"]]);
  // Without what a fraction of a second lacks of exactness.
  return seconds && Number((seconds * 1000).toFixed(6));
}

function millisecondsIn(text: string): number | undefined {
  return /^\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) / 1000 : undefined;
}

/** Where an error says how long to wait, in order of preference. */
export function delayPaths(error: CatalogError): readonly (readonly string[])[] {
  return memberIn((error as CatalogErrorObject)[entryOf], "delay") ?? [];
}

/** The first of the paths that leads to a number of seconds, 0 or more. */
export function delayIn(
  fields: unknown,
  paths: readonly (readonly string[])[],
): number | undefined {
  for (const path of paths) {
    const value = path.reduce(
      (inner: unknown, step) => (isRecord(inner) ? memberIn(inner, step) : undefined),
      fields,
    );
    if (isDelay(value)) return value;
  }
  return undefined;
}
