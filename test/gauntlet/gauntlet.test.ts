import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { formatsFolder } from "./cases.js";
import { failuresOf, runFormat } from "./run-format.js";

const formats = readdirSync(formatsFolder).sort();

describe("an error format of an API in production", () => {
  it.each(formats)("%s is read and written as its documents say", async (format) => {
    const report = await runFormat(format);
    expect(failuresOf(report)).toEqual([]);
    // Its catalog is an example for others.
    expect(report.said).toEqual([]);
  });
});

describe("npm run gauntlet", () => {
  function gauntlet(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`${root}test/gauntlet/main.mjs`, ...args],
      { encoding: "utf8" },
    );
    return { status, stdout, stderr };
  }

  it("prints a line for each format that is named", () => {
    const { status, stdout, stderr } = gauntlet("-v", "zalando", "airtable");
    expect([status, stderr]).toEqual([0, ""]);
    const names = [...stdout.matchAll(/^\S+(?: formats)?/gm)].map(([name]) => name);
    expect(names).toEqual(["format", "zalando", "airtable", "2 formats"]);
  });

  it("refuses a format that there is not", () => {
    const { status, stderr } = gauntlet("zalandoo");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^No format zalandoo\. There are: .*\bzalando\.\n$/);
  });
});
