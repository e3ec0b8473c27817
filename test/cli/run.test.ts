import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { processHost } from "../../src/cli/host.js";
import { run } from "../../src/cli/run.js";
import { root } from "../shipped-catalog.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, recordingHost, workplace } from "../support/workplace.js";

const whole = inCatalog({
  "catalog.yaml": headText(),
  "errors/a.yaml": errorsText(entryText("sold_out")),
});
const broken = inCatalog({
  "catalog.yaml": headText(),
  "errors/a.yaml": errorsText(entryText("sold_out", { title: undefined })),
});
const commands = [
  "init",
  "build",
  "check",
  "diff",
  "release",
  "coverage",
  "rules",
  "list",
  "explain",
];

describe("the command", () => {
  it.each(commands)("explains %s", async (command) => {
    const { code, out, err } = await workplace().errdex([command, "--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(new RegExp(`^Usage: errdex ${command} `));
    expect(out).toMatch(/-h, --help/);
  });

  it("lists its commands, and says its version", async () => {
    const { errdex } = workplace();
    const { code, out } = await errdex(["--help"]);
    expect(code).toBe(0);
    for (const command of commands) expect(out).toContain(`\n  ${command} `);
    expect(await errdex(["--version"])).toEqual({
      code: 0,
      out: `${packageJson.version}\n`,
      err: "",
    });
  });

  it.each([
    ["without a command", []],
    ["with an unknown command", ["biuld"]],
    ["with an unknown option", ["check", "--fromat", "json"]],
    ["with an unknown format", ["check", "--format", "xml"]],
    ["with too many arguments", ["check", "catalog", "more"]],
    ["without an argument that it needs", ["explain"]],
    ["with a number that is none", ["check", "--max-warnings", "some"]],
    ["with a folder that there is not", ["check", "nowhere"]],
    ["with options that do not go together", ["build", "--check", "--watch"]],
    ["with a code that there is not", ["explain", "sold"]],
  ])("ends with 2 %s", async (_, argv) => {
    const { code, out, err } = await workplace(whole).errdex(argv);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).not.toBe("");
    expect(err).not.toContain("bug");
  });

  it.each([
    [["biuld"], "Did you mean build?"],
    [["check", "--fromat", "json"], "Did you mean --format?"],
    [["explain", "sold_uot"], 'There is no code or rule "sold_uot". Did you mean "sold_out"?'],
    [["explain", "missing-titel"], 'Did you mean "missing-title"?'],
  ])("suggests what %j may have meant", async (argv, expected) => {
    expect((await workplace(whole).errdex(argv)).err).toContain(expected);
  });

  it("ends with 3 where errdex itself is at fault", async () => {
    const { host, said } = recordingHost(workplace(whole).folder);
    const faulty = {
      ...host,
      out: () => {
        throw new Error("a fault");
      },
    };
    expect(await run(["list"], faulty)).toBe(3);
    expect(said.err).toMatch(/^errdex: a bug in errdex\. Error: a fault\n/);
  });

  it("ends with 2 where there is no catalog, or a file cannot be read", async () => {
    const { errdex, write } = workplace({ "package.json": "{" });
    expect((await errdex(["check"])).err).toContain("package.json is not JSON.");
    write({ "package.json": "{}" });
    const { code, err } = await errdex(["check"]);
    expect([code, err]).toEqual([
      2,
      "errdex: There is no catalog here. Name its folder, or name those of the repository in errdex.config.yaml; `errdex init` begins one.\n",
    ]);
  });
});

describe("finding the catalog", () => {
  const called = (name: string) => ({
    "catalog.yaml": headText().replace("shop", name),
    "errors/a.yaml": errorsText(entryText("sold_out")),
  });
  const at = (folder: string, name: string) =>
    Object.fromEntries(
      Object.entries(called(name)).map(([path, text]) => [`${folder}/${path}`, text]),
    );

  it("takes the folder that is named, else what package.json beside it names, else ./catalog, else what one above names", async () => {
    const { errdex } = workplace({
      ...at("catalog", "usual"),
      ...at("one", "first"),
      ...at("inner/two", "second"),
      "package.json": JSON.stringify({ errdex: "one" }),
      ...at("own/catalog", "usual"),
      "inner/deep/file": "",
      "several/package.json": JSON.stringify({ errdex: ["../one", "../inner/two"] }),
    });
    const names = async (argv: readonly string[], inside = "") =>
      [
        ...(await errdex(["check", ...argv], inside)).out.matchAll(
          /^(\w+): 1 code, no errors\.$/gm,
        ),
      ].map(([, name]) => name);
    expect(await names(["inner/two"])).toEqual(["second"]);
    expect(await names([])).toEqual(["first"]);
    expect(await names([], "own")).toEqual(["usual"]);
    expect(await names([], "inner/deep")).toEqual(["first"]);
    expect(await names([], "several")).toEqual(["first", "second"]);
  });

  it("takes what errdex.config.yaml or the key of a package.json names, from the nearest folder that says so", async () => {
    const { errdex } = workplace({
      ...at("one", "first"),
      ...at("apps/two", "second"),
      "errdex.config.yaml": "catalogs: [one, apps/two]\n",
      "package.json": JSON.stringify({ name: "root" }),
      "apps/package.json": JSON.stringify({ errdex: { catalogs: "two" } }),
      "libs/package.json": JSON.stringify({ name: "without-settings" }),
    });
    const lines = async (inside: string) => (await errdex(["check"], inside)).out.split("\n");
    expect(await lines("")).toEqual([
      "first: 1 code, no errors.",
      "second: 1 code, no errors.",
      "",
    ]);
    expect(await lines("libs")).toEqual(await lines(""));
    expect(await lines("apps")).toEqual(["second: 1 code, no errors.", ""]);
  });

  it("says where settings are broken, all that is wrong with them", async () => {
    const { errdex } = workplace({
      "errdex.config.yaml": "catalogz: [one]\ncoverage:\n  sources: 7\n  least: { raised: 101 }\n",
    });
    const { code, err } = await errdex(["check"]);
    expect(code).toBe(2);
    expect(err).toContain('errdex.config.yaml:1:1 error unknown-key The key "catalogz" is not');
    expect(err).toContain('Did you mean "catalogs"?');
    expect(err).toContain("errdex.config.yaml:3:12 error wrong-type Expected text or a list");
    expect(err).toContain("errdex.config.yaml:4:20 error wrong-type Expected a number up to 100");
  });

  it("refuses settings in two files of a folder", async () => {
    const { errdex } = workplace({
      "errdex.config.yaml": "catalogs: one\n",
      "package.json": JSON.stringify({ errdex: "one" }),
    });
    expect(await errdex(["check"])).toEqual({
      code: 2,
      out: "",
      err: "errdex: Settings stand in errdex.config.yaml and in package.json. Leave one of them.\n",
    });
  });

  it.each([
    [{ errdex: 7 }, "package.json:1:11 error wrong-type Expected text or a list or a mapping"],
    [{ errdex: [] }, "Expected something that is not empty, found an empty list."],
    [{ errdex: { coverage: { sources: "src" } } }, "There is no catalog here."],
    [{ errdex: "nowhere" }, "There is no folder nowhere."],
    [null, "There is no catalog here."],
  ])("refuses the package.json %j", async (content, expected) => {
    const { code, err } = await workplace({ "package.json": JSON.stringify(content) }).errdex([
      "check",
    ]);
    expect(code).toBe(2);
    expect(err).toContain(expected);
  });
});

describe("errdex check", () => {
  it("ends with 0 and says how many codes there are", async () => {
    expect(await workplace(whole).errdex(["check"])).toEqual({
      code: 0,
      out: "shop: 1 code, no errors.\n",
      err: "",
    });
  });

  it("ends with 1 and shows what is wrong", async () => {
    const { code, out, err } = await workplace(broken).errdex(["check"]);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toBe(
      [
        "catalog/errors/a.yaml:3:3 error missing-title sold_out has no title.",
        "  3 |   sold_out:",
        "    |   ^^^^^^^^",
        "",
        "1 error, 0 warnings\n",
      ].join("\n"),
    );
  });

  it("gives programs the same", async () => {
    const { code, out } = await workplace(broken).errdex(["check", "--format", "json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out).diagnostics).toMatchObject([
      { rule: "missing-title", path: "catalog/errors/a.yaml", line: 3, column: 3 },
    ]);
    expect(JSON.parse((await workplace(whole).errdex(["check", "--format", "json"])).out)).toEqual({
      diagnostics: [],
    });
  });

  it("ends with 1 for warnings only where there are more than allowed", async () => {
    const { errdex } = workplace({ ...whole, "catalog/notes.yaml": "" });
    expect(await errdex(["check"])).toMatchObject({ code: 0, err: "" });
    expect(await errdex(["check", "--max-warnings", "1"])).toMatchObject({ code: 0 });
    expect(await errdex(["check", "--max-warnings", "0"])).toMatchObject({
      code: 1,
      err: "More than 0 warnings.\n",
    });
  });

  it("keeps the order of the files where catalog.yaml cannot be read", async () => {
    const { out } = await workplace({
      ...whole,
      "catalog/catalog.yaml": "\n\n\n\n\n[",
      "catalog/errors/b.yaml": "[",
    }).errdex(["check"]);
    expect([...out.matchAll(/^(\S+:\d+:\d+) error/gm)].map(([, place]) => place)).toEqual([
      "catalog/catalog.yaml:6:2",
      "catalog/errors/b.yaml:1:2",
    ]);
  });

  it("finds nothing in the shipped catalogs", async () => {
    const { host, said } = recordingHost(root);
    expect(await run(["check"], host)).toBe(0);
    expect(said.out).toMatch(
      /^image-hosting: \d+ codes, no errors\.\nhttp: \d+ codes, no errors\.\n$/,
    );
  });
});

describe("colours", () => {
  it.each([
    ["are used in a terminal", { isTTY: true, env: {} }, true],
    ["are left out where NO_COLOR is set", { isTTY: true, env: { NO_COLOR: "1" } }, false],
    ["are used where NO_COLOR is empty", { isTTY: true, env: { NO_COLOR: "" } }, true],
    ["are left out in a terminal that has none", { isTTY: true, env: { TERM: "dumb" } }, false],
    ["are left out where nobody watches", { isTTY: false, env: {} }, false],
  ])("%s", (_, { isTTY, env }, expected) => {
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv("TERM", "xterm");
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const before = Object.getOwnPropertyDescriptor(process.stdout, "isTTY");
    const listeners = process.listeners("SIGINT");
    Object.defineProperty(process.stdout, "isTTY", { value: isTTY, configurable: true });
    try {
      expect(processHost().colors.isColorSupported).toBe(expected);
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.stdout, "isTTY");
      else Object.defineProperty(process.stdout, "isTTY", before);
      vi.unstubAllEnvs();
      for (const listener of process.listeners("SIGINT"))
        if (!listeners.includes(listener)) process.off("SIGINT", listener);
    }
  });

  const built = join(root, "dist/cli.js");
  it.skipIf(!existsSync(built))(
    "are left out of the built command where its output is read",
    () => {
      const out = execFileSync(process.execPath, [built, "list"], { cwd: root, encoding: "utf8" });
      expect(out).toContain("quota_exceeded");
      expect(out).not.toContain("\u001b");
    },
  );
});
