import { chmodSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { commitAll, git } from "../support/git.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

const catalog = (version: string, ...codes: readonly string[]) =>
  inCatalog({
    "catalog.yaml": headText("outputs: { typescript: ../src/errors }").replace("1.0.0", version),
    "errors/a.yaml": errorsText(
      ...codes.map((code) => entryText(code, { title: `About ${code}` })),
    ),
  });

async function repository(): Promise<Workplace> {
  const place = workplace(catalog("1.0.0", "sold_out"));
  await place.errdex(["build"]);
  commitAll(place.folder);
  return place;
}

describe("errdex ci --staged", () => {
  it("sees what would be committed, and not what is on the disk", async () => {
    const place = await repository();
    place.write(catalog("1.1.0", "sold_out", "late"));
    await place.errdex(["build"]);
    git(place.folder, "add", "catalog");
    const unbuilt = await place.errdex(["ci", "--staged"]);
    expect(unbuilt.code).toBe(1);
    expect(unbuilt.out).toContain("Compared with HEAD.");
    expect(unbuilt.out).toContain("output-stale src/errors/index.ts is not what the catalog says.");
    git(place.folder, "add", "src");
    place.write(catalog("1.1.0", "late"));
    expect((await place.errdex(["ci", "--staged"])).code).toBe(0);
    // On the disk a code is gone, and no output is current.
    expect((await place.errdex(["ci", "--base", "git:HEAD"])).code).toBe(1);
  });

  it("finds outputs of earlier builds, and leaves alone those that git ignores", async () => {
    const place = await repository();
    const old = place.read("src/errors/wire.ts");
    place.write({ "src/errors/locales/de.ts": old });
    git(place.folder, "add", "--all");
    const { out } = await place.errdex(["ci", "--staged"]);
    expect(out).toContain("src/errors/locales/de.ts is left over from an earlier build.");
    git(place.folder, "rm", "--quiet", "--cached", "-r", "src");
    place.write({ ".gitignore": "src/errors\n" });
    git(place.folder, "add", ".gitignore");
    const ignored = await place.errdex(["ci", "--staged"]);
    expect(ignored.code).toBe(0);
    expect(ignored.out).toMatch(/outputs: 0 files up to date, \d+ that git ignores/);
  });

  it("does not ask the disk, for settings or for the folder either", async () => {
    const place = await repository();
    place.write({ "errdex.config.yaml": "catalogs: catalog\n" });
    git(place.folder, "add", "--all");
    place.write({ "errdex.config.yaml": "bad: 1\n" });
    rmSync(join(place.folder, "catalog"), { recursive: true });
    const { code, err, out } = await place.errdex(["ci", "--staged"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("outputs: 8 files up to date");
  });

  it("judges the first commit, and leaves index and objects as they were", async () => {
    const place = workplace(catalog("1.0.0", "sold_out"));
    await place.errdex(["build"]);
    git(place.folder, "init", "--quiet");
    git(place.folder, "add", "--all");
    const before = place.files(".git");
    const { code, out } = await place.errdex(["ci", "--staged"]);
    expect(code).toBe(0);
    expect(out).toContain("Compared with nothing, since this is the first commit.");
    expect(place.files(".git")).toEqual(before);
  });

  it("says that an index with conflicts is none", async () => {
    const place = await repository();
    git(place.folder, "checkout", "--quiet", "-b", "other");
    place.write(catalog("1.1.0", "sold_out", "late"));
    git(place.folder, "commit", "--quiet", "--all", "--message=late");
    git(place.folder, "checkout", "--quiet", "main");
    place.write(catalog("1.1.0", "sold_out", "early"));
    git(place.folder, "commit", "--quiet", "--all", "--message=early");
    expect(() => git(place.folder, "merge", "other")).toThrow();
    const { code, err } = await place.errdex(["ci", "--staged"]);
    expect(code).toBe(2);
    expect(err).toBe("errdex: The index has conflicts. Resolve them, and add the files.\n");
  });

  it.each([
    ["commit", "--all"],
    ["commit", "--only", "catalog/errors/a.yaml"],
  ])("is a hook of git %s that sees what is committed", async (...args) => {
    const place = await repository();
    const hook = `#!/bin/sh\nexec "${process.execPath}" "${root}dist/cli.js" ci --staged\n`;
    place.write({ ".git/hooks/pre-commit": hook });
    chmodSync(join(place.folder, ".git/hooks/pre-commit"), 0o755);
    place.write(catalog("1.0.0", "late"));
    expect(() => git(place.folder, ...args, "--quiet", "--message=late")).toThrow(
      /code-removed sold_out is gone/,
    );
    expect(git(place.folder, "log", "--format=%s")).toBe("one\n");
  });

  it("reads links of the index by what they lead to", async () => {
    const place = await repository();
    place.write({ "shared/b.yaml": errorsText(entryText("late", { title: "Late" })) });
    symlinkSync("../../shared/b.yaml", join(place.folder, "catalog/errors/b.yaml"));
    git(place.folder, "add", "--all");
    const { out } = await place.errdex(["ci", "--staged"]);
    expect(out).toContain("code-added late is new.");
    rmSync(join(place.folder, "shared"), { recursive: true });
    git(place.folder, "add", "--all");
    const broken = await place.errdex(["ci", "--staged"]);
    expect([broken.code, broken.err]).toEqual([
      2,
      "errdex: the index:catalog/errors/b.yaml is a link to nothing in the repository.\n",
    ]);
  });
});
