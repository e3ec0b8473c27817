/** The example imports what its readers can. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { root } from "../shipped-catalog.js";

const imports = readdirSync(`${root}docs/example`).flatMap((file) =>
  [...readFileSync(`${root}docs/example/${file}`, "utf8").matchAll(/ from "([^"]+)"/g)].map(
    ([, from = ""]) => from,
  ),
);

it("files beside each other, and entries of the package that are published", () => {
  const entries = Object.keys(packageJson.exports).map((entry) => entry.replace(/^\./, "errdex"));
  const own = imports.filter((from) => /^errdex\b/.test(from));
  expect(new Set(own)).toContain("errdex/hono");
  expect(own.filter((from) => !entries.includes(from))).toEqual([]);
  expect(imports.filter((from) => /^\.{2}\/|^\.\/.*\//.test(from))).toEqual([]);
});

it("every file that its page names is there", () => {
  const page = readFileSync(`${root}docs/example.md`, "utf8");
  const named = [...page.matchAll(/`([a-z-]+\.ts)`/g)].map(([, file = ""]) => file);
  const files = readdirSync(`${root}docs/example`);
  expect(named.filter((file) => !files.includes(file))).toEqual([]);
});
