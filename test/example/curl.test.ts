/** The lines that `npm run example` prints, typed as they are. */
import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { formats } from "../../docs/example/service.js";
import { guide, lineOf, tries } from "../../docs/example/tries.js";
import { startService } from "./running-service.js";

const run = promisify(execFile);

const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);

it.skipIf(!hasCurl).each(tries)("$says", async (each) => {
  const folder = mkdtempSync(`${tmpdir()}/errdex-curl-`);
  for (const format of Object.keys(formats)) {
    await using service = await startService();
    await run("sh", ["-c", lineOf(each, `${service.base}/${format}`)], { cwd: folder });
    expect(service.reports.map(({ error }) => error.code)).toEqual(each.code ? [each.code] : []);
  }
});

it("the guide has all of them, each with what it is for", () => {
  const text = guide("http://localhost:8080", Object.keys(formats));
  for (const each of tries)
    expect(text).toContain(`# ${each.says}\n${lineOf(each, "http://localhost:8080/problem")}\n`);
  expect(text).toContain("/imagebin /imgpro /imagizer /pinarkive /picora");
});
