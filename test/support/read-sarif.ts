/** Reads a SARIF log that is valid by the schema of OASIS. */
import { readFileSync } from "node:fs";
import ajv from "ajv-draft-04";
import { expect } from "vitest";
import { root } from "../shipped-catalog.js";

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

/** What tests look at in a run. */
export interface SarifRun {
  readonly results: readonly Result[];
  readonly columnKind: string;
  readonly tool: { readonly driver: { readonly rules: readonly object[] } };
}

/** The one run of a log. */
export function readSarif(text: string): SarifRun {
  const log = JSON.parse(text);
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  return log.runs[0];
}
