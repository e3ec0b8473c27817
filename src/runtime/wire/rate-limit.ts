/** What headers say of a quota: RateLimit, draft-ietf-httpapi-ratelimit-headers-10, and what was sent before it. */

// Made when a header is read: at the top of the module it would be in every bundle.
function patterns(): { readonly item: RegExp; readonly parameter: RegExp } {
  const key = "[a-z*][a-z0-9_.*-]*";
  const integer = "-?\\d{1,15}";
  const text = '"(?:[\\u0020\\u0021\\u0023-\\u005b\\u005d-\\u007e]|\\\\["\\\\])*"';
  const bare = `(?:-?\\d{1,12}\\.\\d{1,3}|${integer}|${text}|[A-Za-z*][\\w!#$%&'*+.^\`|~:/-]*|:[A-Za-z0-9+/=]*:|\\?[01]|@${integer}|%"(?:[\\u0020\\u0021\\u0023-\\u0024\\u0026-\\u007e]|%[0-9a-f]{2})*")`;
  const parameter = `; *(${key})(?:=(${bare}))?`;
  return { item: new RegExp(`^${text}(?:${parameter})*`), parameter: new RegExp(parameter, "g") };
}

/**
 * The seconds until the quota of the policy that is nearest to its end is restored: the largest `t` among the
 * policies with nothing remaining, else the smallest. Undefined where the field is malformed or has no `t`.
 */
export function parseRateLimit(value: string): number | undefined {
  const { item, parameter } = patterns();
  let rest = value.trim();
  let spent: number | undefined;
  let open: number | undefined;
  while (rest !== "") {
    const [found] = item.exec(rest) ?? [];
    if (found === undefined) return undefined;
    const parameters = new Map<string, string>();
    for (const [, name = "", parameterValue = "?1"] of found.matchAll(parameter)) {
      parameters.set(name, parameterValue);
    }
    const seconds = wholeNumber(parameters.get("t"));
    const remaining = wholeNumber(parameters.get("r"));
    if (seconds !== undefined) {
      if (remaining === 0) spent = Math.max(spent ?? 0, seconds);
      else open = Math.min(open ?? seconds, seconds);
    }
    rest = rest.slice(found.length).trimStart();
    if (rest === "") break;
    if (!rest.startsWith(",")) return undefined;
    rest = rest.slice(1).trimStart();
    if (rest === "") return undefined; // a list does not end with a comma
  }
  return spent ?? open;
}

function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/**
 * The seconds until a quota is restored, as drafts 00 to 07 have it: `limit=100, remaining=0, reset=30` in RateLimit, or
 * RateLimit-Reset.
 */
export function parseOlderRateLimit(
  rateLimit: string,
  reset: string,
  now: number,
): number | undefined {
  const [, seconds] = /^(?!")(?:.*[,; ])?reset=(\d+)(?:$|[,; ])/.exec(rateLimit) ?? [];
  return parseReset(seconds ?? reset, now);
}

/**
 * The seconds until the time of a header such as X-RateLimit-Reset, which services mean in three ways: below 10⁹ it can
 * only be seconds from now, below 10¹² only seconds since 1970, else milliseconds since 1970.
 */
export function parseReset(text: string, now: number): number | undefined {
  if (!/^\d{1,15}(?:\.\d{1,9})?$/.test(text)) return undefined;
  const value = Number(text);
  if (value < 1e9) return value;
  return Math.max(0, ((value < 1e12 ? value * 1000 : value) - now) / 1000);
}
