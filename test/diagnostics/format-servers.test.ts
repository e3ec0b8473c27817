import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatGitlab } from "../../src/diagnostics/format-gitlab.js";
import { formatJunit } from "../../src/diagnostics/format-junit.js";
import { findingAbout, hostileFindings, samePath } from "../support/findings.js";

const findings = [
  findingAbout('a: "<&>"\nb: 1\n', "b", { message: 'Not "b" & <c>.', help: "Delete it." }),
  findingAbout("a: 1\n", "a", { severity: "warning" }),
  findingAbout("a: 1\n", "1", { severity: "note" }),
];

describe("findings as JUnit", () => {
  it("are test cases that fail, or are skipped", () => {
    expect(formatJunit(findings, samePath)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="errdex" tests="3" failures="1" errors="0" skipped="2">
  <testsuite name="errdex" tests="3" failures="1" errors="0" skipped="2">
    <testcase classname="catalog/a.yaml" name="unknown-key 2:1"><failure type="unknown-key" message="Not &quot;b&quot; &amp; &lt;c&gt;.">catalog/a.yaml:2:1
Not &quot;b&quot; &amp; &lt;c&gt;.
Delete it.</failure></testcase>
    <testcase classname="catalog/a.yaml" name="unknown-key 1:1"><skipped message="catalog/a.yaml:1:1 It is wrong."/></testcase>
    <testcase classname="catalog/a.yaml" name="unknown-key 1:4"><skipped message="catalog/a.yaml:1:4 It is wrong."/></testcase>
  </testsuite>
</testsuites>
`);
  });

  it("are one test case that passes, where there are none", () => {
    expect(formatJunit([], samePath)).toContain(
      '<testcase classname="errdex" name="no findings"/>',
    );
  });

  it("cannot be broken out of", () => {
    fc.assert(
      fc.property(hostileFindings, (hostile) => {
        const text = formatJunit(hostile, samePath);
        const tags = [...text.matchAll(/<[^<>]*>/g)].map(([tag]) => tag.replace(/".*?"/gs, '""'));
        const known =
          /^<(\?xml version="" encoding=""\?|\/?testsuites?( name="" tests="" failures="" errors="" skipped="")?|testcase classname="" name=""\/?|\/testcase|failure type="" message=""|\/failure|skipped message=""\/)>$/;
        for (const tag of tags) expect(tag).toMatch(known);
        expect(text.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|apos);)/);
        expect(text).not.toMatch(/[^\n\P{Cc}]|[\ufffe\uffff]|\p{Surrogate}/u);
        const cases = text.match(/<testcase /g) ?? [];
        expect(cases).toHaveLength(Math.max(1, hostile.length));
      }),
    );
  });
});

describe("findings for GitLab", () => {
  it("have what Code Quality asks for", () => {
    expect(JSON.parse(formatGitlab(findings, samePath))).toEqual([
      {
        description: 'Not "b" & <c>. Delete it.',
        check_name: "unknown-key",
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: "major",
        location: { path: "catalog/a.yaml", lines: { begin: 2, end: 2 } },
      },
      expect.objectContaining({ severity: "minor" }),
      expect.objectContaining({ severity: "info" }),
    ]);
  });

  it("have fingerprints of their own, whatever the texts say", () => {
    fc.assert(
      fc.property(hostileFindings, (hostile) => {
        const issues: readonly { readonly fingerprint: string }[] = JSON.parse(
          formatGitlab(hostile, samePath),
        );
        const distinct = new Set(issues.map(({ fingerprint }) => fingerprint));
        expect(distinct.size).toBe(hostile.length);
      }),
    );
  });
});
