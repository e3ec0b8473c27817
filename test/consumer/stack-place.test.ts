/** Where the stack of an error begins, in the engines that services run on. */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";

const consumer = inject("consumer");
const bun = ["bun/bin/bun.exe", "@oven/bun-linux-x64/bin/bun"]
  .map((path) => join(root, "node_modules", path))
  .find((path) => existsSync(path));

const script = `
import { authRequired, insufficientScope, quotaExceeded } from "errdex/image-hosting";
const action = { type: "upgrade", url: "https://img.example/", label: "Up" };
const usage = { plan: "free", uploads_used: 1, uploads_limit: 1 };
function placeOfCall(make) {
  const error = make();
  return error.stack;
}
const stacks = [];
for (const limit of [10, 1]) {
  Error.stackTraceLimit = limit;
  stacks.push(
    placeOfCall(function here() { try { throw authRequired(); } catch (error) { return error; } }),
    placeOfCall(function here() { try { throw insufficientScope({ required_scope: "x" }); } catch (error) { return error; } }),
    placeOfCall(function here() { try { throw quotaExceeded({ action, usage }, { cause: 1 }); } catch (error) { return error; } }),
  );
}
const withoutOne = quotaExceeded({ action, usage }, { stack: false }).stack;
console.log(JSON.stringify({ firstLines: stacks.map((stack) => stack.split("\\n")[1]), withoutOne }));
`;

it.each([
  ["Node.js", process.execPath],
  ["Bun", bun ?? ""],
])("is the call of the constructor in %s", (_, program) => {
  const file = join(consumer, "stack-place.mjs");
  writeFileSync(file, script);
  const run = spawnSync(program, [file], { cwd: consumer, encoding: "utf8" });
  expect(run.stderr).toBe("");
  const { firstLines, withoutOne } = JSON.parse(run.stdout) as Record<string, readonly string[]>;
  expect(firstLines).toHaveLength(6);
  for (const line of firstLines ?? []) expect(line).toMatch(/at here \(.*stack-place\.mjs:/);
  expect(withoutOne).toBe("quota_exceeded: You have used 1 of 1 uploads.");
});
