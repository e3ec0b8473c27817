/** A status that says "later" says when. */
import { defineRule } from "../rule.js";

export const delayExpected = defineRule({
  name: "delay-expected",
  severity: "warning",
  exemptible: true,
  forProducers: true,
  summary: "A 429 or 503 says how long to wait.",
  reads: ["status", "delay", "retry", "never_sent", "retired"],
  entry: ({ code, statuses, delay, retry, neverSent, retired }, _catalog, report) => {
    if (neverSent || retired !== undefined || delay.length > 0 || retry?.value === "after") return;
    for (const { value, at } of statuses)
      if (value === 429 || value === 503)
        report(at, `${code} is a ${value} and does not say how long to wait.`, {
          help: "Add `retry: after` and a `delay`, which becomes Retry-After (RFC 9110 section 10.2.3).",
        });
  },
});
