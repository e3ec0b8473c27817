/** The header Retry-After, RFC 9110 section 10.2.3. */
import { parseHttpDate } from "./http-date.js";

/**
 * The seconds that a Retry-After value asks to wait, from `now` in milliseconds since 1970.
 *
 * A date in the past is 0. More than the standard has is read: fractions (`2.5`), and one number that was sent several
 * times and joined (`20, 20`). Undefined where the value is neither a number nor an HTTP date.
 */
export function parseRetryAfter(value: string, now: number = Date.now()): number | undefined {
  const [, text] = /^(\d+(?:\.\d+)?)(?:, *\1)*$/.exec(value) ?? [];
  if (text !== undefined) {
    const seconds = Number(text);
    return isDelay(seconds) ? seconds : undefined;
  }
  const time = parseHttpDate(value, now);
  return time === undefined ? undefined : Math.max(0, Math.ceil((time - now) / 1000));
}

/** Whether the value is a number of seconds, 0 or more. */
export function isDelay(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}
