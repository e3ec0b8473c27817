/** HTTP dates, RFC 9110 section 5.6.7: the one form that is sent and the two that are still read. */

const months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
// Literals, not put together from parts: a bundler drops those where nothing reads a date.
const imfFixdate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/;
const rfc850 =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d):(\d\d):(\d\d) GMT$/;
const asctime =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/;

/**
 * The time that an HTTP date names, in milliseconds since 1970, or undefined where the text is none.
 *
 * A year of two digits that seems more than 50 years in the future is in the past.
 */
export function parseHttpDate(text: string, now: number = Date.now()): number | undefined {
  const fixed = imfFixdate.exec(text);
  if (fixed !== null) {
    const [, day, month, year, ...clock] = fixed;
    return timeOf(Number(year), month, day, clock);
  }
  const old = rfc850.exec(text);
  if (old !== null) {
    const [, day, month, year, ...clock] = old;
    const thisYear = new Date(now).getUTCFullYear();
    const near = thisYear - (thisYear % 100) + Number(year);
    return timeOf(near > thisYear + 50 ? near - 100 : near, month, day, clock);
  }
  const [, month, day, hour, minute, second, year] = asctime.exec(text) ?? [];
  return timeOf(Number(year), month, day, [hour, minute, second]);
}

function timeOf(
  year: number,
  month: string | undefined,
  day: string | undefined,
  clock: readonly (string | undefined)[],
): number | undefined {
  const [hour = Number.NaN, minute = 0, second = 0] = clock.map(Number);
  const monthIndex = months.split("|").indexOf(month ?? "");
  if (monthIndex < 0) return undefined;
  const date = new Date(Date.UTC(year, monthIndex, Number(day), hour, minute, second));
  // A day or hour that does not exist rolls over into the next; a leap second is the one that may.
  const exists = date.getUTCDate() === Number(day) && hour < 24 && minute < 60 && second <= 60;
  return exists || (second === 60 && hour === 23 && minute === 59) ? date.getTime() : undefined;
}
