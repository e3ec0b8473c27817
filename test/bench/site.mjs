/** What the help site of a large catalog takes: to build, to search, and to load. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { writeAll } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { median, number, printTable, target } from "./harness.mjs";
import { runNode } from "./run-node.mjs";

const fromHere = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What people type, letter by letter. */
const typed = [
  "billing_account_not_found",
  "quota exceeded invoice",
  "biling invoce",
  "HTTP 429",
  "a p s",
  "problem of the account",
];

/** Runs the section. */
export async function run(folder, sizes) {
  const results = [];
  for (const size of sizes) results.push(await measure(size, folder));
  printTable(
    [
      "codes",
      "processor s",
      "ms a code",
      "index kB",
      "gzip kB",
      "index ready ms",
      "a key ms, median",
      "95 %",
      "slowest",
    ],
    results.map(({ codes, seconds, bytes, packed, ready, keys }) => [
      number(codes),
      number(seconds, 1),
      number((seconds * 1000) / codes, 2),
      number(bytes / 1000),
      number(packed / 1000),
      number(ready),
      number(median(keys), 1),
      number(keys[Math.floor(keys.length * 0.95)], 1),
      number(keys.at(-1), 1),
    ]),
  );
  const [small, large] = results.slice(-2);
  const many = `${number(large.codes)} codes`;
  const packed = async (name) =>
    gzipSync(await readFile(fromHere(`../../dist/site/${name}`)), { level: 9 });
  const script = await packed("site.js");
  const ofSearch = await packed("search.js");
  const bytes = (value) => `${number(value)} B`;
  const ms = (value) => `${number(value, 1)} ms`;
  return [
    target(`site, ${many} to ${number(small.codes)}`, large.seconds / small.seconds, {
      atMost: 12,
    }),
    target(
      `site, ${many}: a key in the search, 95 %`,
      large.keys[Math.floor(large.keys.length * 0.95)],
      { atMost: 33 },
      ms,
    ),
    target("site, the script of a page, gzip", script.length, { atMost: 10_000 }, bytes),
    target("site, the script of the search, gzip", ofSearch.length, { atMost: 11_500 }, bytes),
  ];
}

async function measure({ codes, rounds }, folder) {
  const place = join(folder, `site-${codes}`);
  const files = generateCatalog(codes).map(({ path, content }) => ({ path, text: content }));
  await writeAll(join(place, "catalog"), files);
  const seconds = await processorSeconds(place);
  const path = join(place, "site", "search-index.js");
  const text = await readFile(path, "utf8");
  const { ready, keys } = await search(text, { folder, rounds });
  return {
    codes,
    seconds,
    bytes: (await stat(path)).size,
    packed: gzipSync(text, { level: 9 }).length,
    ready,
    keys,
  };
}

// Of the processor, not of the clock: half of the clock is the disk's.
async function processorSeconds(cwd) {
  const command = fromHere("../../dist/cli.js");
  const code = `process.argv.splice(1, process.argv.length, "node", "docs", "--out", "site");
process.on("exit", () => { const { user, system } = process.cpuUsage(); process.stderr.write("\\n" + (user + system)); });
await import(${JSON.stringify(command)});`;
  const { stderr } = await runNode(["--input-type=module", "--eval", code], { cwd });
  return Number(stderr.split("\n").at(-1)) / 1e6;
}

// The search alone, as the site's script has it; a browser adds the drawing of twelve lines.
async function search(text, { folder, rounds }) {
  const outfile = join(folder, "search.mjs");
  const rooms = ["search", "search-entry"].map((name) => fromHere(`../../src/site/${name}.ts`));
  await build({
    stdin: {
      contents: rooms.map((path) => `export * from ${JSON.stringify(path)};`).join("\n"),
      resolveDir: fromHere("../.."),
    },
    bundle: true,
    format: "esm",
    outfile,
  });
  const { createSearch, readSearchData } = await import(outfile);
  const data = {};
  new Function("globalThis", text)(data);
  const known = readSearchData(data.errdexSearch, "file:///site/");
  const start = performance.now();
  const find = await createSearch(known);
  const ready = performance.now() - start;
  const keys = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const words of typed) {
      for (let end = 1; end <= words.length; end += 1) {
        const from = performance.now();
        find(words.slice(0, end), 12);
        if (round > 0) keys.push(performance.now() - from);
      }
    }
  }
  return { ready, keys: keys.sort((a, b) => a - b) };
}
