/** What checking a catalog takes beside loading it, and what a ledger adds to both. */
import { checkCatalog, contractOf, loadCatalog, printLedger } from "../../dist/compiler.js";
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
    ["codes", "load ms", "check", "× load", "load + ledger", "× load", "check + ledger", "× check"],
    results.map(({ codes, measured }) => [
      number(codes),
      number(median(measured.load), 1),
      number(median(measured.check), 1),
      number(ratio(measured, "check", "load"), 2),
      number(median(measured.loadBoth), 1),
      number(ratio(measured, "loadBoth", "load"), 2),
      number(median(measured.checkBoth), 1),
      number(ratio(measured, "checkBoth", "check"), 2),
    ]),
  );
  const { measured } = results.at(-1);
  return [
    target("check, 10 000 codes, to load", ratio(measured, "check", "load"), { atMost: 2 }),
    target("load, 10 000 codes, with a ledger to without", ratio(measured, "loadBoth", "load"), {
      atMost: 1.3,
    }),
    target("check, 10 000 codes, with a ledger to without", ratio(measured, "checkBoth", "check"), {
      atMost: 1.3,
    }),
  ];
}

function measure(codes, rounds) {
  const files = generateCatalog(codes);
  const { catalog } = loadCatalog(files);
  const path = "released.json";
  const ledger = { path, shownPath: path, content: printLedger(contractOf(catalog)) };
  const both = [...files, ledger];
  const { catalog: released } = loadCatalog(both);
  const contenders = {
    load: () => loadCatalog(files),
    check: () => checkCatalog(catalog),
    loadBoth: () => loadCatalog(both),
    checkBoth: () => checkCatalog(released),
  };
  return interleave(contenders, { rounds, warmUp: 2 });
}
