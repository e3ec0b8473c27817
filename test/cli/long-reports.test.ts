import { describe, expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

const numbers = Array.from({ length: 40 }, (_, index) => index);

/** A catalog with that many unused types, each of which is a warning. */
const withWarnings = (warnings: number, ...entries: readonly string[]) =>
  inCatalog({
    "catalog.yaml": headText(
      "outputs: { typescript: ../src/errors, site: ../site }",
      "docs: https://errors.example.com/{code}",
      `types: {${numbers.slice(0, warnings).map((number) => `Unused${number}: string`)}}`,
    ),
    "errors/a.yaml": errorsText(
      ...(entries.length > 0 ? entries : [entryText("sold_out", { title: "Out of stock" })]),
    ),
  });

const untitled = numbers
  .slice(0, 15)
  .map((number) => entryText(`code_${number}`, { title: undefined }));

const shownOf = (text: string, kind: string) => text.split(` ${kind} `).length - 1;

describe("a long report", () => {
  it("of check shows the first ten of each rule, how many more there are, and the totals", async () => {
    const { errdex } = workplace(withWarnings(32));
    const { code, out } = await errdex(["check"]);
    expect([code, shownOf(out, "warning type-unused")]).toEqual([0, 10]);
    expect(out).toContain('type "Unused9"');
    expect(out).not.toContain('type "Unused10"');
    expect(out).toMatch(
      /\n\nwarning type-unused: 32 in all, 22 more shown by --all\n\n0 errors, 32 warnings\nshop: 1 code, no errors\.\n$/,
    );
  });

  it("of check is whole with --all, and where no rule has more than ten", async () => {
    const whole = await workplace(withWarnings(32)).errdex(["check", "--all"]);
    expect([whole.code, shownOf(whole.out, "warning type-unused")]).toEqual([0, 32]);
    expect(whole.out).not.toContain("more shown by");
    const short = workplace(withWarnings(10));
    expect(await short.errdex(["check"])).toEqual(await short.errdex(["check", "--all"]));
  });

  it("hides no rule behind another, and ends as the whole one", async () => {
    const { errdex } = workplace(withWarnings(32, ...untitled));
    const { code, out, err } = await errdex(["build"]);
    expect([code, err]).toEqual([1, "Nothing was written.\n"]);
    expect(shownOf(out, "error missing-title")).toBe(10);
    expect(out).toContain("warning type-unused: 32 in all, 22 more shown by --all\n");
    expect(out).toContain("error missing-title: 15 in all, 5 more shown by --all\n");
    expect(out).toMatch(/\n15 errors, 32 warnings\n$/);
    const whole = await errdex(["build", "--all"]);
    expect([whole.code, shownOf(whole.out, "error missing-title")]).toEqual([1, 15]);
  });

  it("counts warnings that are not shown", async () => {
    const { errdex } = workplace(withWarnings(32));
    const { code, err } = await errdex(["check", "--max-warnings", "31"]);
    expect([code, err]).toEqual([1, "More than 31 warnings.\n"]);
    expect((await errdex(["check", "--max-warnings", "32"])).code).toBe(0);
  });

  it("for a program has all", async () => {
    const { errdex } = workplace(withWarnings(32));
    for (const format of ["json", "sarif", "junit", "gitlab"]) {
      const { out } = await errdex(["check", "--format", format]);
      expect(
        out.match(/"(rule|ruleId|check_name)": "type-unused"|name="type-unused /g),
      ).toHaveLength(32);
    }
  });

  it("for GitHub begins with what is an error without --max-warnings too", async () => {
    const { errdex } = workplace(withWarnings(32, entryText("sold_out", { title: undefined })));
    const { out } = await errdex(["check", "--format", "github", "--max-warnings", "0"]);
    expect(out).toMatch(/^::error [^\n]*title=missing-title::/);
    expect(out.split("::error ")).toHaveLength(11);
    expect(out).toContain("23 more findings in the summary of this job");
  });

  it("of release and docs, and of a command that only shows, is cut the same way", async () => {
    const { errdex } = workplace(withWarnings(0, ...untitled));
    const released = await errdex(["release"]);
    expect([released.code, shownOf(released.out, "error missing-title")]).toEqual([1, 10]);
    expect(released.out).toContain("error missing-title: 15 in all, 5 more shown by --all\n");
    const all = await errdex(["release", "--all"]);
    expect(shownOf(all.out, "error missing-title")).toBe(15);
    for (const argv of [["docs"], ["list"]]) {
      const { code, err } = await errdex(argv);
      expect([code, shownOf(err, "error missing-title")]).toEqual([2, 10]);
      expect(err).toContain(
        "error missing-title: 15 in all, 5 more shown by `errdex check --all`\n",
      );
    }
    const whole = await errdex(["docs", "--all"]);
    expect([whole.code, shownOf(whole.err, "error missing-title")]).toEqual([2, 15]);
  });

  it("of diff shows the first ten of each kind, and of each class of a kind", async () => {
    const entries = (status: string) =>
      numbers.map((number) =>
        entryText(`code_${number}`, {
          title: `Number ${number}`,
          status,
          message: `Case ${number}.`,
        }),
      );
    const place = workplace(withWarnings(0, ...entries("409")));
    expect((await place.errdex(["release"])).code).toBe(0);
    place.write(withWarnings(0, ...entries("410")));
    const { code, out } = await place.errdex(["diff", "released"]);
    expect([code, shownOf(out, "major status-removed")]).toEqual([1, 10]);
    expect(out).toContain("\nmajor status-removed: 40 in all, 30 more shown by --all\n");
    expect(out).toMatch(/\n\n\d+ changes: major\n$/);
    const whole = await place.errdex(["diff", "released", "--all"]);
    expect([whole.code, shownOf(whole.out, "major status-removed")]).toEqual([1, 40]);
    expect(whole.out).not.toContain("more shown by");
    const json = JSON.parse((await place.errdex(["diff", "released", "--format", "json"])).out);
    expect(json.changes.length).toBeGreaterThanOrEqual(40);
    const refused = await place.errdex(["release"]);
    expect(refused.out).toContain("\nmajor status-removed: 40 in all, 30 more shown by --all\n");
  });

  it("of coverage shows the first ten of what it found, and of what it could not see", async () => {
    const place = workplace({
      ...withWarnings(0),
      "src/errors/index.ts": "// Generated by errdex from the catalog shop. Do not edit.\n",
      "src/client.ts": [
        'import { hasCode } from "./errors/index.js";',
        "export const seen = (error: unknown, codes: readonly string[]) => [",
        ...numbers.map((number) => `  hasCode(error, "sold_uot_${number}"),`),
        "];",
      ].join("\n"),
      ...Object.fromEntries(
        numbers.slice(0, 12).map((number) => [`src/broken-${number}.ts`, "const ;"]),
      ),
    });
    const { code, out } = await place.errdex(["coverage", "src"]);
    expect([code, shownOf(out, "error coverage-unknown")]).toEqual([1, 10]);
    expect(out).toContain("\nerror coverage-unknown: 40 in all, 30 more shown by --all\n");
    const whole = await place.errdex(["coverage", "src", "--all"]);
    expect([whole.code, shownOf(whole.out, "error coverage-unknown")]).toEqual([1, 40]);
    expect(
      [out, whole.out].map((text) =>
        shownOf(text.replaceAll(/^ {2}src.broken/gm, " unseen "), "unseen"),
      ),
    ).toEqual([10, 12]);
    expect(out).toMatch(/\n {2}coverage-unseen: 12 in all, 2 more shown by --all\n$/);
  });
});
