import fc from "fast-check";
import pc from "picocolors";
import { expect, it } from "vitest";
import { severities } from "../../src/diagnostics/finding.js";
import { firstOfEach } from "../../src/diagnostics/first-of-each.js";
import { formatFirst, formatText } from "../../src/diagnostics/format-text.js";
import { findingAbout } from "../support/findings.js";

const colors = pc.createColors(false);
const wholeBy = "--all";

const some = fc.array(
  fc
    .record({
      rule: fc.constantFrom("unknown-key", "wrong-type", "missing-title"),
      severity: fc.constantFrom(...severities),
      message: fc.integer().map((number) => `Number ${number}.`),
    })
    .map((parts) => findingAbout("a: 1\n", "1", parts)),
  { maxLength: 200, size: "max" },
);

it("the first ten of each kind are shown in their order, and the others are counted", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 90, size: "max" }), (all) => {
      const numbered = all.map((kind, index) => ({ kind, index }));
      const { shown, more } = firstOfEach(numbered, ({ kind }) => kind);
      expect(shown.map(({ index }) => index)).toEqual(
        shown.map(({ index }) => index).sort((a, b) => a - b),
      );
      for (const kind of ["a", "b", "c"]) {
        const ofKind = numbered.filter((each) => each.kind === kind);
        expect(shown.filter((each) => each.kind === kind)).toEqual(ofKind.slice(0, 10));
        expect(more.get(kind)).toBe(ofKind.length > 10 ? ofKind.length - 10 : undefined);
      }
    }),
  );
});

it("a report that is cut ends with the same totals as the whole one, and every error of a rule is shown or counted", () => {
  fc.assert(
    fc.property(some, (findings) => {
      const cut = formatFirst(findings, { colors, wholeBy });
      expect(cut.split("\n").at(-1)).toBe(formatText(findings, colors).split("\n").at(-1));
      for (const rule of ["unknown-key", "wrong-type", "missing-title"]) {
        for (const severity of severities) {
          const { length } = findings.filter(
            (each) => each.rule === rule && each.severity === severity,
          );
          const shown = cut.split(`:1:4 ${severity} ${rule} `).length - 1;
          const [, all = String(shown), more = "0"] =
            new RegExp(
              `^${severity} ${rule}: (\\d+) in all(?:, (\\d+) more shown by --all)?$`,
              "m",
            ).exec(cut) ?? [];
          expect(Number(all)).toBe(length);
          expect([shown, shown + Number(more)]).toEqual([Math.min(length, 10), length]);
        }
      }
    }),
  );
});

it("a report with nothing to cut is the whole one", () => {
  const findings = Array.from({ length: 10 }, () => findingAbout("a: 1\n", "1"));
  expect(formatFirst(findings, { colors, wholeBy })).toBe(formatText(findings, colors));
});
