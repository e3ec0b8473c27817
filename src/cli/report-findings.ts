/** Prints findings for the services that run a build. */
import { appendFile } from "node:fs/promises";
import { match } from "ts-pattern";
import packageJson from "../../package.json" with { type: "json" };
import { escapeForTerminal } from "../diagnostics/escape.js";
import type { Finding, PathInReport } from "../diagnostics/finding.js";
import { formatGithub, formatGithubSummary } from "../diagnostics/format-github.js";
import { formatGitlab } from "../diagnostics/format-gitlab.js";
import { formatJunit } from "../diagnostics/format-junit.js";
import { formatSarif, type RuleText } from "../diagnostics/format-sarif.js";
import { readRulePage } from "../disk/read-rule-page.js";
import { isSystemError } from "./exit-code.js";
import type { Host } from "./host.js";
import type { ServiceFormat } from "./option-choices.js";
import { pathInRepository } from "./path-in-repository.js";

/** What a report says about a rule, without the page that is a file. */
export type RuleTexts = (rule: string) => RuleText;

/** What a report of findings may be told. */
export interface FindingsOptions {
  /** What is added to the job's summary; the table of all findings where nothing else is. */
  readonly summary?: string;
  readonly pathOf?: PathInReport;
}

/**
 * Prints findings, and with `github` adds to the job's summary.
 *
 */
export async function reportFindings(
  findings: readonly Finding[],
  format: ServiceFormat,
  textOf: RuleTexts,
  host: Host,
  { summary, pathOf = pathInRepository(host) }: FindingsOptions = {},
): Promise<void> {
  const text = await match(format)
    .with("github", () => formatGithub(findings, pathOf))
    .with("junit", () => formatJunit(findings, pathOf))
    .with("gitlab", () => `${formatGitlab(findings, pathOf)}\n`)
    .with("sarif", async () => `${await sarif(findings, pathOf, textOf)}\n`)
    .exhaustive();
  if (format === "github" && host.commands !== undefined) host.commands(text);
  else host.out(text);
  const { GITHUB_STEP_SUMMARY } = host.env;
  if (format !== "github" || !GITHUB_STEP_SUMMARY) return;
  // The table is an extra: what was found, and the exit code, do not depend on it.
  const added = summary ?? formatGithubSummary(findings, pathOf);
  await appendFile(GITHUB_STEP_SUMMARY, added).catch((error) => {
    if (!isSystemError(error)) throw error;
    host.err(`${escapeForTerminal(`The summary of the job was not written: ${error.message}`)}\n`);
  });
}

async function sarif(
  findings: readonly Finding[],
  pathOf: PathInReport,
  textOf: RuleTexts,
): Promise<string> {
  const names = [...new Set(findings.map(({ rule }) => rule))];
  const pages = new Map(
    await Promise.all(names.map(async (name) => [name, await readRulePage(name)] as const)),
  );
  const ruleOf = (name: string): RuleText => {
    const page = pages.get(name);
    return { ...(page === undefined ? {} : { page }), ...textOf(name) };
  };
  return formatSarif(findings, { pathOf, ruleOf, version: packageJson.version });
}
