import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";

const consumer = inject("consumer");

it("the matchers and the reporter work as they are installed, and see what the installed module raises", () => {
  const folder = join(consumer, "with-vitest");
  mkdirSync(folder, { recursive: true });
  const texts = {
    "set-up.mjs": `import { setUpErrors } from "errdex/vitest";\nsetUpErrors();`,
    "vitest.config.mjs": `import { errorReporter } from "errdex/vitest/reporter";
export default { test: { setupFiles: ["./set-up.mjs"], reporters: ["default", errorReporter({ catalogs: ["${root}catalog"], minRecorded: 2 })] } };`,
    "a.test.mjs": `import { expect, it } from "vitest";
import { decode, notFound } from "errdex/image-hosting";
it("raises", async () => {
  expect(() => { throw notFound(); }).toThrowErrorCode("not_found");
  await expect(Promise.reject(decode({ status: 404, body: { error: "not_found" } }))).rejects.toBeErrorCode("not_found");
});`,
  };
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, path), text);
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|TEST$|NODE_ENV)/i.test(name)),
  );
  execFileSync(join(consumer, "node_modules/.bin/vitest"), ["run"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(JSON.parse(readFileSync(join(folder, "errdex-coverage.json"), "utf8")).catalogs).toEqual({
    "image-hosting": {
      not_found: { raised: 1, decoded: 1, met: 2, tests: ["a.test.mjs"] },
    },
  });
});
