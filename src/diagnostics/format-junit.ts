/** Findings as JUnit's XML, for servers that show tests. */
import { placeFinder } from "../model/source.js";
import { escapeForXml } from "./escape.js";
import type { Finding, PathInReport } from "./finding.js";

/** A test case for each finding; an error is a failure, all else is skipped. One that passes, where there are none. */
export function formatJunit(findings: readonly Finding[], pathOf: PathInReport): string {
  const placeOf = placeFinder();
  const cases = findings.map(({ rule, severity, message, help, at }) => {
    const { line, column } = placeOf(at);
    const path = pathOf(at.file.path);
    const place = `${path}:${line}:${column}`;
    const text = [place, message, ...(help === undefined ? [] : [help])].map(escapeForXml);
    const outcome =
      severity === "error"
        ? `<failure type="${escapeForXml(rule)}" message="${escapeForXml(message)}">${text.join("\n")}</failure>`
        : `<skipped message="${text.join(" ")}"/>`;
    return `    <testcase classname="${escapeForXml(path)}" name="${escapeForXml(`${rule} ${line}:${column}`)}">${outcome}</testcase>\n`;
  });
  if (cases.length === 0) cases.push(`    <testcase classname="errdex" name="no findings"/>\n`);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const counts = `tests="${cases.length}" failures="${errors}" errors="0" skipped="${findings.length - errors}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="errdex" ${counts}>
  <testsuite name="errdex" ${counts}>
${cases.join("")}  </testsuite>
</testsuites>
`;
}
