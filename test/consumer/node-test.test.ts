import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";

const consumer = inject("consumer");

const setUp = `import { setUpErrors } from "errdex/node-test";\nsetUpErrors();\n`;

const raising = `import { test } from "node:test";
import { notFound } from "errdex/image-hosting";
import { assertThrowsErrorCode } from "errdex/node-test";
test("raises", () => { assertThrowsErrorCode(() => { throw notFound(); }, "not_found"); });
test.after(() => process.exit(0));`;

const decoding = `const { test } = require("node:test");
const { decode } = require("errdex/image-hosting");
const { assertErrorCode } = require("errdex/node-test");
test("decodes", () => { assertErrorCode(decode({ status: 404, body: { error: "not_found" } }), "not_found"); });`;

const failing = `import { test } from "node:test";
import { notFound } from "errdex/image-hosting";
import { assertErrorCode } from "errdex/node-test";
test("fails", () => { assertErrorCode(notFound(), "rate_limited"); });`;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly recording: () => unknown;
}

function project(name: string, texts: Readonly<Record<string, string>>): string {
  const folder = join(consumer, name);
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function nodeTest(folder: string, reporter: string, ...argv: readonly string[]): Ran {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(npm_|VITEST|TEST$|NODE_)/i.test(key)),
  );
  const reporters = [
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    `--test-reporter=${reporter}`,
    "--test-reporter-destination=stderr",
  ];
  const temporary = join(folder, "temporary");
  mkdirSync(temporary, { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./set-up.mjs", ...reporters, ...argv],
    { cwd: folder, env: { ...env, NO_COLOR: "1", TMPDIR: temporary }, encoding: "utf8" },
  );
  const recording = () => JSON.parse(readFileSync(join(folder, "errdex-coverage.json"), "utf8"));
  return { code: status, out: stdout, err: stderr, recording };
}

const installed = "errdex/node-test/reporter";

describe("node --test with the assertions and the reporter", () => {
  it("records what the processes of all files did, and says nothing where all is well", () => {
    const texts = { "set-up.mjs": setUp, "test/a.test.mjs": raising, "test/b.test.cjs": decoding };
    const folder = project("node-test", texts);
    const { code, out, err, recording } = nodeTest(folder, installed, "--test");
    expect([code, err], out).toEqual([0, ""]);
    // The other copy of the runtime, of CommonJS, is met by an assertion and not watched.
    expect(recording()).toEqual({
      version: 1,
      catalogs: {
        "image-hosting": {
          not_found: {
            raised: 1,
            decoded: 0,
            met: 2,
            tests: ["test/a.test.mjs", "test/b.test.cjs"],
          },
        },
      },
    });
    expect(readdirSync(join(folder, "temporary"))).toEqual([]);
  });

  it("records a file that is run by itself, in the process of the reporter", () => {
    const texts = { "set-up.mjs": setUp, "a.test.mjs": raising.replace(/^test.after.*$/m, "") };
    const folder = project("node-test-alone", texts);
    const { code, err, recording } = nodeTest(folder, installed, "a.test.mjs");
    expect([code, err]).toEqual([0, ""]);
    expect(recording()).toMatchObject({
      catalogs: { "image-hosting": { not_found: { raised: 1, met: 1, tests: ["a.test.mjs"] } } },
    });
  });

  it("shows a failure in place, and records it all the same", () => {
    const folder = project("node-test-fails", { "set-up.mjs": setUp, "a.test.mjs": failing });
    const { code, out, recording } = nodeTest(folder, installed, "--test");
    expect(code).toBe(1);
    expect(out).toMatch(
      /Expected: rate_limited\s+Received: not_found 404: There is nothing at this address\.\s+at .*a\.test\.mjs:4/,
    );
    expect(recording()).toMatchObject({
      catalogs: { "image-hosting": { not_found: { raised: 1, met: 1 } } },
    });
  });

  it("fails a run that met fewer codes than it should", () => {
    const options = { catalogs: [`${root}catalog`], minRecorded: 50 };
    const folder = project("node-test-minimum", {
      "set-up.mjs": setUp,
      "a.test.mjs": raising,
      "reporter.mjs": `import { errorReporter } from "errdex/node-test/reporter";
export default errorReporter(${JSON.stringify(options)});`,
    });
    const { code, err } = nodeTest(folder, "./reporter.mjs", "--test");
    expect(code).toBe(1);
    expect(err).toMatch(
      /^errdex: the tests met 1 of \d+ codes of image-hosting \(2 %\), fewer than 50 %\.\n$/,
    );
  });

  it("says so where nobody called setUpErrors", () => {
    const folder = project("node-test-nothing", { "set-up.mjs": "", "a.test.mjs": raising });
    const { code, err } = nodeTest(folder, installed, "--test");
    expect([code, err]).toEqual([
      0,
      "errdex: no test recorded anything. Is setUpErrors() called before the tests?\n",
    ]);
  });

  it("replaces nothing that it has not written, and fails", () => {
    const folder = project("node-test-refuses", {
      "set-up.mjs": setUp,
      "a.test.mjs": raising,
      "errdex-coverage.json": '{ "mine": true }',
    });
    const { code, err, recording } = nodeTest(folder, installed, "--test");
    expect(code).toBe(1);
    expect(err).toContain("errdex: errdex-coverage.json is not what tests record");
    expect(recording()).toEqual({ mine: true });
  });

  it("writes what `errdex coverage` counts", () => {
    const folder = join(consumer, "node-test");
    const { status, stdout, stderr } = spawnSync(
      join(consumer, "node_modules/.bin/errdex"),
      [
        "coverage",
        "test",
        "--catalog",
        "../node_modules/errdex/catalog",
        "--format",
        "json",
      ].concat(["--recorded", "errdex-coverage.json"]),
      { cwd: folder, encoding: "utf8" },
    );
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout).catalogs[0].recorded.count).toBe(1);
  });
});
