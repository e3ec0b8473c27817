import { chmodSync, existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { commitAll, git } from "../support/git.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

const files = (status = "409") =>
  inCatalog({
    "catalog.yaml": headText("outputs: { typescript: ../src/errors }"),
    "errors/a.yaml": errorsText(entryText("late", { status })),
  });

/** A repository whose catalog answers 410 now, and 409 on `main`. */
function changed(texts: Readonly<Record<string, string>> = {}): Workplace {
  const place = workplace({ ...files(), ...texts });
  commitAll(place.folder);
  place.write(files("410"));
  return place;
}

/** Runs what a bare repository that was committed as plain files asks for, where git takes it for one. */
function lookalike(place: Workplace, at: string, program: string): Record<string, string> {
  return {
    [`${at}HEAD`]: "ref: refs/heads/main\n",
    [`${at}refs/heads/main`]: `${"1".repeat(40)}\n`,
    [`${at}objects/.keep`]: "",
    [`${at}config`]: `[core]
	repositoryformatversion = 1
	bare = true
	fsmonitor = "${program}"
	sshCommand = "${program}"
	hooksPath = ${place.folder}/hooks
[extensions]
	partialClone = origin
[remote "origin"]
	url = ${place.folder}
	promisor = true
	uploadpack = "${program}"
`,
  };
}

describe("a commit as the base", () => {
  it.each(["catalog/", "catalog/errors/", "", "packages/"])(
    "is that of the repository, and runs nothing, where a bare one was committed in %j",
    async (at) => {
      const place = workplace(files());
      place.write(lookalike(place, at, `touch ${place.folder}/RUN; false`));
      commitAll(place.folder);
      place.write(files("410"));
      const { code, out } = await place.errdex(["diff", "git:main"]);
      expect([code, existsSync(join(place.folder, "RUN"))]).toEqual([1, false]);
      expect(out).toContain("status-");
    },
  );

  it("is not read from a bare repository in the catalog where there is no other", async () => {
    const place = workplace(files());
    place.write(lookalike(place, "catalog/", `touch ${place.folder}/RUN; false`));
    const { code, err } = await place.errdex(["diff", "git:main"]);
    expect([code, err, existsSync(join(place.folder, "RUN"))]).toEqual([
      2,
      "errdex: The catalog is in no git repository.\n",
      false,
    ]);
  });

  it("runs nothing that the settings of the repository name", async () => {
    const place = changed({ hook: "" });
    const program = join(place.folder, "program");
    writeFileSync(program, `#!/bin/sh\ntouch "${place.folder}/RUN"\n`);
    chmodSync(program, 0o755);
    mkdirSync(join(place.folder, "hooks"));
    for (const name of ["post-checkout", "reference-transaction", "post-index-change"])
      symlinkSync(program, join(place.folder, "hooks", name));
    for (const [key, value] of [
      ["core.fsmonitor", program],
      ["core.hooksPath", join(place.folder, "hooks")],
      ["core.pager", program],
      ["core.sshCommand", program],
      ["core.alternateRefsCommand", program],
      ["core.askPass", program],
      ["diff.external", program],
      ["diff.yaml.textconv", program],
      ["filter.yaml.smudge", program],
      ["credential.helper", `!${program}`],
      ["alias.rev-parse", `!${program}`],
      ["pager.ls-tree", program],
    ] as const)
      git(place.folder, "config", key, value);
    place.write({ ".gitattributes": "*.yaml diff=yaml filter=yaml\n" });
    const { code, out } = await place.errdex(["diff", "git:main"]);
    expect([code, existsSync(join(place.folder, "RUN"))]).toEqual([1, false]);
    expect(out).toContain("status-");
  });

  it("is read by the git of the machine, never by one of the checkout or of the folder it stands in", async () => {
    const place = changed();
    const fake = `#!/bin/sh\ntouch "${place.folder}/RUN"\n`;
    for (const at of ["git", "catalog/git", "bin/git"]) {
      place.write({ [at]: fake });
      chmodSync(join(place.folder, at), 0o755);
    }
    const usual = process.env.PATH;
    vi.stubEnv("PATH", [".", "", "bin", "catalog", join(place.folder, "bin"), usual].join(":"));
    const before = process.cwd();
    process.chdir(join(place.folder, "catalog"));
    try {
      expect((await place.errdex(["diff", "git:main"])).code).toBe(1);
    } finally {
      process.chdir(before);
      vi.unstubAllEnvs();
    }
    expect(existsSync(join(place.folder, "RUN"))).toBe(false);
  });

  it("does not depend on what the environment tells git", async () => {
    const place = changed();
    const other = workplace(files("410"));
    commitAll(other.folder);
    vi.stubEnv("GIT_DIR", join(other.folder, ".git"));
    vi.stubEnv("GIT_WORK_TREE", other.folder);
    vi.stubEnv("GIT_CONFIG_COUNT", "1");
    vi.stubEnv("GIT_CONFIG_KEY_0", "core.worktree");
    vi.stubEnv("GIT_CONFIG_VALUE_0", other.folder);
    vi.stubEnv("GIT_OBJECT_DIRECTORY", join(other.folder, ".git/objects"));
    vi.stubEnv("GIT_CEILING_DIRECTORIES", place.folder);
    try {
      expect((await place.errdex(["diff", "git:main"])).code).toBe(1);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("is what was committed, whatever replaces it in this clone", async () => {
    const place = changed();
    const base = git(place.folder, "rev-parse", "main").trim();
    git(place.folder, "commit", "--quiet", "--all", "--message=two");
    git(place.folder, "replace", base, git(place.folder, "rev-parse", "HEAD").trim());
    expect((await place.errdex(["diff", `git:${base}`])).code).toBe(1);
  });

  it("is refused where git says that something else was checked out", async () => {
    const place = changed();
    const other = workplace();
    git(place.folder, "config", "core.worktree", other.folder);
    const { code, err } = await place.errdex(["diff", "git:main"]);
    expect([code, err]).toEqual([
      2,
      `errdex: Git says that ${place.folder} is not what this repository has checked out.\n`,
    ]);
  });

  it("is refused where the file .git of a folder names one that was checked out", async () => {
    const place = changed();
    git(place.folder, "clone", "--quiet", "--bare", ".", "catalog/inner");
    place.write({ "catalog/.git": "gitdir: inner\n" });
    const { code, err } = await place.errdex(["diff", "git:main"]);
    expect(code).toBe(2);
    expect(err).toContain("catalog/.git names no git folder, or one inside what is checked out.");
  });

  it.each([
    "--output=x",
    "-x",
    "--upload-pack=touch RUN",
    "main..HEAD",
    "main...HEAD",
    "^main",
    "main^@",
    "main ",
    " main",
    "main x",
    "a\u0000b",
    "main\nHEAD",
    "main:",
    "@{nothing}",
    "$(touch RUN)",
    "main^{tree}",
    "../main",
    "refs/*",
    "🙂",
  ])("is refused where it is called %j", async (ref) => {
    const place = changed();
    const before = place.files();
    const { code, out, err } = await place.errdex(["diff", `git:${ref}`]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^errdex: [^\n]*(is|There is) no commit[^\n]*\n$/);
    expect(place.files()).toEqual(before);
  });

  it.each(["main", "HEAD", "main@{0}", "@", "main~0", "refs/heads/main", "main^{commit}"])(
    "may be called %s",
    async (ref) => {
      expect((await changed().errdex(["diff", `git:${ref}`])).code).toBe(1);
    },
  );

  it("is read in a work tree, in a submodule, and in a repository inside another", async () => {
    const place = changed();
    git(place.folder, "commit", "--quiet", "--all", "--message=two");
    git(place.folder, "worktree", "add", "--quiet", "../tree of it", "HEAD");
    const outer = workplace({ file: "" });
    commitAll(outer.folder);
    git(
      outer.folder,
      "-c",
      "protocol.file.allow=always",
      "submodule",
      "--quiet",
      "add",
      place.folder,
      "sub",
    );
    git(outer.folder, "clone", "--quiet", place.folder, "inner");
    renameSync(join(place.folder, "../tree of it"), join(outer.folder, "tree of it"));
    git(place.folder, "worktree", "repair", join(outer.folder, "tree of it"));
    for (const inside of ["sub", "inner", "tree of it"]) {
      const { code, out, err } = await outer.errdex(["diff", "git:HEAD~1"], inside);
      expect([inside, code, err]).toEqual([inside, 1, ""]);
      expect(out).toContain("  before: HEAD~1:catalog/errors/a.yaml");
    }
  });

  it("says what is missing of a partial clone, and what to do", async () => {
    const place = changed();
    git(place.folder, "commit", "--quiet", "--all", "--message=two");
    git(place.folder, "config", "uploadpack.allowFilter", "true");
    for (const filter of ["blob:none", "tree:0"]) {
      const clone = `clone-${filter.replace(":", "-")}`;
      const url = `file://${place.folder}`;
      git(place.folder, "clone", "--quiet", `--filter=${filter}`, url, clone);
      const { code, out, err } = await place.errdex(["diff", "git:HEAD~1"], clone);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("errdex: Not all of catalog at HEAD~1 is in this clone.");
      expect(err).toContain("git fetch --refetch --no-filter");
      git(join(place.folder, clone), "fetch", "--quiet", "--refetch", "--no-filter");
      expect((await place.errdex(["diff", "git:HEAD~1"], clone)).code).toBe(1);
    }
  });

  it("says that a clone is shallow where it does not have the commit", async () => {
    const place = changed();
    git(place.folder, "commit", "--quiet", "--all", "--message=two");
    git(place.folder, "clone", "--quiet", "--depth=1", `file://${place.folder}`, "clone");
    expect((await place.errdex(["diff", "git:HEAD"], "clone")).out).toBe("No changes.\n");
    const { code, err } = await place.errdex(["diff", "git:HEAD~1"], "clone");
    expect(code).toBe(2);
    expect(err).toBe(
      'errdex: There is no commit "HEAD~1". The clone is shallow: fetch more of it, such as with `fetch-depth: 0`.\n',
    );
  });

  it("is refused where the catalog was no folder", async () => {
    const place = workplace({ catalog: "a file" });
    commitAll(place.folder);
    git(place.folder, "rm", "--quiet", "catalog");
    place.write(files());
    const { code, err } = await place.errdex(["diff", "git:main"]);
    expect([code, err]).toEqual([2, "errdex: catalog at main is a file, and no folder.\n"]);
  });

  it("is read whatever the folders are called", async () => {
    const place = workplace();
    for (const name of ["*", "[a]", ":(top)x", "a b", "ä", "--x", "x\ny"]) {
      const texts = Object.entries(files());
      place.write(Object.fromEntries(texts.map(([path, text]) => [`${name}/${path}`, text])));
    }
    commitAll(place.folder);
    for (const name of ["*", "[a]", ":(top)x", "a b", "ä", "--x", "x\ny"])
      expect((await place.errdex(["diff", "git:main"], name)).out).toBe("No changes.\n");
  });
});
