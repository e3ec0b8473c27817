/** For which codes trying again can help. */
import type { Entry } from "./catalog.js";

/**
 * The statuses that by their definition speak of the moment and not of the request.
 *
 * 408, 502, 503 and 504 are of RFC 9110 (sections 15.5.9, 15.6.3 to 15.6.5), 425 is of RFC 8470 (section 5.2), 429 of
 * RFC 6585 (section 4). 500 is none of them: the condition is unexpected (RFC 9110 section 15.6.1), so nobody knows
 * whether it passes.
 */
const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/** Whether trying again can help, as the entry says; where it does not say, as all of its statuses do. */
export function isRetryable({ retry, statuses }: Entry): boolean {
  if (retry !== undefined) return retry.value !== "never";
  return statuses.length > 0 && statuses.every(({ value }) => passingStatuses.has(value));
}
