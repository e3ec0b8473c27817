import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

const setUp = `import { setUpErrors } from "errdex/vitest";\nsetUpErrors();\n`;

const raising = `import { expect, it } from "vitest";
import { notFound } from "errdex/image-hosting";
it("raises", () => { expect(() => { throw notFound(); }).toThrowErrorCode("not_found"); });`;

const decoding = `import { expect, it } from "vitest";
import { decode } from "errdex/image-hosting";
it("decodes", () => { expect(decode({ status: 404, body: { error: "not_found" } }).code).toBe("not_found"); });
it("meets none", () => { expect(1).toBe(1); });`;

function project(
  options: object,
  more: object = {},
  texts: Record<string, string> = {},
): Workplace {
  const alias = {
    "errdex/vitest": `${root}src/vitest/index.ts`,
    "errdex/image-hosting": `${root}src/image-hosting/index.ts`,
    "errdex/generated": `${root}src/runtime/generated.ts`,
    errdex: `${root}src/runtime/index.ts`,
  };
  const test = { setupFiles: ["./set-up.ts"], ...more };
  const made = workplace({
    "set-up.ts": setUp,
    "a.test.ts": raising,
    "b.test.ts": decoding,
    "vitest.config.ts": `import { errorReporter } from "${root}src/vitest/reporter.ts";
export default { resolve: { alias: ${JSON.stringify(alias)} }, test: { ...${JSON.stringify(test)}, reporters: ["default", errorReporter(${JSON.stringify(options)})] } };`,
    ...texts,
  });
  symlinkSync(`${root}node_modules`, join(made.folder, "node_modules"));
  return made;
}

function run({ folder }: Workplace): { readonly code: number; readonly text: string } {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|TEST$|NODE_ENV)/i.test(name)),
  );
  try {
    const text = execFileSync(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, "run"], {
      cwd: folder,
      env: { ...env, NO_COLOR: "1" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { code: 0, text };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, text: stdout + stderr };
  }
}

const merged = {
  version: 1,
  catalogs: {
    "image-hosting": {
      not_found: { raised: 1, decoded: 1, met: 1, tests: ["a.test.ts", "b.test.ts"] },
    },
  },
};

describe("the reporter", () => {
  it.each([
    ["processes", { pool: "forks" }],
    ["threads", { pool: "threads" }],
    ["one thread for all files", { pool: "threads", isolate: false, maxWorkers: 1 }],
  ])("merges what the workers recorded: %s", (_, more) => {
    const made = project({ file: "reports/errors.json" }, more);
    const { code, text } = run(made);
    expect(code, text).toBe(0);
    expect(JSON.parse(made.read("reports/errors.json"))).toEqual(merged);
  });

  it("fails a run that met fewer codes than it should", () => {
    const made = project({ catalogs: [`${root}catalog`], minRecorded: 50 });
    const { code, text } = run(made);
    expect(code).toBe(1);
    expect(text).toMatch(
      /errdex: the tests met 1 of \d+ codes of image-hosting \(2 %\), fewer than 50 %\./,
    );
    expect(JSON.parse(made.read("errdex-coverage.json"))).toEqual(merged);
  });

  it("writes what `errdex coverage` reads", async () => {
    const shop = inCatalog({
      "catalog.yaml": headText().replace("shop", "image-hosting"),
      "errors/a.yaml": errorsText(entryText("not_found"), entryText("gone", { title: "Gone" })),
    });
    const made = project({ minRecorded: 50 }, {}, shop);
    expect(run(made).code).toBe(0);
    const argv = ["coverage", ".", "--recorded", "errdex-coverage.json", "--format", "json"];
    const { out, code } = await made.errdex([...argv, "--min-recorded", "50"]);
    expect(code).toBe(0);
    expect(JSON.parse(out).catalogs[0]).toMatchObject({
      recorded: { count: 1, of: 2, percent: 50 },
      codes: [{ code: "gone" }, { code: "not_found", recorded: { raised: 1, decoded: 1, met: 1 } }],
    });
    const failed = await made.errdex([...argv, "--min-recorded", "60"]);
    expect([failed.code, failed.err]).toEqual([
      1,
      "image-hosting: 50 % of the codes are recorded, fewer than 60 %.\n",
    ]);
  });
});
