/** `npm run bench [-- section …]`: measures errdex beside hand-written code and its peers. docs/benchmark.md has results. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printTable } from "./harness.mjs";

const sections = {
  construct: () => import("./construct.mjs"),
  bundle: () => import("./bundle.mjs"),
  types: () => import("./types.mjs"),
  compile: () => import("./compile.mjs"),
  wire: () => import("./wire.mjs"),
  check: () => import("./check.mjs"),
  coverage: () => import("./coverage.mjs"),
  site: () => import("./site.mjs"),
  contracts: () => import("./contracts.mjs"),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
  console.error(
    `No section ${unknown.join(", ")}. There are: ${Object.keys(sections).join(", ")}.`,
  );
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), "errdex-bench-"));
const targets = [];
try {
  for (const name of asked.length > 0 ? asked : Object.keys(sections)) {
    console.log(`\n## ${name}\n`);
    const { run } = await sections[name]();
    targets.push(...(await run(folder)));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

console.log("\n## targets\n");
printTable(
  ["Target", "Limit", "Measured", ""],
  targets.map(({ name, limit, figure, reached }) => [
    name,
    limit,
    figure,
    reached ? "reached" : "MISSED",
  ]),
);
