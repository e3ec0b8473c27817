/** What coverage takes, beside the time that parsing the same sources alone needs. */
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { loadCatalog } from "../../dist/compiler.js";
import { coverSources } from "../../dist/coverage.js";
import { writeAll } from "./compile-catalog.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { generateProject } from "./generate-project.mjs";
import { generateSources } from "./generate-sources.mjs";
import { interleave, median, number, printTable, ratio, target } from "./harness.mjs";
import { runNode } from "./run-node.mjs";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Runs the section. */
export async function run(folder, sizes) {
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
  const { files, codes } = sizes.at(-1);
  const size = `${number(files)} files and ${number(codes)} codes`;
  const project = await projectRatio(join(folder, "project"), files);
  return [
    target(`coverage, ${size}, to parsing`, ratio(last, "cover", "parse"), { atMost: 3 }),
    target(`coverage of ${number(files)} files with aliases, to parsing`, project, { atMost: 3 }),
  ];
}

// What the command takes for all sources of a project more than for one of them, to parsing them: imports are followed
// as settings and packages on the disk say.
async function projectRatio(folder, size) {
  const catalogFiles = generateCatalog(20);
  const codes = loadCatalog(catalogFiles).catalog.entries.map(({ code }) => code);
  const { files, raised } = generateProject("bench", codes, size);
  await writeAll(
    join(folder, "catalog"),
    catalogFiles.map(({ path, content }) => ({ path, text: content })),
  );
  await writeAll(folder, files);
  const covered = async (...paths) => {
    const start = performance.now();
    const { stdout } = await runNode([cli, "coverage", ...paths, "--format", "json"], {
      cwd: folder,
    });
    return { took: performance.now() - start, found: JSON.parse(stdout).catalogs[0].codes };
  };
  const sources = files.filter(({ path }) => path.endsWith(".ts"));
  const start = performance.now();
  for (const { path, text } of sources) parseSync(path, text).program.body;
  const parsing = performance.now() - start;
  const one = await covered("src/lib/errors.ts");
  const all = await covered("src", "packages");
  const places = all.found.flatMap((code) => code.raised);
  if (places.length !== raised) throw new Error(`${places.length} places instead of ${raised}.`);
  return (all.took - one.took) / parsing;
}

// The command as people run it, start of the process and reading of the disk included.
async function commandTime(folder, catalogFiles, files) {
  await writeAll(
    join(folder, "catalog"),
    catalogFiles.map(({ path, content }) => ({ path, text: content })),
  );
  await writeAll(folder, files);
  const start = performance.now();
  await runNode([cli, "coverage", "src", "--format", "json"], { cwd: folder });
  return (performance.now() - start) / 1000;
}
