import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { root } from "../shipped-catalog.js";

const sections = [
  "construct",
  "bundle",
  "types",
  "compile",
  "wire",
  "check",
  "coverage",
  "site",
  "contracts",
  "catalogs",
  "server",
  "commands",
];

function bench(args: readonly string[], ...nodeOptions: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...nodeOptions, "--expose-gc", `${root}test/bench/main.mjs`, ...args],
    { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  const headings = [...stdout.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
  return { status, headings, stdout, stderr };
}

it("every section of the benchmark runs to its end at a small size", () => {
  const { status, headings, stdout, stderr } = bench(["--quick"]);
  expect(status, stderr).toBe(0);
  expect(headings).toEqual([...sections, "targets"]);
  for (const name of sections) {
    const [, table = ""] = stdout.split(`\n## ${name}\n`);
    expect(table, name).toMatch(/^[^#]*\n\| -+ \|.*\n\| .*\|\n/);
  }
  expect(stdout).not.toMatch(/\b(reached|MISSED|undefined)\b/);
}, 180_000);

it("every command runs over a catalog that grows", () => {
  const { status, headings, stdout, stderr } = bench(["--quick", "scale"]);
  expect([status, headings], stderr).toEqual([0, ["scale", "targets"]]);
  for (const command of [
    "check",
    "build",
    "build, unchanged",
    "release",
    "diff",
    "list",
    "explain",
    "docs",
  ])
    expect(stdout).toMatch(new RegExp(`^\\| ${command} +\\|( +[\\d.]+ \\|){6}`, "m"));
}, 180_000);

it("a section that fails is named, the others are run, and the benchmark fails", () => {
  const broken = `export async function load(url, context, next) {
    if (!url.endsWith("/bench/check.mjs")) return next(url, context);
    return { format: "module", shortCircuit: true, source: 'throw new Error("It is broken.")' };
  }`;
  const hooks = `import { register } from "node:module";
    register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(broken)}`)});`;
  const { status, headings, stderr } = bench(
    ["--quick", "check", "contracts"],
    "--import",
    `data:text/javascript,${encodeURIComponent(hooks)}`,
  );
  expect([status, headings]).toEqual([1, ["check", "contracts", "targets"]]);
  expect(stderr).toContain("It is broken.");
  expect(stderr).toMatch(/Failed: check\.\n$/);
});

it("an unknown section is refused", () => {
  const { status, stderr } = bench(["--quick", "chekc"]);
  expect(status).toBe(2);
  expect(stderr).toContain([...sections, "scale"].join(", "));
});
