/** The lines that `npm run example` prints, typed as they are. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { formats } from "../../docs/example/service.js";
import { guide, lineOf, tries } from "../../docs/example/tries.js";
import { fencesOf } from "../docs/fences.js";
import { root } from "../shipped-catalog.js";
import { startService } from "./running-service.js";

const run = promisify(execFile);

const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);

it.skipIf(!hasCurl).each(tries)("$says", async (each) => {
  for (const format of Object.keys(formats)) {
    await using service = await startService();
    const { stdout } = await run("sh", ["-c", lineOf(each, `${service.base}/${format}`)]);
    expect(stdout).toMatch(each.code ? /^HTTP\/1\.1 [45]\d\d / : /^HTTP\/1\.1 20\d /);
    expect(service.reports.map(({ error }) => error.code)).toEqual(each.code ? [each.code] : []);
  }
});

it.skipIf(!hasCurl)("the line in the README", async () => {
  await using service = await startService();
  const fences = fencesOf(readFileSync(`${root}README.md`, "utf8"));
  const line = fences.find(({ code }) => code.startsWith("curl"))?.code ?? "";
  await run("sh", ["-c", line.replace("http://localhost:8080", service.base)]);
  expect(service.reports.map(({ error }) => error.code)).toEqual(["file_too_large"]);
});

it("the guide has all of them, each with what it is for", () => {
  const text = guide("http://localhost:8080", Object.keys(formats));
  for (const each of tries)
    expect(text).toContain(`# ${each.says}\n${lineOf(each, "http://localhost:8080/problem")}\n`);
  expect(text).toContain("/imagebin /imgpro /imagizer /pinarkive /picora");
});
