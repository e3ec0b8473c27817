/** Findings as SARIF 2.1.0, as code scanning of GitHub takes it. */
import { placeFinder, type Span } from "../model/source.js";
import { escapeForTerminal, wellFormed } from "./escape.js";
import type { Finding, PathInReport, Severity } from "./finding.js";
import { fingerprints } from "./fingerprint.js";

/** What a report says about a rule. */
export interface RuleText {
  readonly severity: Severity;
  /** One sentence: what the rule wants. */
  readonly summary: string;
  /** What there is to say besides, in sentences. */
  readonly details?: string;
  /** Its page, in Markdown. */
  readonly page?: string;
  /** Where its page is on the web. */
  readonly address?: string;
}

/** What a SARIF report needs besides the findings. */
export interface SarifContext {
  readonly pathOf: PathInReport;
  /** The version of errdex. */
  readonly version: string;
  readonly ruleOf: (name: string) => RuleText;
}

/** One run. Places are in UTF-16 units; paths are relative to the root of the sources. */
export function formatSarif(
  findings: readonly Finding[],
  { pathOf, version, ruleOf }: SarifContext,
): string {
  const placeOf = placeFinder();
  const names = [...new Set(findings.map(({ rule }) => rule))].sort();
  const hashes = fingerprints(findings);
  const physical = (at: Span) => {
    const start = placeOf(at);
    const end = placeOf({ ...at, start: at.end });
    return {
      artifactLocation: { uri: uriOf(pathOf(at.file.path)), uriBaseId: "%SRCROOT%" },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    };
  };
  const results = findings.map(({ rule, severity, message, help, at, related = [] }, index) => ({
    ruleId: rule,
    ruleIndex: names.indexOf(rule),
    level: severity,
    message: { text: plain(help === undefined ? message : `${message} ${help}`) },
    locations: [{ physicalLocation: physical(at) }],
    relatedLocations: related.map((other, id) => ({
      id,
      physicalLocation: physical(other.at),
      message: { text: plain(other.message) },
    })),
    partialFingerprints: { primaryLocationLineHash: hashes[index] },
  }));
  const rules = names.map((name) => descriptor(name, ruleOf(name)));
  const run = {
    tool: { driver: { name: "errdex", semanticVersion: version, version, rules } },
    originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the sources." } } },
    columnKind: "utf16CodeUnits",
    results,
  };
  return JSON.stringify(
    { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] },
    null,
    2,
  );
}

function descriptor(name: string, { severity, summary, details, page, address }: RuleText): object {
  return {
    id: name,
    shortDescription: { text: summary },
    fullDescription: { text: details === undefined ? summary : `${summary} ${details}` },
    help: { text: page ?? summary, markdown: page ?? summary },
    ...(address === undefined ? {} : { helpUri: address }),
    defaultConfiguration: { level: severity },
    properties: { tags: ["errdex"] },
  };
}

function uriOf(path: string): string {
  const segments = path.split("/").map((segment) => encodeURIComponent(wellFormed(segment)));
  return segments.join("/");
}

// `[text](address)` in a message is a link (section 3.11.6), and no finding of ours has one.
function plain(text: string): string {
  return escapeForTerminal(wellFormed(text)).replaceAll("](", "] (");
}
