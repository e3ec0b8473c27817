import { describe, expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

const broken = inCatalog({
  "catalog.yaml": headText(),
  "errors/a.yaml": errorsText(entryText("sold_out", { title: undefined })),
});

describe("errdex check for the services that run it", () => {
  it("annotates for GitHub, and writes the summary of the job", async () => {
    const { errdex, read, folder } = workplace({ ...broken, "summary.md": "Before.\n" });
    const env = { GITHUB_STEP_SUMMARY: `${folder}/summary.md` };
    const { code, out } = await errdex(["check", "--format", "github"], "", env);
    expect([code, out]).toEqual([
      1,
      "::error file=catalog/errors/a.yaml,line=3,endLine=3,col=3,endColumn=11,title=missing-title::sold_out has no title.\n",
    ]);
    expect(read("summary.md")).toMatch(/^Before\.\n### errdex: 1 error, 0 warnings\n\n\|/);
  });

  it("says where the summary cannot be written, and ends as it would", async () => {
    const { errdex, folder } = workplace(broken);
    const env = { GITHUB_STEP_SUMMARY: `${folder}/nowhere/summary.md` };
    const { code, out, err } = await errdex(["check", "--format", "github"], "", env);
    expect([code, out.startsWith("::error ")]).toEqual([1, true]);
    expect(err).toMatch(/^The summary of the job was not written: ENOENT/);
  });

  it("calls warnings errors where there are more than allowed", async () => {
    const { errdex } = workplace(
      inCatalog({
        "catalog.yaml": headText("types: { Unused: { type: string } }"),
        "errors/a.yaml": errorsText(entryText("sold_out")),
      }),
    );
    const asked = (limit: string) =>
      errdex(["check", "--format", "junit", "--max-warnings", limit]);
    const refused = await asked("0");
    expect([refused.code, refused.out.includes('failures="1"')]).toEqual([1, true]);
    const allowed = await asked("1");
    expect([allowed.code, allowed.out.includes('failures="0"')]).toEqual([0, true]);
  });

  it("names paths from the root of the checkout", async () => {
    const { errdex, folder } = workplace(
      Object.fromEntries(Object.entries(broken).map(([path, text]) => [`packages/${path}`, text])),
    );
    const env = { GITHUB_WORKSPACE: folder };
    const inside = await errdex(["check", "--format", "github"], "packages", env);
    expect(inside.out).toContain("file=packages/catalog/errors/a.yaml,");
    const above = await errdex(["check", "../catalog", "--format", "gitlab"], "packages/catalog", {
      CI_PROJECT_DIR: folder,
    });
    expect(JSON.parse(above.out)[0].location.path).toBe("packages/catalog/errors/a.yaml");
  });

  it("gives SARIF the page of the rule, and JUnit a failure", async () => {
    const { errdex } = workplace(broken);
    const { code, out } = await errdex(["check", "--format", "sarif"]);
    const [rule] = JSON.parse(out).runs[0].tool.driver.rules;
    expect([code, rule.id, rule.shortDescription.text]).toEqual([
      1,
      "missing-title",
      "Every entry has a title.",
    ]);
    expect((await errdex(["check", "--format", "junit"])).out).toContain('failures="1"');
  });

  it.each(["github", "sarif", "junit", "gitlab"])(
    "ends with 0 in %s where nothing is wrong, and with 2 where there is no catalog",
    async (format) => {
      const { errdex, write } = workplace(broken);
      write(inCatalog({ "errors/a.yaml": errorsText(entryText("sold_out")) }));
      expect((await errdex(["check", "--format", format])).code).toBe(0);
      const missing = await errdex(["check", "nowhere", "--format", format]);
      expect([missing.code, missing.out]).toEqual([2, ""]);
    },
  );
});

describe("errdex check --fix", () => {
  it("mends what it can, says so, and reports the rest", async () => {
    const { errdex, read, files } = workplace(
      inCatalog({
        "catalog.yaml": headText(),
        "errors/a.yaml": errorsText(entryText("sold_out", { since: undefined, causes: undefined })),
      }),
    );
    const before = files();
    const { code, out, err } = await errdex(["check", "--fix"]);
    expect([code, err]).toEqual([
      1,
      "fixed catalog/errors/a.yaml: sold_out: added `since: 1.0.0`\n",
    ]);
    expect(out).toMatch(/missing-causes.*\n1 error, 0 warnings\n$/s);
    expect(read("catalog/errors/a.yaml")).toMatch(/\n {4}since: 1\.0\.0\n$/);
    expect(files()).toEqual(before);
    expect((await errdex(["check", "--fix"])).err).toBe("");
  });
});
