/** What coverage takes, beside the time that parsing the same sources alone needs. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parseSync } from "oxc-parser";
import { loadCatalog } from "../../dist/compiler.js";
import { coverSources } from "../../dist/coverage.js";
import { writeAll } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { generateSources } from "./generate-sources.mjs";
import { interleave, median, number, printTable, ratio, target } from "./harness.mjs";

const runFile = promisify(execFile);
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const sizes = [
  { files: 200, codes: 100, rounds: 21 },
  { files: 2000, codes: 1000, rounds: 11 },
];

/** Runs the section. */
export async function run(folder) {
  const rows = [];
  let last;
  for (const { files: size, codes, rounds } of sizes) {
    const catalogFiles = generateCatalog(codes);
    const { catalog } = loadCatalog(catalogFiles);
    const names = catalog.entries.map(({ code }) => code);
    const { files, raised } = generateSources("bench", names, size);
    const found = coverSources(files, [catalog]).catalogs[0].codes.flatMap((code) => code.raised);
    if (found.length !== raised) throw new Error(`${found.length} places instead of ${raised}.`);
    last = interleave(
      {
        // The tree is made when it is asked for.
        parse: () => files.map(({ path, text }) => parseSync(path, text).program.body.length),
        cover: () => coverSources(files, [catalog]),
      },
      { rounds, warmUp: 2 },
    );
    const bytes = files.reduce((sum, { text }) => sum + text.length, 0);
    rows.push([
      number(size),
      number(codes),
      number(bytes / 1e6, 1),
      number(median(last.parse)),
      number(median(last.cover)),
      number(ratio(last, "cover", "parse"), 2),
      number(await commandTime(join(folder, `coverage-${size}`), catalogFiles, files), 2),
    ]);
  }
  printTable(["files", "codes", "MB", "parse ms", "cover ms", "× parse", "command s"], rows);
  return [
    target("coverage, 2 000 files and 1 000 codes, to parsing", ratio(last, "cover", "parse"), {
      atMost: 3,
    }),
  ];
}

// The command as people run it, start of the process and reading of the disk included.
async function commandTime(folder, catalogFiles, files) {
  await writeAll(
    join(folder, "catalog"),
    catalogFiles.map(({ path, content }) => ({ path, text: content })),
  );
  await writeAll(folder, files);
  const start = performance.now();
  await runFile(process.execPath, [cli, "coverage", "src", "--format", "json"], {
    cwd: folder,
    maxBuffer: 2 ** 28,
  });
  return (performance.now() - start) / 1000;
}
