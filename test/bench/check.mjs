/** What checking a catalog takes beside loading it. */
import { checkCatalog, loadCatalog } from "../../dist/compiler.js";
import { generateCatalog } from "./generate-catalog.mjs";
import { interleave, median, number, printTable, ratio, target } from "./harness.mjs";

const sizes = [
  { codes: 1000, rounds: 21 },
  { codes: 10_000, rounds: 9 },
];

/** Runs the section. */
export async function run() {
  const results = sizes.map(({ codes, rounds }) => ({ codes, measured: measure(codes, rounds) }));
  printTable(
    ["codes", "load ms", "check", "× load"],
    results.map(({ codes, measured }) => [
      number(codes),
      number(median(measured.load), 1),
      number(median(measured.check), 1),
      number(ratio(measured, "check", "load"), 2),
    ]),
  );
  const { measured } = results.at(-1);
  return [target("check, 10 000 codes, to load", ratio(measured, "check", "load"), { atMost: 2 })];
}

function measure(codes, rounds) {
  const files = generateCatalog(codes);
  const { catalog } = loadCatalog(files);
  const contenders = { load: () => loadCatalog(files), check: () => checkCatalog(catalog) };
  return interleave(contenders, { rounds, warmUp: 2 });
}
