/** The header Retry-After, RFC 9110 section 10.2.3. */
import { parseHttpDate } from "./http-date.js";

/**
 * The seconds that a Retry-After value asks to wait, from `now` in milliseconds since 1970.
 *
 * A date in the past is 0. Undefined where the value is neither `1*DIGIT` nor an HTTP date.
 */
export function parseRetryAfter(value: string, now: number = Date.now()): number | undefined {
  if (/^\d+$/.test(value)) {
    const seconds = Number(value);
    return Number.isSafeInteger(seconds) ? seconds : undefined;
  }
  const time = parseHttpDate(value, now);
  return time === undefined ? undefined : Math.max(0, Math.ceil((time - now) / 1000));
}
