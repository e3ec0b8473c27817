/** Findings about texts, arbitrary ones among them. */
import fc from "fast-check";
import { type Finding, severities } from "../../src/diagnostics/finding.js";
import { hostileText } from "./hostile-text.js";

/** A finding about the first place where `marked` stands in `text`. */
export function findingAbout(text: string, marked: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(marked);
  return {
    rule: "unknown-key",
    severity: "error",
    message: "It is wrong.",
    at: { file: { path: "catalog/a.yaml", text }, start, end: start + marked.length },
    ...more,
  };
}

/** Findings whose texts, paths and files try to break out of a report. */
export const hostileFindings: fc.Arbitrary<readonly Finding[]> = fc.array(
  fc
    .record({
      message: hostileText,
      help: hostileText,
      path: hostileText,
      text: hostileText,
      severity: fc.constantFrom(...severities),
      start: fc.nat(12),
      length: fc.nat(6),
    })
    .map(({ message, help, path, text, severity, start: wanted, length }): Finding => {
      const file = { path, text };
      const start = Math.min(wanted, text.length);
      const at = { file, start, end: Math.min(start + length, text.length) };
      return { rule: "unknown-key", severity, message, help, at, related: [{ at, message }] };
    }),
  { maxLength: 4 },
);

/** Leaves a path as it is. */
export const samePath = (path: string): string => path;
