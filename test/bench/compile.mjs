/** What compiling a catalog takes, beside the time that js-yaml alone needs to read the same text. */
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { checkCatalog, emitTypeScript, loadCatalog } from "../../dist/compiler.js";
import { sound, writeAll } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { interleave, median, number, printTable, ratio, target } from "./harness.mjs";
import { runNode } from "./run-node.mjs";

const fromHere = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Runs the section. */
export async function run(folder, { warmUp, measured: sizes }) {
  for (let round = 0; round < warmUp.rounds; round += 1)
    emitTypeScript(sound(generateCatalog(warmUp.codes)));
  const results = new Map();
  for (const { codes, rounds } of sizes) results.set(codes, measure(codes, rounds));
  const ms = (measured, name) => number(median(measured[name]), 1);
  const rows = [];
  for (const [codes, measured] of results) {
    rows.push([
      number(codes),
      ...["js-yaml", "load", "check", "emit", "all"].map((name) => ms(measured, name)),
      number(ratio(measured, "all", "js-yaml"), 2),
      number(median(measured.all) / codes, 3),
      number((await peakMemory(codes)) / 1e6),
      ...(await unchangedBuild(codes, join(folder, `compile-${codes}`))),
    ]);
  }
  printTable(
    [
      "codes",
      "js-yaml ms",
      "load",
      "check",
      "emit",
      "all",
      "× js-yaml",
      "ms a code",
      "MB",
      "build s",
      "again s",
    ],
    rows,
  );
  const [usual, largest] = sizes.slice(-2).map(({ codes }) => codes);
  const growth = median(results.get(largest).all) / median(results.get(usual).all);
  const toYaml = ratio(results.get(largest), "all", "js-yaml");
  return [
    target(`compile, ${number(largest)} codes, to js-yaml`, toYaml, { atMost: 6 }),
    target(`compile, ${number(largest)} codes to ${number(usual)}`, growth, { atMost: 12 }),
  ];
}

function measure(codes, rounds) {
  const files = generateCatalog(codes);
  const stages = { load: [], check: [], emit: [] };
  const contenders = {
    "js-yaml": () => files.map(({ content }) => load(content)),
    all: () => {
      const { catalog } = stage("load", () => loadCatalog(files));
      stage("check", () => checkCatalog(catalog));
      stage("emit", () => emitTypeScript(catalog));
    },
  };
  const stage = (name, work) => {
    const start = performance.now();
    const result = work();
    stages[name].push(performance.now() - start);
    return result;
  };
  const measured = interleave(contenders, { rounds, warmUp: 2 });
  for (const name of Object.keys(stages)) measured[name] = stages[name].slice(-rounds);
  return measured;
}

async function peakMemory(codes) {
  const { stdout } = await runNode([fromHere("compile-worker.mjs"), String(codes)]);
  return Number(stdout);
}

// The command as people run it, start of the process included: once with everything to write, then with nothing.
async function unchangedBuild(codes, folder) {
  const files = generateCatalog(codes).map(({ path, content }) => ({ path, text: content }));
  await writeAll(join(folder, "catalog"), files);
  const build = async () => {
    const start = performance.now();
    await runNode([fromHere("../../dist/cli.js"), "build"], { cwd: folder });
    return number((performance.now() - start) / 1000, 2);
  };
  return [await build(), await build()];
}
