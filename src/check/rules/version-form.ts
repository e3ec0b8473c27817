/** Versions are versions, and none of an entry is later than its catalog's. */
import semver from "semver";
import { quoted } from "../../diagnostics/suggest.js";
import type { Located } from "../../model/source.js";
import { type Complain, defineRule } from "../rule.js";

export const versionForm = defineRule({
  name: "version-form",
  severity: "error",
  summary: "Versions follow semver.",
  catalog: ({ version }, report) => {
    if (!isVersion(version.value)) reportVersion(version, report);
  },
  reads: ["since"],
  entry: ({ code, since }, { version }, report) => {
    const current = semver.valid(version.value);
    if (since === undefined || current === null) return;
    if (!isVersion(since.value)) reportVersion(since, report);
    else if (semver.gt(since.value, current)) {
      const later = `which is later than the catalog's ${current}`;
      report(since.at, `${code} is there since ${since.value}, ${later}.`);
    }
  },
});

/** What semver takes for one, but for `v1.0.0`, which is what tags are called. */
function isVersion(text: string): boolean {
  return semver.valid(text) !== null && /^\d/.test(text);
}

function reportVersion({ value, at }: Located<string>, report: Complain): void {
  report(at, `${quoted(value)} is not a version such as 1.0.0.`);
}
