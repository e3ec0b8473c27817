import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatSarif, type SarifContext } from "../../src/diagnostics/format-sarif.js";
import { placeFinder } from "../../src/model/source.js";
import { findingAbout, hostileFindings, samePath } from "../support/findings.js";
import { readSarif } from "../support/read-sarif.js";

const context: SarifContext = {
  pathOf: samePath,
  version: "1.2.3",
  ruleOf: () => ({ severity: "error", summary: "Every key is known.", page: "# unknown-key\n" }),
};

describe("findings as SARIF", () => {
  it("have all that code scanning asks for", () => {
    const text = "a: 1\nbc: 2\n";
    const related = [{ at: findingAbout(text, "a").at, message: "The first." }];
    const { tool, columnKind, results } = readSarif(
      formatSarif([findingAbout(text, "bc", { help: "Delete it.", related })], context),
    );
    expect(columnKind).toBe("utf16CodeUnits");
    expect(tool.driver.rules).toEqual([
      {
        id: "unknown-key",
        shortDescription: { text: "Every key is known." },
        fullDescription: { text: "Every key is known." },
        help: { text: "# unknown-key\n", markdown: "# unknown-key\n" },
        defaultConfiguration: { level: "error" },
        properties: { tags: ["errdex"] },
      },
    ]);
    const location = (line: number, endColumn: number) => ({
      artifactLocation: { uri: "catalog/a.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: line, startColumn: 1, endLine: line, endColumn },
    });
    expect(results).toEqual([
      {
        ruleId: "unknown-key",
        ruleIndex: 0,
        level: "error",
        message: { text: "It is wrong. Delete it." },
        locations: [{ physicalLocation: location(2, 3) }],
        relatedLocations: [
          { id: 0, physicalLocation: location(1, 2), message: { text: "The first." } },
        ],
        partialFingerprints: {
          primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/),
        },
      },
    ]);
  });

  it("are a valid log without any", () => {
    expect(readSarif(formatSarif([], context)).results).toEqual([]);
  });

  it("keep their fingerprint when lines move, and share it with no other", () => {
    const hashes = (text: string) => {
      const starts = [...text.matchAll(/bad/g)].map(({ index }) => index);
      const file = { path: "a.yaml", text };
      const findings = starts.map((start) => ({
        ...findingAbout(text, "bad"),
        at: { file, start, end: start + 3 },
      }));
      return readSarif(formatSarif(findings, context)).results.map(
        ({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash,
      );
    };
    const before = hashes("a: bad\nb: bad\na: bad\n");
    expect(hashes("# new\n\n  a: bad\r\nc: 1\nb: bad\na: bad")).toEqual(before);
    expect(new Set(before).size).toBe(3);
    expect(before[0]?.replace(/:1$/, ":2")).toBe(before[2]);
  });

  it("show a text like a link as it is written", () => {
    const message = "[click](https://evil.example.com)";
    const [result] = readSarif(formatSarif([findingAbout("a", "a", { message })], context)).results;
    expect(result?.message.text).toBe("[click] (https://evil.example.com)");
  });

  it("are valid whatever the texts say, and land on the right line", () => {
    fc.assert(
      fc.property(hostileFindings, (findings) => {
        const { results } = readSarif(formatSarif(findings, context));
        const starts = results.map(({ locations }) => locations[0]?.physicalLocation.region);
        expect(starts.map((region) => [region?.startLine, region?.startColumn])).toEqual(
          findings.map(({ at }) => Object.values(placeFinder()(at))),
        );
        for (const { locations, message } of results) {
          expect(message.text).not.toMatch(/[\p{Cc}\p{Surrogate}]|\]\(/u);
          expect(locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^[\w.!~*'()%/-]*$/);
        }
      }),
    );
  });
});
