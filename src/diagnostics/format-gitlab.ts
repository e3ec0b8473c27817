/** Findings as a Code Quality report of GitLab. */
import { createHash } from "node:crypto";
import { placeFinder } from "../model/source.js";
import { escapeForTerminal, wellFormed } from "./escape.js";
import type { Finding, PathInReport } from "./finding.js";
import { fingerprints } from "./fingerprint.js";

const levels = { error: "major", warning: "minor", note: "info" } as const;

/** The list of issues. GitLab asks for fingerprints that are unique in the report. */
export function formatGitlab(findings: readonly Finding[], pathOf: PathInReport): string {
  const placeOf = placeFinder();
  const hashes = fingerprints(findings);
  const issues = findings.map(({ rule, severity, message, help, at }, index) => {
    const path = pathOf(at.file.path);
    const description = help === undefined ? message : `${message} ${help}`;
    return {
      description: escapeForTerminal(wellFormed(description)),
      check_name: rule,
      fingerprint: createHash("sha256").update(`${path}\n${hashes[index]}`).digest("hex"),
      severity: levels[severity],
      location: {
        path: wellFormed(path),
        lines: { begin: placeOf(at).line, end: placeOf({ ...at, start: at.end }).line },
      },
    };
  });
  return JSON.stringify(issues, null, 2);
}
