import { readFileSync } from "node:fs";
import ajv from "ajv-draft-04";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatSarif, type SarifContext } from "../../src/diagnostics/format-sarif.js";
import { placeFinder } from "../../src/model/source.js";
import { root } from "../shipped-catalog.js";
import { findingAbout, hostileFindings, samePath } from "../support/findings.js";

// The schema has one regular expression that is none with the flag u.
const validate = new ajv.default({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(
  JSON.parse(
    readFileSync(
      `${root}node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json`,
      "utf8",
    ),
  ),
);

const context: SarifContext = {
  pathOf: samePath,
  version: "1.2.3",
  ruleOf: () => ({ severity: "error", summary: "Every key is known.", page: "# unknown-key\n" }),
};

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: Region;
  };
  readonly message?: { readonly text: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations: readonly Location[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
}

function runOf(text: string): {
  readonly results: readonly Result[];
  readonly columnKind: string;
  readonly tool: { readonly driver: { readonly rules: readonly object[] } };
} {
  const log = JSON.parse(text);
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  return log.runs[0];
}

describe("findings as SARIF", () => {
  it("have all that code scanning asks for", () => {
    const text = "a: 1\nbc: 2\n";
    const related = [{ at: findingAbout(text, "a").at, message: "The first." }];
    const { tool, columnKind, results } = runOf(
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
    expect(runOf(formatSarif([], context)).results).toEqual([]);
  });

  it("keep their fingerprint when lines move, and share it with no other", () => {
    const hashes = (text: string) => {
      const starts = [...text.matchAll(/bad/g)].map(({ index }) => index);
      const file = { path: "a.yaml", text };
      const findings = starts.map((start) => ({
        ...findingAbout(text, "bad"),
        at: { file, start, end: start + 3 },
      }));
      return runOf(formatSarif(findings, context)).results.map(
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
    const [result] = runOf(formatSarif([findingAbout("a", "a", { message })], context)).results;
    expect(result?.message.text).toBe("[click] (https://evil.example.com)");
  });

  it("are valid whatever the texts say, and land on the right line", () => {
    fc.assert(
      fc.property(hostileFindings, (findings) => {
        const { results } = runOf(formatSarif(findings, context));
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
