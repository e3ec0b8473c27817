import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, it, onTestFinished } from "vitest";
import { run } from "../../src/cli/run.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { commitAll, git } from "../support/git.js";
import { inCatalog, recordingHost, type Workplace, workplace } from "../support/workplace.js";

const catalog = (...codes: readonly string[]) =>
  inCatalog({
    "catalog.yaml": headText("outputs: { typescript: ../src/errors }"),
    "errors/a.yaml": errorsText(
      ...codes.map((code) => entryText(code, { title: `About ${code}` })),
    ),
  });

/** A repository with a catalog and its outputs. */
async function repository(): Promise<Workplace> {
  const place = workplace(catalog("sold_out"));
  await place.errdex(["build"]);
  commitAll(place.folder);
  return place;
}

describe("errdex ci ends with 2 where it cannot look", () => {
  it("without a base", async () => {
    const { code, out, err } = await (await repository()).errdex(["ci"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      "errdex: There is no base. Name one: `--base git:origin/main`, or `--base released` for the ledgers alone.\n",
    );
  });

  it.each([
    ["git:origin/main", 'no commit "origin/main". Fetch it: `git fetch origin main`.'],
    ["git:--output=x", '"--output=x" is no commit.'],
    ["git:main\nHEAD", "is no commit."],
    ["git:$(touch RUN)", "There is no commit"],
    ["main", "A base is git:REF, or released."],
    ["git:", "A base is git:REF, or released."],
  ])("with the base %j", async (base, expected) => {
    const place = await repository();
    const before = place.files();
    const { code, out, err } = await place.errdex(["ci", "--base", base]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(expected);
    expect(place.files()).toEqual(before);
  });

  it("in a shallow clone that does not reach back to the base", async () => {
    const place = await repository();
    git(place.folder, "checkout", "--quiet", "-b", "feature");
    for (const name of ["one", "two"]) {
      place.write({ [name]: "" });
      git(place.folder, "add", "--all");
      git(place.folder, "commit", "--quiet", `--message=${name}`);
    }
    git(place.folder, "checkout", "--quiet", "main");
    place.write({ three: "" });
    git(place.folder, "add", "--all");
    git(place.folder, "commit", "--quiet", "--message=three");
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "errdex-shallow-")));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const from = `file://${place.folder}`;
    const shallow = ["clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=feature"];
    execFileSync("git", [...shallow, from, folder]);
    const { host, said } = recordingHost(folder);
    expect(await run(["ci", "--base", "git:origin/main"], host)).toBe(2);
    expect(said.err).toContain("HEAD and origin/main have no commit in common.");
    expect(said.err).toContain("The clone is shallow: fetch more of it, such as with");
  });

  it("in no repository, and without a catalog", async () => {
    const { errdex } = workplace(catalog("sold_out"));
    expect((await errdex(["ci", "--base", "git:main"])).err).toContain("no git repository here");
    const empty = workplace({ file: "" });
    commitAll(empty.folder);
    const { code, err } = await empty.errdex(["ci", "--base", "git:main"]);
    expect([code, err]).toEqual([
      2,
      "errdex: There is no catalog in this repository. Begin one with `errdex init`.\n",
    ]);
  });

  it("where the base cannot be read, and still judges the rest", async () => {
    const place = await repository();
    place.write({ "catalog/errors/a.yaml": "category: [\n" });
    git(place.folder, "commit", "--quiet", "--all", "--message=broken");
    place.write(catalog("sold_out", "sold_out"));
    const { code, out, err } = await place.errdex(["ci", "--base", "git:main"]);
    expect(code).toBe(2);
    expect(err).toContain("main:catalog/errors/a.yaml:2:1 error yaml-syntax");
    expect(err).toContain("Not all of main:catalog can be read.");
    expect(out).toContain("error yaml-duplicate-key");
  });

  it("where settings name what is not there, and still judges the rest", async () => {
    const place = await repository();
    place.write({
      ...catalog("sold_out", "late"),
      "package.json": JSON.stringify({ errdex: ["catalog", "nowhere"] }),
    });
    const { code, out, err } = await place.errdex(["ci", "--base", "git:main"]);
    expect([code, err]).toEqual([2, "errdex: There is no folder nowhere.\n"]);
    expect(out).toContain("error version-uncovered");
    expect(out).toContain("minor code-added late is new.");
  });

  it("where an output would replace what errdex did not write", async () => {
    const place = await repository();
    place.write({ "src/errors/index.ts": "mine\n" });
    const { code, err } = await place.errdex(["ci", "--base", "git:main"]);
    expect(code).toBe(2);
    expect(err).toContain("src/errors/index.ts was not written by errdex, so it is not replaced.");
  });
});

describe("errdex ci", () => {
  it("takes the branch that a pull request goes into from GitHub and GitLab", async () => {
    const place = await repository();
    git(place.folder, "update-ref", "refs/remotes/origin/main", "main");
    for (const name of ["GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"]) {
      const { code, out } = await place.errdex(["ci"], "", { [name]: "main" });
      expect(code).toBe(0);
      expect(out).toMatch(/^Compared with origin\/main, which is HEAD\.\n/);
    }
  });

  it("does not take what the base has gained since for what the branch has lost", async () => {
    const place = await repository();
    git(place.folder, "checkout", "--quiet", "-b", "feature");
    git(place.folder, "checkout", "--quiet", "main");
    place.write(catalog("sold_out", "late"));
    git(place.folder, "commit", "--quiet", "--all", "--message=late");
    git(place.folder, "checkout", "--quiet", "feature");
    expect((await place.errdex(["ci", "--base", "git:main"])).code).toBe(0);
    expect((await place.errdex(["diff", "git:main"])).code).toBe(1);
  });

  it("compares with the ledgers alone where that is asked for, without git too", async () => {
    const place = workplace(catalog("sold_out"));
    await place.errdex(["build"]);
    await place.errdex(["release"]);
    const passed = await place.errdex(["ci", "--base", "released"]);
    expect(passed).toMatchObject({ code: 0, err: "" });
    expect(passed.out).toContain("Compared with the ledgers.");
    place.write(catalog("late"));
    const { code, out } = await place.errdex(["ci", "--base", "released"]);
    expect(code).toBe(1);
    expect(out).toContain("error code-removed sold_out is gone without a tombstone");
  });

  it("lets a catalog pass that is new", async () => {
    const place = workplace({ file: "" });
    commitAll(place.folder);
    place.write(catalog("sold_out"));
    await place.errdex(["build"]);
    const { code, out } = await place.errdex(["ci", "--base", "git:main"]);
    expect(code).toBe(0);
    expect(out).toContain("shop 1.0.0 (catalog)\n  new\n  nothing was released yet\n");
  });

  it("finds every catalog where no settings name them, from a folder inside too", async () => {
    const place = workplace({
      ...catalog("sold_out"),
      "apps/x/catalog/catalog.yaml": headText().replace("shop", "other"),
      "apps/x/catalog/errors/a.yaml": errorsText(entryText("late")),
      "apps/x/data/catalog.yaml": "products: []\n",
    });
    await place.errdex(["build"]);
    commitAll(place.folder);
    const names = async (inside: string) => {
      const { out } = await place.errdex(["ci", "--base", "git:main", "--format", "json"], inside);
      const { catalogs } = JSON.parse(out) as { catalogs: { name: string; folder: string }[] };
      return catalogs.map(({ name, folder }) => `${name} ${folder}`);
    };
    expect(await names("")).toEqual(["other apps/x/catalog", "shop catalog"]);
    expect(await names("apps")).toEqual(["other x/catalog", "shop ../catalog"]);
  });

  it("takes the words of strangers for words, in a comment too", async () => {
    const place = await repository();
    const title = "@everyone <img src=x onerror=1> #1 ::error::x ](https://x.example) | `x`";
    const text = errorsText(
      entryText("sold_out", { title: JSON.stringify(title), message: JSON.stringify(`${title}.`) }),
    );
    place.write(inCatalog({ "errors/a.yaml": text }));
    const { out } = await place.errdex(["ci", "--base", "git:main", "--format", "markdown"]);
    const page = new MarkdownIt({ html: true, linkify: true }).render(out);
    expect(page).toContain("title-changed");
    // What GitHub makes links of after that begins with these.
    expect(page).not.toMatch(/<img|<a |@everyone|#1|https:\/\//);
    expect(out).not.toMatch(/^::/m);
  });
});

describe("what nobody can see does not pass", () => {
  it.each(["errdex.config.yaml", "errdex.config.json"])(
    "settings that are a link, of which nothing is shown: %s",
    async (name) => {
      const place = await repository();
      place.write({ "../errdex-secret": "//token=TOPSECRET\n" });
      onTestFinished(() => rmSync(join(place.folder, "../errdex-secret"), { force: true }));
      symlinkSync("../errdex-secret", join(place.folder, name));
      const { code, out, err } = await place.errdex(["ci", "--base", "git:main"]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toBe(`errdex: ${name} is a link. Settings stand in a file of their own.\n`);
    },
  );

  it("a break behind a first ledger, and an output that no catalog names any more", async () => {
    const place = workplace(catalog("sold_out", "late"));
    await place.errdex(["build"]);
    commitAll(place.folder);
    place.write(catalog("late"));
    await place.errdex(["build"]);
    await place.errdex(["release"]);
    const { code, out } = await place.errdex(["ci", "--base", "git:main"]);
    expect(code).toBe(1);
    expect(out).toContain("refused code-removed sold_out is gone without a tombstone");
  });

  it("the only catalog, which vanishes, with the reason or without one", async () => {
    const place = await repository();
    for (const folder of ["catalog", "src"])
      rmSync(join(place.folder, folder), { recursive: true });
    const gone = await place.errdex(["ci", "--base", "git:main"]);
    expect(gone.code).toBe(1);
    expect(gone.out).toContain("error catalog-gone The catalog shop was in catalog, and is gone");
    place.write({ "errdex.config.yaml": "removed: { shop: Nobody calls it. }\n" });
    const removed = await place.errdex(["ci", "--base", "git:main"]);
    expect(removed.code).toBe(0);
    expect(removed.out).toContain("with 1 code in use: Nobody calls it.");
  });

  it("a version that the base has released meanwhile", async () => {
    const place = workplace(catalog("sold_out"));
    await place.errdex(["build"]);
    await place.errdex(["release"]);
    commitAll(place.folder);
    const release = async (branch: string, code: string) => {
      git(place.folder, "checkout", "--quiet", "-B", branch, "main");
      place.write(catalog("sold_out", code));
      place.write({
        "catalog/catalog.yaml": place.read("catalog/catalog.yaml").replace("1.0.0", "1.1.0"),
      });
      await place.errdex(["build"]);
      if (branch === "tip") await place.errdex(["release"]);
      git(place.folder, "add", "--all");
      git(place.folder, "commit", "--quiet", "--message", code);
    };
    await release("tip", "late");
    await release("feature", "early");
    const { code, out } = await place.errdex(["ci", "--base", "git:tip"]);
    expect(code).toBe(1);
    expect(out).toContain("error version-taken tip has released shop 1.1.0 since");
  });

  it.each([
    ["text", /errdex ci: not all could be looked at\.\n$/],
    ["json", /"problems": \[\n {4}"There is no/],
    ["markdown", /### errdex: not all could be looked at/],
    ["github", /^::error file=errdex\.config\.yaml,.*title=unread::/m],
    ["sarif", /"ruleId": "unread"/],
    ["junit", /<failure /],
    ["gitlab", /"check_name": "unread"/],
  ])("a run that could not look, as %s", async (format, expected) => {
    const place = await repository();
    place.write({
      "errdex.config.yaml": "catalogs: [catalog, nowhere]\n",
      "errdex.md": "All good.",
    });
    const argv = ["ci", "--base", "git:main", "--format", format, "--summary", "errdex.md"];
    const { code, out } = await place.errdex(argv);
    expect(code).toBe(2);
    expect(out).toMatch(expected);
    expect(place.read("errdex.md")).toContain("not all could be looked at");
    const none = await place.errdex([...argv.slice(0, 2), "git:nope", ...argv.slice(3)]);
    expect(none.code).toBe(2);
    if (format !== "text") expect(none.out).toMatch(/no commit/);
    expect(place.read("errdex.md")).toContain("There is no commit");
  });
});
