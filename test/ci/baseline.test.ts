import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lines, strictHeadText } from "../support/catalog-of.js";
import { commitAll, git } from "../support/git.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

const path = "catalog/baseline.json";
const soldOut = "  sold_out: { status: 409, title: Sold out, message: Nothing is left. }";
const tooMany = "  too_many: { status: 400, title: Too many, message: That is too much. }";
const gone = "  gone: { status: 410, title: Gone, message: It is gone. }";

const legacy = (version: string, ...entries: readonly string[]) =>
  inCatalog({
    "catalog.yaml": strictHeadText().replace("1.0.0", version),
    "errors/all.yaml": lines("category: orders", "errors:", ...entries),
  });

/** A repository with two codes that lack much. */
function repository(): Workplace {
  const place = workplace(legacy("1.0.0", soldOut, tooMany));
  commitAll(place.folder);
  return place;
}

/** One whose baseline is in the base. */
async function settled(): Promise<Workplace> {
  const place = workplace(legacy("1.0.0", soldOut, tooMany));
  await place.errdex(["check", "--baseline"]);
  commitAll(place.folder);
  return place;
}

/** What `errdex ci` finds of baselines, and how it ends. */
async function found(place: Workplace, ...options: readonly string[]) {
  const { code, out } = await place.errdex([
    "ci",
    "--base",
    "git:main",
    "--format",
    "json",
    ...options,
  ]);
  const { findings, catalogs } = JSON.parse(out);
  return {
    code,
    findings: findings
      .filter(({ rule }: { readonly rule: string }) => /^(baseline|missing)-/.test(rule))
      .map(
        ({ severity, rule, message, path: file, line }: Record<string, string>) =>
          `${severity} ${rule} ${file}:${line} ${message}`,
      ),
    covered: catalogs[0].covered,
  };
}

describe("errdex ci and a baseline", () => {
  it("notes that one begins, and what it covers", async () => {
    const place = repository();
    await place.errdex(["check", "--baseline"]);
    const { code, findings, covered } = await found(place);
    expect([code, findings]).toEqual([
      0,
      [
        `note baseline-begun ${path}:1 The baseline begins to cover 14 findings (missing-causes 2, missing-examples 2, missing-fixes 2, missing-meaning 2, missing-resolver 2, missing-retry 2, missing-since 2).`,
      ],
    ]);
    expect(covered).toMatchObject({ "missing-causes": 2, "missing-since": 2 });
    const { out } = await place.errdex(["ci", "--base", "git:main"]);
    expect(out).toContain("\n  baseline: covers 14 findings (missing-causes 2, ");
    expect(out).toMatch(/note baseline-begun .*\n.*\n.*\n {2}help: From now on/);
    const { out: markdown } = await place.errdex([
      "ci",
      "--base",
      "git:main",
      "--format",
      "markdown",
    ]);
    expect(markdown).toContain("Its baseline covers 14 findings.");
    expect(markdown).toContain("The baseline begins to cover 14 findings");
  });

  it("passes where nothing of it changed, staged too", async () => {
    const place = await settled();
    expect(await found(place)).toMatchObject({ code: 0, findings: [] });
    expect(await found(place, "--staged")).toMatchObject({
      code: 0,
      findings: [],
      covered: { "missing-since": 2 },
    });
  });

  it("fails where a code that is new is let be by hand, or by a baseline that was written anew", async () => {
    const place = await settled();
    place.write(legacy("1.1.0", soldOut, tooMany, gone));
    expect((await found(place)).findings).toHaveLength(7);
    rmSync(`${place.folder}/${path}`);
    await place.errdex(["check", "--baseline"]);
    const { code, findings } = await found(place);
    expect(code).toBe(1);
    expect(findings).toHaveLength(7);
    expect(findings[0]).toBe(
      `error baseline-grown ${path}:5 The baseline covers 1 finding of missing-causes that the base's does not: "gone".`,
    );
  });

  it("fails where what was mended is let be again", async () => {
    const place = await settled();
    const before = place.read(path);
    place.write(legacy("2.0.0", soldOut.replace(" }", ", retry: never }"), tooMany));
    expect((await found(place)).findings).toEqual([
      `error baseline-stale ${path}:1 ${path} covers 1 finding (missing-retry 1) that nobody finds any more.`,
    ]);
    await place.errdex(["check", "--baseline"]);
    expect(await found(place)).toMatchObject({ code: 0, findings: [] });
    git(place.folder, "commit", "--quiet", "--all", "--message=mended");
    place.write({ ...legacy("3.0.0", soldOut, tooMany), [path]: before });
    expect((await found(place)).findings).toEqual([
      `error baseline-grown ${path}:${before.slice(0, before.indexOf("missing-retry")).split("\n").length + 1} The baseline covers 1 finding of missing-retry that the base's does not: "sold_out".`,
    ]);
  });

  it("notes a rule that is new to it, for codes that are not", async () => {
    const place = await settled();
    const without = (text: string) => text.replace(/ {4}"missing-causes": \{[^}]*\},\n/, "");
    const whole = place.read(path);
    place.write({ [path]: without(whole) });
    git(place.folder, "commit", "--quiet", "--all", "--message=older errdex");
    place.write({ [path]: whole });
    expect(await found(place)).toMatchObject({
      code: 0,
      findings: [
        `note baseline-begun ${path}:1 The baseline begins to cover 2 findings (missing-causes 2).`,
      ],
    });
  });

  it("lets a code that is renamed take along what was let be, and no more", async () => {
    const place = await settled();
    const renamed = "  none_left: { status: 409, title: Sold out, message: Nothing is left. }";
    place.write({
      ...legacy("2.0.0", renamed, tooMany),
      [path]: place.read(path).replaceAll('"sold_out"', '"none_left"'),
    });
    expect((await found(place)).findings).toEqual([]);
    place.write({
      ...legacy("2.0.0", renamed, tooMany, gone),
      [path]: place.read(path).replaceAll('"none_left": 1,', '"none_left": 1,\n      "gone": 1,'),
    });
    expect((await found(place)).findings).toHaveLength(7);
  });

  it("ends with 2 where that of the base cannot be read", async () => {
    const place = await settled();
    const sound = place.read(path);
    place.write({ [path]: "{" });
    git(place.folder, "commit", "--quiet", "--all", "--message=broken");
    place.write({ [path]: sound });
    const { code, err } = await place.errdex(["ci", "--base", "git:main"]);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("main:catalog/baseline.json:1:2 error baseline-form"),
    ]);
  });
});
