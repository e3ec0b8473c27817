import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingFormats } from "../../src/cli/option-choices.js";
import { withoutCommands } from "../../src/cli/safe-host.js";
import { root } from "../shipped-catalog.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { commitAll } from "../support/git.js";
import { inCatalog, type Ran, type Workplace, workplace } from "../support/workplace.js";

const hostile = [
  "b\n::error::INJECTED",
  "b\r::error::INJECTED",
  "b\n  ::add-mask::INJECTED",
  "b\n##[error]INJECTED",
  "b ##vso[task.setvariable variable=x]INJECTED",
  "b\u001b[31m\u001b]8;;x:y\u0007INJECTED",
  "b\u009b31mINJECTED",
  "b\u202eINJECTED\u2066",
  "b\u2028::error::INJECTED",
  "::error::INJECTED",
  "b%0A::error::INJECTED",
];

/** What steers a terminal or the service that runs a build. */
function steers({ out, err }: Ran, format: string): readonly string[] {
  const lines = [
    ...out.split(/[\n\r\u2028\u2029\u0085]/),
    ...err.split(/[\n\r\u2028\u2029\u0085]/),
  ];
  const isOurs = (line: string) =>
    format === "github" && /^::(error|warning|notice) (file|title)=[^\n]*::/.test(line);
  return [
    ...lines.filter((line) => /^\s*::|##\w*\[/.test(line) && !isOurs(line)),
    ...(`${out}${err}`.match(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    ) ?? []),
  ];
}

const whole = inCatalog({
  "catalog.yaml": headText("outputs: { typescript: ../src/errors }"),
  "errors/a.yaml": errorsText(entryText("sold_out")),
});

async function expectHarmless(place: Workplace, argv: readonly string[], inside = "") {
  const ran = await place.errdex(argv, inside);
  const format = argv[argv.indexOf("--format") + 1] ?? "text";
  expect([argv, steers(ran, format)]).toEqual([argv, []]);
  expect(ran.code).not.toBe(3);
  return ran;
}

describe("names from outside", () => {
  it.each(hostile)("are text in every report: a file called %j", async (name) => {
    const place = workplace({
      ...whole,
      [`catalog/errors/${name}.yaml`]: errorsText(entryText("late", { title: undefined })),
      [`src/${name}.ts`]: 'error.code === "sold_uot";\n',
    });
    for (const format of findingFormats) {
      const { code } = await expectHarmless(place, ["check", "--format", format]);
      // A name with the end of a line in it is no name of a file of the catalog, which is a warning.
      expect(code).toBe(/[\n\r\u2028]/.test(name) ? 0 : 1);
    }
    for (const argv of [
      ["build"],
      ["list"],
      ["release"],
      ["explain", "late"],
      ["diff", "released"],
    ])
      await expectHarmless(place, argv);
    place.write({
      [`catalog/errors/${name}.yaml`]: errorsText(entryText("late", { title: "Late" })),
    });
    for (const format of findingFormats) {
      await expectHarmless(place, ["coverage", "src", "--format", format]);
      await expectHarmless(place, ["diff", "released", "--format", format]);
    }
  });

  it.each(hostile)(
    "are text in complaints: links, folders, keys and refs called %j",
    async (name) => {
      const place = workplace({ ...whole, [`${name}/catalog.yaml`]: "[" });
      symlinkSync("/nowhere", join(place.folder, `catalog/errors/${name}.yaml`));
      for (const format of findingFormats)
        await expectHarmless(place, ["check", "--format", format]);
      for (const argv of [
        ["check", name],
        ["check", `${name}x`],
        ["diff", name],
        ["diff", `git:${name}`],
        ["decode", name],
        ["explain", name],
        ["coverage", name],
        ["coverage", "catalog", "--recorded", name],
        ["coverage", "catalog", "--module", name],
        ["init", name],
        [name],
        ["check", `--${name}`],
        ["docs", "--out", name, name],
      ])
        await expectHarmless(place, argv);
      commitAll(place.folder);
      expect((await expectHarmless(place, ["diff", "git:HEAD"])).code).toBe(2);
      for (const errdex of [name, { [name]: name }, [name, 1]]) {
        const elsewhere = workplace({ "package.json": JSON.stringify({ errdex, [name]: name }) });
        expect((await expectHarmless(elsewhere, ["check"])).code).toBe(2);
        mkdirSync(join(elsewhere.folder, "deep"));
        await expectHarmless(elsewhere, ["list"], "deep");
      }
      const broken = workplace({ "package.json": `${name}` });
      await expectHarmless(broken, ["check"]);
    },
  );

  it.each(hostile)("are text where files are written: folders called %j", async (name) => {
    const place = workplace({
      [`${name}/catalog/catalog.yaml`]: headText("outputs: { typescript: ../src/errors }"),
      [`${name}/catalog/errors/a.yaml`]: errorsText(entryText("sold_out")),
    });
    const catalog = `${name}/catalog`;
    for (const argv of [["build"], ["build", "--check"], ["release"]])
      expect((await expectHarmless(place, [...argv, catalog])).code).toBe(0);
    place.write({ [`${name}/src/errors/index.ts`]: "mine\n" });
    expect((await expectHarmless(place, ["build", catalog])).code).toBe(2);
  });

  it.each(hostile)("are text where an answer or a source says %j", async (text) => {
    const place = workplace({
      ...whole,
      "answer.json": JSON.stringify({ error: text, message: text, [text]: text }),
      "known.json": JSON.stringify({ error: "sold_out", message: text }),
      "src/a.ts": `error.code === ${JSON.stringify(`sold_out ${text}`)};\nconst code = ${JSON.stringify(text)};\n`,
    });
    for (const file of ["answer.json", "known.json"])
      for (const format of ["text", "json"])
        await expectHarmless(place, ["decode", file, "--format", format]);
    for (const format of findingFormats)
      await expectHarmless(place, ["coverage", "src", "--format", format]);
  });

  it.each(hostile)("are text where the catalog says %j", async (text) => {
    const value = JSON.stringify(text);
    const place = workplace({
      ...whole,
      "catalog/errors/b.yaml": errorsText(
        entryText("late", { title: value, message: value, meaning: value, causes: `[${value}]` }),
        `  ${value}: { status: ${value} }\n`,
      ),
    });
    for (const format of findingFormats) await expectHarmless(place, ["check", "--format", format]);
    place.write({
      "catalog/errors/b.yaml": errorsText(
        entryText("late", { title: value, meaning: value, causes: `[${value}]` }),
      ),
    });
    for (const argv of [["explain", "late"], ["list"], ["explain", "late", "--format", "json"]])
      await expectHarmless(place, argv);
  });

  it("are text whatever they are", async () => {
    const place = workplace(whole);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (name) => {
        for (const argv of [
          ["check", name],
          ["diff", `git:${name}`],
          ["explain", "--", name],
          ["decode", "--wire", name, "catalog/catalog.yaml"],
        ])
          await expectHarmless(place, argv);
      }),
      { numRuns: 60 },
    );
  });
});

describe("lines that a service takes for commands", () => {
  it("are made text, and JSON stays what it is", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(JSON.parse(withoutCommands(json))).toEqual(JSON.parse(json));
      }),
    );
    expect(JSON.parse(withoutCommands(JSON.stringify("##[error]x ##vso[y]")))).toBe(
      "##[error]x ##vso[y]",
    );
    expect(withoutCommands("a\n \t::error::b\n::c")).toBe("a\n \t\\u003a:error::b\n\\u003a:c");
  });
});

describe("an output that nobody reads to its end", () => {
  const built = join(root, "dist/cli.js");
  const shell = (script: string) =>
    execFileSync("bash", ["-c", script.replaceAll("errdex", `"${process.execPath}" "${built}"`)], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });

  it.skipIf(!existsSync(built)).each([
    ["errdex rules | true", 0],
    ["errdex list | head -1 >/dev/null", 0],
    ["errdex explain quota_exceeded --format json | true", 0],
    ["errdex check nowhere 2>&1 | true", 2],
    ["errdex decode /dev/null | true", 2],
    ["echo '{}' | errdex decode | true", 1],
    ["errdex --help | true", 0],
  ])("ends %s as it would without", (script, expected) => {
    const which = script.startsWith("echo") ? 1 : 0;
    expect(shell(`${script}; echo \${PIPESTATUS[${which}]}`).trim()).toBe(String(expected));
  });

  it.skipIf(!existsSync(built) || !existsSync("/dev/full")).each([
    ["errdex rules >/dev/full", 2],
    ["errdex check nowhere 2>/dev/full", 2],
  ])("is no success where it cannot be written: %s", (script, expected) => {
    expect(shell(`${script} || echo $?`).trim()).toBe(String(expected));
  });

  it.skipIf(!existsSync(built))("is that of an answer which the shell hands over", () => {
    expect(shell(`errdex decode <(echo '{ "error": "quota_exceeded" }')`)).toContain(
      "quota_exceeded",
    );
  });
});
