import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";

const consumer = inject("consumer");

const raising = `const { notFound } = require("errdex/image-hosting");
test("raises", async () => {
  expect(() => { throw notFound(); }).toThrowErrorCode("not_found");
  await expect(Promise.reject(notFound())).rejects.toBeErrorCode("not_found");
});`;

const decoding = `const { decode, rateLimited } = require("errdex/image-hosting");
test("decodes", () => { expect(decode({ status: 404, body: { error: "not_found" } }).code).toBe("not_found"); });
afterAll(() => { rateLimited(); });`;

const failing = `const { planRequired } = require("errdex/image-hosting");
test("fields", () => {
  expect(planRequired({ required_plan: "pro" })).toBeErrorCode("plan_required", { required_plan: expect.stringMatching(/^t/) });
});
test("not", () => { expect(planRequired({ required_plan: "pro" })).not.toBeErrorCode("plan_required"); });
test("nothing", () => { expect(() => 1).toThrowErrorCode("plan_required"); });
test("promise", () => { expect(async () => 1).not.toThrowErrorCode("plan_required"); });`;

/** A project of Jest with CommonJS, whose reporter has these options. */
function commonJs(
  tests: Readonly<Record<string, string>>,
  options: object = {},
  more: object = {},
): Record<string, string> {
  const config = {
    testEnvironment: "node",
    setupFilesAfterEnv: ["./set-up.js"],
    reporters: ["default", ["errdex/jest/reporter", options]],
    ...more,
  };
  return {
    "package.json": '{ "type": "commonjs" }',
    "set-up.js": `require("errdex/jest").setUpErrors();`,
    "jest.config.json": JSON.stringify(config),
    ...tests,
  };
}

interface Ran {
  readonly folder: string;
  readonly code: number | null;
  readonly text: string;
  readonly recording: () => unknown;
}

function jest(
  name: string,
  texts: Readonly<Record<string, string>>,
  argv: readonly string[] = [],
  nodeOptions = "",
): Ran {
  const folder = join(consumer, name);
  const temporary = join(folder, "temporary");
  mkdirSync(temporary, { recursive: true });
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(npm_|VITEST|TEST$|NODE_|JEST)/i.test(key)),
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules/jest/bin/jest.js"), "--ci", ...argv],
    {
      cwd: folder,
      env: { ...env, NO_COLOR: "1", TMPDIR: temporary, NODE_OPTIONS: nodeOptions },
      encoding: "utf8",
    },
  );
  const recording = () => JSON.parse(readFileSync(join(folder, "errdex-coverage.json"), "utf8"));
  return { folder, code: status, text: stdout + stderr, recording };
}

const merged = {
  version: 1,
  catalogs: {
    "image-hosting": {
      not_found: { raised: 2, decoded: 1, met: 2, tests: ["test/a.test.js", "test/b.test.js"] },
      rate_limited: { raised: 1, decoded: 0, met: 0, tests: ["test/b.test.js"] },
    },
  },
};

const two = { "test/a.test.js": raising, "test/b.test.js": decoding };

describe("Jest with the matchers and the reporter", () => {
  it.each([
    ["processes", ["--maxWorkers=2"]],
    ["threads", ["--maxWorkers=2", "--workerThreads"]],
    ["one process for all files", ["--runInBand"]],
  ])("merges what the workers recorded: %s", (name, argv) => {
    const project = `jest-${name.replaceAll(" ", "-")}`;
    const { folder, code, text, recording } = jest(project, commonJs(two), argv);
    expect(code, text).toBe(0);
    expect(recording()).toEqual(merged);
    expect(text).not.toContain("errdex:");
    expect(readdirSync(join(folder, "temporary")).filter((each) => /errdex/.test(each))).toEqual(
      [],
    );
  });

  it("works with modules, and without injected globals", () => {
    const test = `import { expect, test } from "@jest/globals";
import { notFound } from "errdex/image-hosting";
test("raises", () => { expect(() => { throw notFound(); }).toThrowErrorCode("not_found"); });`;
    const { code, text, recording } = jest(
      "jest-modules",
      {
        "package.json": '{ "type": "module" }',
        "set-up.js": `import * as globals from "@jest/globals";
import { setUpErrors } from "errdex/jest";
setUpErrors(globals);`,
        "jest.config.json": JSON.stringify({
          injectGlobals: false,
          transform: {},
          setupFilesAfterEnv: ["./set-up.js"],
          reporters: ["default", "errdex/jest/reporter"],
        }),
        "a.test.js": test,
      },
      [],
      "--experimental-vm-modules",
    );
    expect(code, text).toBe(0);
    expect(recording()).toEqual({
      version: 1,
      catalogs: {
        "image-hosting": { not_found: { raised: 1, decoded: 0, met: 1, tests: ["a.test.js"] } },
      },
    });
  });

  it("shows a failure as Vitest's matchers do", () => {
    const { code, text } = jest("jest-fails", commonJs({ "a.test.js": failing }));
    expect(code).toBe(1);
    for (const said of [
      `Expected: plan_required {"required_plan": StringMatching /^t/}`,
      `Received: plan_required 403: This feature is part of the pro plan. {"required_plan":"pro"}`,
      `  required_plan: expected StringMatching /^t/, received "pro"`,
      "Expected: not plan_required\n",
      "The function threw nothing.",
      "The function returned a promise. Use `await expect(…).rejects.toThrowErrorCode(…)` for it.",
    ])
      expect(text).toContain(said);
  });

  it("fails a run that met fewer codes than it should", () => {
    const options = { file: "reports/errors.json", catalogs: [`${root}catalog`], minRecorded: 50 };
    const { code, text } = jest("jest-minimum", commonJs(two, options));
    expect(code).toBe(1);
    expect(text).toMatch(
      /errdex: the tests met 2 of \d+ codes of image-hosting \(4 %\), fewer than 50 %\./,
    );
  });

  it("says so where nobody called setUpErrors", () => {
    const texts = { ...commonJs({ "a.test.js": `test("none", () => {});` }), "set-up.js": "" };
    const { code, text } = jest("jest-nothing", texts);
    expect(code, text).toBe(0);
    expect(text).toContain(
      "errdex: no test recorded anything. Is setUpErrors() called before the tests?",
    );
  });

  it("replaces nothing that it has not written, and fails", () => {
    const mine = { "errdex-coverage.json": '{ "mine": true }' };
    const { code, text, recording } = jest("jest-refuses", { ...commonJs(two), ...mine });
    expect(code).toBe(1);
    expect(text).toContain("errdex-coverage.json is not what tests record");
    expect(recording()).toEqual({ mine: true });
  });

  it("says where setUpErrors finds no expect", () => {
    const { code, text } = jest(
      "jest-too-early",
      commonJs(two, {}, { setupFilesAfterEnv: [], setupFiles: ["./set-up.js"] }),
    );
    expect(code).toBe(1);
    expect(text).toContain(
      "setUpErrors found no `expect`. Call it in a file of setupFilesAfterEnv",
    );
  });

  it("writes what `errdex coverage` counts", () => {
    const { status, stdout, stderr } = spawnSync(
      join(consumer, "node_modules/.bin/errdex"),
      [
        ...["coverage", "test", "--catalog", "../node_modules/errdex/catalog"],
        ...["--recorded", "errdex-coverage.json", "--format", "json"],
      ],
      { cwd: join(consumer, "jest-processes"), encoding: "utf8" },
    );
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout).catalogs[0].recorded.count).toBe(2);
  });
});
