/** `npm run bench [-- --quick] [section …]`: measures errdex beside hand-written code and its peers. docs/benchmark.md has results. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { printTable } from "./harness.mjs";
import { runSections } from "./run-sections.mjs";
import { quick, whole } from "./sizes.mjs";

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
  catalogs: () => import("./catalogs.mjs"),
  server: () => import("./server.mjs"),
  commands: () => import("./commands.mjs"),
};

/** What takes minutes, and runs where it is asked for. */
const long = { scale: () => import("./scale.mjs") };
const known = { ...sections, ...long };

const { values, positionals: asked } = parseArgs({
  options: { quick: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = asked.filter((name) => !Object.hasOwn(known, name));
if (unknown.length > 0) {
  console.error(`No section ${unknown.join(", ")}. There are: ${Object.keys(known).join(", ")}.`);
  process.exit(2);
}

const names = asked.length > 0 ? asked : Object.keys(sections);
const wanted = Object.fromEntries(names.map((name) => [name, known[name]]));
const folder = await mkdtemp(join(tmpdir(), "errdex-bench-"));
try {
  const sizes = values.quick ? quick : whole;
  const { targets, failed } = await runSections(wanted, { folder, sizes });
  console.log("\n## targets\n");
  printTable(
    ["Target", "Limit", "Measured", ""],
    targets.map(({ name, limit, figure, reached }) => [
      name,
      limit,
      figure,
      values.quick ? "not judged" : reached ? "reached" : "MISSED",
    ]),
  );
  if (failed.length > 0) {
    console.error(`\nFailed: ${failed.join(", ")}.`);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
