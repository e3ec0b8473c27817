import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Severity } from "../../src/diagnostics/finding.js";
import { formatGithub, formatGithubSummary } from "../../src/diagnostics/format-github.js";
import { placeFinder } from "../../src/model/source.js";
import { findingAbout, hostileFindings, samePath } from "../support/findings.js";

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line as the runner does (actions/runner, ActionCommand.TryParseV2). */
function parse(line: string): Command {
  const [, head = "", data = ""] = /^::([^:]*(?::(?!:)[^:]*)*)::(.*)$/s.exec(line) ?? [];
  const [name = "", rest = ""] = head.split(/ (.*)/s);
  const undo = (text: string) =>
    text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const undoProperty = (text: string) => undo(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
  const properties = rest
    .split(",")
    .filter((each) => each !== "")
    .map((each) => each.split(/=(.*)/s))
    .map(([key = "", value = ""]) => [key, undoProperty(value)]);
  return { name, properties: Object.fromEntries(properties), data: undo(data) };
}

const commandsOf = (text: string) => text.split("\n").slice(0, -1).map(parse);
const numbered = (severity: Severity, size: number) =>
  Array.from({ length: size }, (_, index) =>
    findingAbout("a: 1\n", "1", { severity, message: `Number ${index}.` }),
  );

describe("findings as annotations", () => {
  it("name file, lines, columns and rule, and say message and help", () => {
    const text = formatGithub(
      [findingAbout("a: 1\nbc: 2\n", "bc", { message: "100%: wrong", help: "Delete it." })],
      samePath,
    );
    expect(text).toBe(
      "::error file=catalog/a.yaml,line=2,endLine=2,col=1,endColumn=3,title=unknown-key::100%25: wrong%0ADelete it.\n",
    );
  });

  it("leave columns out of places over several lines, where GitHub refuses them", () => {
    const [command] = commandsOf(formatGithub([findingAbout("a: |\n  b\n", "|\n  b")], samePath));
    expect(command?.properties).toEqual({
      file: "catalog/a.yaml",
      line: "1",
      endLine: "2",
      title: "unknown-key",
    });
  });

  it("come worst first, ten of each level, with the rest counted", () => {
    const findings = [...numbered("warning", 12), ...numbered("error", 11)];
    const commands = commandsOf(formatGithub(findings, samePath));
    expect(commands.map(({ name }) => name)).toEqual([
      ...Array(10).fill("error"),
      ...Array(10).fill("warning"),
      "notice",
    ]);
    expect(commands.at(-1)?.data).toBe(
      "3 more findings in the summary of this job: 11 errors, 12 warnings.",
    );
  });

  it("are notices where they are notes, one fewer, so that the count is shown", () => {
    const findings = [...numbered("note", 11), ...numbered("error", 1)];
    const commands = commandsOf(formatGithub(findings, samePath));
    expect(commands.map(({ name }) => name)).toEqual(["error", ...Array(10).fill("notice")]);
    expect(commands.at(-1)?.data).toBe(
      "2 more findings in the summary of this job: 1 error, 0 warnings, 11 notes.",
    );
  });

  it("cannot be broken out of, and land on the right line", () => {
    fc.assert(
      fc.property(hostileFindings, (findings) => {
        const commands = commandsOf(formatGithub(findings, samePath));
        expect(commands.length).toBe(findings.length);
        const lines = findings.map(({ severity, at }) => {
          const level = severity === "note" ? "notice" : severity;
          return `${level} ${placeFinder()(at).line}`;
        });
        const parsed = commands.map(({ name, properties }) => `${name} ${properties.line}`);
        expect(parsed.sort()).toEqual(lines.sort());
        for (const { properties, data } of commands) {
          expect(properties.title).toBe("unknown-key");
          expect(data.split("\n")).toHaveLength(2);
        }
      }),
    );
  });
});

describe("findings as a summary of a job", () => {
  it("are a table, the worst first", () => {
    const findings = [...numbered("warning", 1), findingAbout("a: 1\n", "a", { help: "Do." })];
    expect(formatGithubSummary(findings, samePath)).toBe(
      [
        "### errdex: 1 error, 1 warning\n",
        "|  | Place | Rule | Message |",
        "| --- | --- | --- | --- |",
        "| error | catalog\\/a\\.yaml\\:1\\:1 | unknown\\-key | It is wrong\\. Do\\. |",
        "| warning | catalog\\/a\\.yaml\\:1\\:4 | unknown\\-key | Number 0\\. |",
        "",
        "",
      ].join("\n"),
    );
    expect(formatGithubSummary([], samePath)).toBe("### errdex: 0 errors, 0 warnings\n\n");
  });

  it("end before GitHub would refuse them, and say how many are left", () => {
    const long = "x".repeat(1000);
    const findings = numbered("error", 1000).map((each) => ({ ...each, message: long }));
    const text = formatGithubSummary(findings, samePath);
    expect(text.length).toBeLessThan(510_000);
    expect(text).toMatch(/\nAnd \d+ more\.\n\n$/);
  });

  it("cannot be broken out of", () => {
    fc.assert(
      fc.property(hostileFindings, (findings) => {
        const rows = formatGithubSummary(findings, samePath).split("\n").slice(4, -2);
        expect(rows).toHaveLength(findings.length);
        for (const row of rows) {
          expect(row.replace(/\\[!-~]/g, "")).toMatch(/^\|[^|]*\|[^|]*\|[^|]*\|[^|]*\|$/);
          expect(row.slice(2, -2).replace(/\\[!-~]| \| /g, "")).not.toMatch(/[!-/:-@[-`{-~]/);
        }
      }),
    );
  });
});
