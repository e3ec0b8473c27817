/** Versions are versions, and none of an entry is later than its catalog's. */
import semver from "semver";
import { quoted } from "../../diagnostics/suggest.js";
import { isInherited } from "../../model/default.js";
import type { Located } from "../../model/source.js";
import { type Complain, defineRule } from "../rule.js";

export const versionForm = defineRule({
  name: "version-form",
  severity: "error",
  summary: "Versions follow semver.",
  catalog: ({ version, defaults }, report) => {
    if (!isVersion(version.value)) reportVersion(version, report);
    for (const { key, value } of defaults)
      if (key === "since") checkSince("What takes this", value, version, report);
  },
  reads: ["since"],
  entry: (entry, { version }, report) => {
    const { code, since } = entry;
    // What many take is complained about once.
    if (since !== undefined && !isInherited(entry, "since"))
      checkSince(code, since, version, report);
  },
});

function checkSince(
  what: string,
  { value, at }: Located<unknown>,
  version: Located<string>,
  report: Complain,
): void {
  const current = semver.valid(version.value);
  const since = String(value);
  if (current === null) return;
  if (!isVersion(since)) reportVersion({ value: since, at }, report);
  else if (semver.gt(since, current))
    report(at, `${what} has \`since\` ${since}, which is later than the catalog's ${current}.`);
}

/** What semver takes for one, but for `v1.0.0`, which is what tags are called. */
function isVersion(text: string): boolean {
  return semver.valid(text) !== null && /^\d/.test(text);
}

function reportVersion({ value, at }: Located<string>, report: Complain): void {
  report(at, `${quoted(value)} is not a version such as 1.0.0.`);
}
