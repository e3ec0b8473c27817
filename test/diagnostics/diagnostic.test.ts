import { expect, it } from "vitest";
import { rules } from "../../src/check/check-rules.js";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../../src/diagnostics/diagnostic.js";
import { collect } from "../../src/diagnostics/report.js";

const at = (
  path: string,
  start: number,
  message = "",
  severity: Diagnostic["severity"] = "error",
): Diagnostic => ({
  rule: "unknown-key",
  severity,
  message,
  at: { file: { path, text: "" }, start, end: start },
});

it("sorts by file, then by place, and keeps what stands at one place in order", () => {
  const sorted = sortDiagnostics(
    [at("b", 1), at("a", 9, "first"), at("a", 2), at("a", 9, "second"), at("elsewhere", 7)],
    ["a", "b"],
  );
  expect(
    sorted.map(({ at: { file, start }, message }) => `${file.path} ${start} ${message}`.trim()),
  ).toEqual(["elsewhere 7", "a 2", "a 9 first", "a 9 second", "b 1"]);
});

it("tells errors from warnings", () => {
  expect(hasErrors([at("a", 1, "", "warning")])).toBe(false);
  expect(hasErrors([at("a", 1, "", "warning"), at("a", 1)])).toBe(true);
  expect(hasErrors([])).toBe(false);
});

it("gives every report the severity of its rule", () => {
  const { report, diagnostics } = collect(rules);
  const { at: span } = at("a", 1);
  report("type-unused", span, "One.");
  report("type-unknown", span, "Two.", { help: "Help." });
  expect(diagnostics).toEqual([
    { rule: "type-unused", severity: "warning", message: "One.", at: span },
    { rule: "type-unknown", severity: "error", message: "Two.", at: span, help: "Help." },
  ]);
});

it("says of every rule in a sentence what it wants", () => {
  for (const { summary } of Object.values(rules)) expect(summary).toMatch(/^[A-Z`].*\.$/s);
});
