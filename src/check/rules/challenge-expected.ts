/** A 401 says how to sign in. */
import { defineRule } from "../rule.js";
import { sendsHeader } from "../sends-header.js";

export const challengeExpected = defineRule({
  name: "challenge-expected",
  severity: "warning",
  exemptible: true,
  forProducers: true,
  summary: "A 401 has a challenge.",
  reads: ["status", "challenge", "headers", "never_sent", "retired"],
  entry: (entry, _catalog, report) => {
    const { code, statuses, challenge, neverSent, retired } = entry;
    if (neverSent || retired !== undefined || challenge !== undefined) return;
    if (sendsHeader(entry, "www-authenticate")) return;
    for (const { at } of statuses.filter(({ value }) => value === 401))
      report(at, `${code} is a 401 without a challenge.`, {
        help: "Add `challenge: {}`, which becomes WWW-Authenticate (RFC 9110 section 15.5.2).",
      });
  },
});
