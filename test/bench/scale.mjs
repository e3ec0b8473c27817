/** What each command takes for catalogs that grow, up to the largest. */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeAll } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { number, printTable, target } from "./harness.mjs";
import { errdex, runMeasured } from "./run-measured.mjs";

const commands = {
  check: ["check"],
  build: ["build"],
  "build, unchanged": ["build"],
  release: ["release"],
  diff: ["diff", "released"],
  list: ["list"],
  explain: ["explain", "billing_account_not_found"],
  docs: ["docs", "--out", "site"],
};

/** Runs the section: every command in a process of its own, once. */
export async function run(folder, sizes) {
  const home = join(folder, "scale-home");
  await mkdir(home);
  const env = { ...process.env, HOME: home, XDG_CACHE_HOME: "", LOCALAPPDATA: "" };
  const results = [];
  for (const codes of sizes) {
    const cwd = join(folder, `scale-${codes}`);
    await mkdir(join(cwd, "node_modules"), { recursive: true });
    const files = generateCatalog(codes).map(({ path, content }) => ({ path, text: content }));
    await writeAll(join(cwd, "catalog"), files);
    const costs = {};
    for (const [name, args] of Object.entries(commands))
      costs[name] = runMeasured(errdex(...args), { cwd, env });
    results.push({ codes, costs });
    await rm(cwd, { recursive: true });
  }
  printTable(
    ["command", ...results.flatMap(({ codes }) => [`${number(codes)} codes, s`, "MB"])],
    Object.keys(commands).map((name) => [
      name,
      ...results.flatMap(({ costs }) => [
        costs[name].processor.toFixed(2),
        (costs[name].memory / 1e6).toFixed(0),
      ]),
    ]),
  );
  const [usual, largest] = results.slice(-2);
  const gigabytes = (value) => `${(value / 1e9).toFixed(2)} GB`;
  return Object.keys(commands).flatMap((name) => {
    const title = `${name}, ${number(largest.codes)} codes`;
    const growth = largest.costs[name].processor / usual.costs[name].processor;
    return [
      target(`${title} to ${number(usual.codes)}`, growth, { atMost: 12 }),
      target(`${title}, memory`, largest.costs[name].memory, { atMost: 1.5e9 }, gigabytes),
    ];
  });
}
