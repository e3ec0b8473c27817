/** HTTP dates, RFC 9110 section 5.6.7: the one form that is sent and the two that are still read. */

// Literals, not built from parts: a call at the top of a module would stay in every bundle.
const imfFixdate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/;
const rfc850 =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d\d)-(\w{3})-(\d\d) (\d\d:\d\d:\d\d) GMT$/;
const asctime = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\w{3}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/;

/**
 * The time that an HTTP date names, in milliseconds since 1970, or undefined where the text is none.
 *
 * A year of two digits that seems more than 50 years in the future is in the past.
 */
export function parseHttpDate(text: string, now: number): number | undefined {
  let [, day, month, year = "", clock] = imfFixdate.exec(text) ?? rfc850.exec(text) ?? [];
  if (day === undefined) [, month, day, clock, year = ""] = asctime.exec(text) ?? [];
  else if (year.length === 2) {
    const thisYear = new Date(now).getUTCFullYear();
    const near = thisYear - (thisYear % 100) + Number(year);
    year = String(near > thisYear + 50 ? near - 100 : near);
  }
  // A day that does not exist rolls over into the next month.
  const midnight = new Date(`${day} ${month} ${year} 00:00:00 GMT`);
  const [hours = 24, minutes = 0, seconds = 0] = clock?.split(":").map(Number) ?? [];
  // A minute may have a leap second at its end.
  const exists =
    midnight.getUTCDate() === Number(day) && hours < 24 && minutes < 60 && seconds <= 60;
  return exists ? midnight.getTime() + (hours * 3600 + minutes * 60 + seconds) * 1000 : undefined;
}
