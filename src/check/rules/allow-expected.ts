/** A 405 says which methods there are. */
import { defineRule } from "../rule.js";
import { sendsHeader } from "../sends-header.js";

export const allowExpected = defineRule({
  name: "allow-expected",
  severity: "warning",
  exemptible: true,
  forProducers: true,
  summary: "A 405 has the header Allow.",
  reads: ["status", "headers", "never_sent", "retired"],
  entry: (entry, _catalog, report) => {
    const { code, statuses, neverSent, retired } = entry;
    if (neverSent || retired !== undefined || sendsHeader(entry, "allow")) return;
    for (const { at } of statuses.filter(({ value }) => value === 405))
      report(at, `${code} is a 405 without the header Allow.`, {
        help: 'Such as `headers: { Allow: "{allowed}" }` (RFC 9110 section 15.5.6).',
      });
  },
});
