/** What HTTP expects of some statuses. */
import type { EntryCheck } from "./rule.js";

/** Reports a 429 or 503 without a delay, a 401 without a challenge and a 405 without Allow. */
export const checkExpected: EntryCheck = (entry, _catalog, report) => {
  const { code, statuses, delay, challenge, headers, neverSent, retired } = entry;
  if (neverSent || retired !== undefined) return;
  for (const { value, at } of statuses) {
    if ((value === 429 || value === 503) && delay.length === 0 && entry.retry?.value !== "after") {
      report("delay-expected", at, `${code} is a ${value} and does not say how long to wait.`, {
        help: "Add `retry: after` and a `delay`, which becomes Retry-After (RFC 9110 section 10.2.3).",
      });
    }
    if (value === 401 && challenge === undefined && !sends(headers, "www-authenticate")) {
      report("challenge-expected", at, `${code} is a 401 without a challenge.`, {
        help: "Add `challenge: {}`, which becomes WWW-Authenticate (RFC 9110 section 15.5.2).",
      });
    }
    if (value === 405 && !sends(headers, "allow")) {
      report("allow-expected", at, `${code} is a 405 without the header Allow.`, {
        help: 'Such as `headers: { Allow: "{allowed}" }` (RFC 9110 section 15.5.6).',
      });
    }
  }
};

function sends(headers: readonly { readonly name: { readonly value: string } }[], wanted: string) {
  return headers.some(({ name }) => name.value.toLowerCase() === wanted);
}
