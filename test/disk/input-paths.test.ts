import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.js";
import { entryText, errorsText } from "../support/catalog-of.js";
import { repositoryWith } from "../support/repository.js";
import { recordingHost } from "../support/workplace.js";

const token = "npm_CANARY";
const secret = `//packages.example/:_authToken=${token}\n`;
const secretYaml = `github.com:\n  oauth_token: ${token}\n`;

/** Every command that reads a catalog. */
const commands = [
  ["check"],
  ["check", "--format", "json"],
  ["check", "--format", "github"],
  ["check", "--format", "sarif"],
  ["check", "--format", "junit"],
  ["check", "--format", "gitlab"],
  ["check", "--fix"],
  ["build"],
  ["build", "--check"],
  ["docs", "--out", "site"],
  ["list"],
  ["explain", "sold_out"],
  ["release"],
  ["diff", "released"],
  ["diff", "git:main"],
  ["coverage", "src"],
  ["decode", "answer.txt"],
];

function place() {
  const made = repositoryWith("{ typescript: ../src/errors }", {
    ".npmrc": secret,
    "secrets.yaml": secretYaml,
    "src/a.ts": 'error.code === "sold_out";\n',
    "answer.txt": '{ "error": "sold_out" }\n',
  });
  writeFileSync(join(made.all, "outside/secret"), secret);
  writeFileSync(join(made.all, "outside/secret.yaml"), `errors: ${token}\n`);
  writeFileSync(join(made.place.folder, ".git/config.yaml"), `errors: ${token}\n`);
  return made;
}

describe("a catalog with a link", () => {
  it.each([
    ["out of the repository", "../../../outside/secret", "a link out of the repository"],
    [
      "to YAML out of the repository",
      "../../../outside/secret.yaml",
      "a link out of the repository",
    ],
    ["into git's own folder", "../../.git/config.yaml", "a link out of the repository"],
    ["to settings of the machine", "/proc/self/environ", "a link out of the repository"],
    [
      "to a file of the repository that is none of a catalog",
      "../../.npmrc",
      "no file of a catalog",
    ],
    ["to YAML that is none of a catalog", "../../secrets.yaml", "no file of a catalog"],
    ["to a device", "/dev/zero", "a link to a device"],
    ["to nothing", "/nowhere", "a link to nothing"],
    ["to itself", "leak.yaml", "a link to nothing"],
  ])("%s shows nothing of it, whatever the command", async (_, to, says) => {
    const { place: repository } = place();
    symlinkSync(to, join(repository.folder, "catalog/errors/leak.yaml"));
    for (const argv of commands) {
      const { code, out, err } = await repository.errdex(argv);
      expect([argv, code]).toEqual([argv, 2]);
      expect(err).toMatch(/^errdex: [^\n]+\n$/);
      expect(err).toContain(
        `catalog/errors/leak.yaml is ${says}`.replace("is no file", "is a link to what is no file"),
      );
      expect(out + err).not.toContain(token);
      expect(out).not.toContain("PATH=");
    }
  });

  it.each([
    "catalog.yaml",
    "operations.yaml",
    "wire/x.yaml",
    "locales/de.yaml",
    "released.json",
    "errors/deep/x.yml",
  ])("as %s is read no more", async (name) => {
    const { place: repository } = place();
    const path = join(repository.folder, "catalog", name);
    rmSync(path, { force: true });
    mkdirSync(join(path, ".."), { recursive: true });
    for (const to of [
      "outside/secret",
      "outside/secret.yaml",
      "repo/secrets.yaml",
      "repo/.npmrc",
    ]) {
      symlinkSync(join(repository.folder, "..", to), path);
      const { code, out, err } = await repository.errdex(["check"]);
      expect([to, code, out]).toEqual([to, 2, ""]);
      expect(err).not.toContain(token);
      rmSync(path);
    }
  });

  it("that is no part of it is complained of, and not shown", async () => {
    const { place: repository } = place();
    symlinkSync("../secrets.yaml", join(repository.folder, "catalog/notes.yaml"));
    const { code, out } = await repository.errdex(["check"]);
    expect(code).toBe(0);
    expect(out).toContain("catalog/notes.yaml:1:1 warning file-unexpected");
    expect(out).not.toContain("github.com");
  });

  it("to a file of another catalog is read", async () => {
    const { place: repository } = place();
    repository.write({ "shared/b.yaml": errorsText(entryText("late", { title: "Late" })) });
    symlinkSync("../../shared/b.yaml", join(repository.folder, "catalog/errors/b.yaml"));
    expect((await repository.errdex(["check"])).out).toBe("shop: 2 codes, no errors.\n");
    repository.write({ "shared/b.yaml": errorsText(entryText("late", { title: undefined })) });
    expect((await repository.errdex(["check"])).out).toContain("  3 |   late:");
  });
});

describe("a catalog that is a link", () => {
  it.each([
    ["catalog", []],
    ["named", ["named"]],
    ["./x/../named", ["./x/../named"]],
  ])("out of the repository is not opened as %s", async (_, argv) => {
    const { place: repository, all } = place();
    mkdirSync(join(all, "outside/gh"));
    writeFileSync(join(all, "outside/gh/hosts.yml"), secretYaml);
    rmSync(join(repository.folder, "catalog"), { recursive: true });
    for (const name of ["catalog", "named"])
      symlinkSync("../outside/gh", join(repository.folder, name));
    const { code, out, err } = await repository.errdex(["check", ...argv]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("is a link out of the repository, which is ");
    expect((await repository.errdex(["check", "../outside/gh"])).code).toBe(1);
  });

  it("is not opened where package.json names it outside the repository", async () => {
    const { place: repository, all } = place();
    mkdirSync(join(all, "outside/gh"));
    writeFileSync(join(all, "outside/gh/hosts.yml"), secretYaml);
    symlinkSync("../outside/gh", join(repository.folder, "linked"));
    rmSync(join(repository.folder, "catalog"), { recursive: true });
    for (const errdex of ["../outside/gh", join(all, "outside/gh"), "linked"]) {
      repository.write({ "package.json": JSON.stringify({ errdex }) });
      const { code, out, err } = await repository.errdex(["check"]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("is outside the repository, which is ");
    }
  });

  it("inside the repository is opened", async () => {
    const { place: repository } = place();
    symlinkSync("catalog", join(repository.folder, "other"));
    expect((await repository.errdex(["check", "other"])).out).toBe("shop: 1 code, no errors.\n");
  });
});

describe("what is no file", () => {
  const kinds: Readonly<Record<string, (path: string) => void | Promise<void>>> = {
    "a pipe": (path) => void execFileSync("mkfifo", [path]),
    "a socket": (path) =>
      new Promise((done) => {
        const server = createServer().listen(path, () => done());
        server.unref();
      }),
  };

  it.each(Object.keys(kinds))("is refused without waiting for it: %s", async (kind) => {
    for (const [at, argv] of [
      ["catalog/errors/x.yaml", ["check"]],
      ["catalog/locales/de.yaml", ["list"]],
      ["catalog/released.json", ["release"]],
      ["ledger.json", ["diff", "ledger.json"]],
      ["recorded.json", ["coverage", "src", "--recorded", "recorded.json"]],
      ["answer", ["decode", "answer"]],
      ["src/named.ts", ["coverage", "src/named.ts"]],
    ] as const) {
      const { place: repository } = place();
      const path = join(repository.folder, at);
      mkdirSync(join(path, ".."), { recursive: true });
      await kinds[kind]?.(path);
      const { code, err } = await repository.errdex(argv);
      expect([at, code, err]).toEqual([at, 2, `errdex: ${at} is ${kind}, and no file.\n`]);
    }
  });

  it("is refused as package.json too", async () => {
    const { place: repository } = place();
    rmSync(join(repository.folder, "catalog"), { recursive: true });
    execFileSync("mkfifo", [join(repository.folder, "package.json")]);
    expect((await repository.errdex(["check"])).err).toContain("package.json is a pipe");
    expect((await repository.errdex(["init"])).code).toBe(0);
  });

  it.each([
    ["decode", "/dev/zero"],
    ["diff", "/dev/zero"],
    ["coverage", "/dev/zero"],
  ])("is refused where it has no end: errdex %s %s", async (...argv) => {
    const { code, err } = await place().place.errdex(argv);
    expect(code).toBe(2);
    expect(err).toContain("/dev/zero is a device, and no file.\n");
  });
});

describe("what is too large", () => {
  it("is not read: a catalog's file, a source, a ledger, an answer", async () => {
    const { place: repository } = place();
    const large = ["catalog/errors/x.yaml", "src/large.ts", "ledger.json", "large.txt"];
    for (const path of large) {
      writeFileSync(join(repository.folder, path), "");
      truncateSync(join(repository.folder, path), 2 ** 33);
    }
    expect((await repository.errdex(["check"])).out).toContain("file-size");
    rmSync(join(repository.folder, "catalog/errors/x.yaml"));
    const coverage = await repository.errdex(["coverage", "src"]);
    expect(coverage.out).toContain("larger than 4 MiB");
    expect((await repository.errdex(["diff", "ledger.json"])).err).toContain("more than 256 MiB");
    expect((await repository.errdex(["decode", "large.txt"])).err).toBe(
      "errdex: large.txt has more than 16 MiB.\n",
    );
  });

  it("is not read from standard input either", async () => {
    const { host, said } = recordingHost(place().place.folder);
    const zero = Buffer.alloc(65536);
    let read = 0;
    const input = new Readable({
      read() {
        read += zero.length;
        this.push(zero);
      },
    });
    expect(await run(["decode"], { ...host, input })).toBe(2);
    expect(said.err).toBe("errdex: The answer has more than 16 MiB.\n");
    expect(read).toBeLessThan(2 ** 25);
  });
});

describe("errdex coverage", () => {
  it("reads no module outside the repository, whatever a source imports", async () => {
    const { place: repository, all } = place();
    const leak = `export const leaked = "${token}";\nthrow Object.assign(new Error(), { code: "${token}" });\n`;
    writeFileSync(join(all, "outside/leak.ts"), leak);
    symlinkSync("../../outside/leak.ts", join(repository.folder, "src/linked.ts"));
    symlinkSync("../outside", join(repository.folder, "sources"));
    repository.write({ "src/b.ts": 'export * from "../../outside/leak.js";\n' });
    const { out } = await repository.errdex(["coverage", "src", "--format", "json"]);
    expect(out).not.toContain(token);
    const linked = await repository.errdex(["coverage", "sources"]);
    expect([linked.code, linked.out]).toEqual([2, ""]);
    expect(linked.err).toContain("sources is a link out of the repository");
  });
});

describe("errdex decode", () => {
  it("follows no link out of the repository", async () => {
    const { place: repository } = place();
    symlinkSync("/proc/self/environ", join(repository.folder, "pasted"));
    const { code, err } = await repository.errdex(["decode", "pasted"]);
    expect(code).toBe(2);
    expect(err).toContain("pasted is a link out of the repository");
  });
});
