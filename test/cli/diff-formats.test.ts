import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { readSarif } from "../support/read-sarif.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

interface GitlabIssue {
  readonly severity: string;
  readonly check_name: string;
  readonly location: { readonly path: string; readonly lines: object };
}

const files = (...entries: readonly string[]) =>
  inCatalog({ "catalog.yaml": headText(), "errors/a.yaml": errorsText(...entries) });

const before = files(
  entryText("late", { title: "Late" }),
  entryText("gone", { title: "Gone" }),
  entryText("sold_out", { title: "Sold out" }),
);
const after = files(
  entryText("late", { title: "Late", status: "[410, 409]" }),
  entryText("sold_out", { title: "Sold out!" }),
);

/** A code that is gone, a default status that breaks, a title that hurts nobody. */
async function changedPlace(): Promise<Workplace> {
  const place = workplace(before);
  expect((await place.errdex(["release"])).code).toBe(0);
  place.write(after);
  return place;
}

const git = ({ folder }: Workplace, ...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
    cwd: folder,
    stdio: "pipe",
  });

describe("errdex diff for the services that run it", () => {
  it("annotates for GitHub, the worst first, and writes the summary of the job", async () => {
    const { errdex, read, folder } = await changedPlace();
    const { code, out } = await errdex(["diff", "released", "--format", "github"], "", {
      GITHUB_STEP_SUMMARY: `${folder}/summary.md`,
    });
    expect(code).toBe(1);
    expect(out).toBe(
      [
        "::error file=catalog/released.json,line=16,endLine=16,col=5,endColumn=11,title=code-removed::gone is gone without a tombstone. Nothing would keep the code from being used for something else.%0AKeep the entry of gone and add `retired: { since: 2.0.0 }`.",
        "::error file=catalog/errors/a.yaml,line=4,endLine=4,col=14,endColumn=17,title=status-default-changed::late is 410 by default instead of 409. Clients, proxies and caches that go by the status treat the error differently.%0AAdd the status behind the first, and choose it with `options.status`.",
        '::notice file=catalog/errors/a.yaml,line=16,endLine=16,col=12,endColumn=21,title=title-changed::The title of sold_out is "Sold out!" instead of "Sold out". It is for people.',
        "",
      ].join("\n"),
    );
    const rows = read("summary.md").split("\n");
    expect(rows[0]).toBe("### errdex: 2 errors, 0 warnings, 1 note");
    expect(rows[4]).toMatch(
      /^\| error \| catalog\\\/released\\\.json\\:16\\:5 \| code\\-removed \| gone is gone /,
    );
  });

  it("warns of what breaks and does not fail, and notes what is accepted", async () => {
    const { errdex, write, read } = await changedPlace();
    const levels = async (...argv: readonly string[]) =>
      (await errdex(["diff", "released", "--format", "github", ...argv])).out.match(/^::\w+/gm);
    expect(await levels("--fail-on", "refused")).toEqual(["::error", "::warning", "::notice"]);
    expect(await levels("--fail-on", "none")).toEqual(["::warning", "::warning", "::notice"]);
    expect(await levels("--fail-on", "patch")).toEqual(["::error", "::error", "::error"]);
    const accepted =
      "suppress: [{ change: status-default-changed, until: 1.0.1, reason: Nobody looks. }]\n";
    write({ "catalog/catalog.yaml": read("catalog/catalog.yaml") + accepted });
    const { out } = await errdex(["diff", "released", "--format", "github"]);
    expect(out).toMatch(
      /::notice .*title=status-default-changed::.*%0AIt is accepted: Nobody looks\./,
    );
  });

  it("gives SARIF the kind of change, both places and what to do", async () => {
    const { errdex } = await changedPlace();
    const { code, out } = await errdex(["diff", "released", "--format", "sarif"]);
    const { results, tool } = readSarif(out);
    expect([code, results.map(({ ruleId, level }) => `${level} ${ruleId}`)]).toEqual([
      1,
      ["error code-removed", "error status-default-changed", "note title-changed"],
    ]);
    const place = (uri: string, line: number, startColumn: number, endColumn: number) => ({
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      region: { startLine: line, startColumn, endLine: line, endColumn },
    });
    expect(results[0]?.locations).toEqual([
      { physicalLocation: place("catalog/released.json", 16, 5, 11) },
    ]);
    expect(results[0]?.relatedLocations).toEqual([]);
    expect(results[1]?.locations).toEqual([
      { physicalLocation: place("catalog/errors/a.yaml", 4, 14, 17) },
    ]);
    expect(results[1]?.relatedLocations).toEqual([
      {
        id: 0,
        physicalLocation: place("catalog/released.json", 29, 20, 23),
        message: { text: "Before the change." },
      },
    ]);
    expect(tool.driver.rules[1]).toMatchObject({
      id: "status-default-changed",
      shortDescription: { text: "The default status of a code is another." },
      fullDescription: {
        text: "The default status of a code is another. Clients, proxies and caches that go by the status treat the error differently.",
      },
      help: { markdown: expect.stringContaining("Instead: Add the status behind the first") },
      defaultConfiguration: { level: "error" },
    });
  });

  it("gives JUnit failures, and GitLab issues", async () => {
    const { errdex } = await changedPlace();
    const { out } = await errdex(["diff", "released", "--format", "junit"]);
    expect(out).toContain('tests="3" failures="2" errors="0" skipped="1"');
    expect(out).toContain('<testcase classname="catalog/released.json" name="code-removed 16:5">');
    const issues: readonly GitlabIssue[] = JSON.parse(
      (await errdex(["diff", "released", "--format", "gitlab"])).out,
    );
    const shown = issues.map(
      ({ severity, check_name, location: { path, lines } }: GitlabIssue) =>
        `${severity} ${check_name} ${path}:${JSON.stringify(lines)}`,
    );
    expect(shown).toEqual([
      'major code-removed catalog/released.json:{"begin":16,"end":16}',
      'major status-default-changed catalog/errors/a.yaml:{"begin":4,"end":4}',
      'info title-changed catalog/errors/a.yaml:{"begin":16,"end":16}',
    ]);
  });

  it("names files of the checkout alone, where the base is a commit", async () => {
    const place = workplace(before);
    git(place, "init", "--quiet", "--initial-branch=main");
    git(place, "add", ".");
    git(place, "commit", "--quiet", "--message=one");
    place.write(after);
    const { code, out } = await place.errdex(["diff", "git:main", "--format", "sarif"]);
    const { results } = readSarif(out);
    const places = results.map(({ ruleId, locations: [at], relatedLocations }) => [
      ruleId,
      at?.physicalLocation.artifactLocation.uri,
      at?.physicalLocation.region.startLine,
      relatedLocations.length,
    ]);
    expect([code, places]).toEqual([
      1,
      [
        ["code-removed", "catalog/catalog.yaml", 1, 0],
        ["status-default-changed", "catalog/errors/a.yaml", 4, 0],
        ["title-changed", "catalog/errors/a.yaml", 16, 0],
      ],
    ]);
  });

  it.each(["github", "sarif", "junit", "gitlab"])(
    "ends with 0 in %s where nothing changed or was released, and with 2 without a base",
    async (format) => {
      const place = workplace(before);
      const { code, err } = await place.errdex(["diff", "released", "--format", format]);
      expect([code, err]).toEqual([0, expect.stringContaining("Nothing was released yet")]);
      await place.errdex(["release"]);
      expect((await place.errdex(["diff", "released", "--format", format])).code).toBe(0);
      const missing = await place.errdex(["diff", "nowhere", "--format", format]);
      expect([missing.code, missing.out]).toEqual([2, ""]);
    },
  );
});
