/** What checking a catalog takes beside loading it, and what a ledger adds to both. */
import { checkCatalog, loadCatalog, printLedger } from "../../dist/compiler.js";
import { generateCatalog } from "./generate-catalog.mjs";
import { interleave, median, number, printTable, ratio, target } from "./harness.mjs";

/** Runs the section. */
export async function run(_folder, sizes) {
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
  const { codes, measured } = results.at(-1);
  const of = (name) => `${name}, ${number(codes)} codes`;
  const withLedger = { atMost: 1.3 };
  return [
    target(`${of("check")}, to load`, ratio(measured, "check", "load"), { atMost: 2 }),
    target(
      `${of("load")}, with a ledger to without`,
      ratio(measured, "loadBoth", "load"),
      withLedger,
    ),
    target(
      `${of("check")}, with a ledger to without`,
      ratio(measured, "checkBoth", "check"),
      withLedger,
    ),
  ];
}

function measure(codes, rounds) {
  const files = generateCatalog(codes);
  const { catalog } = loadCatalog(files);
  const path = "released.json";
  const ledger = { path, shownPath: path, content: printLedger(catalog) };
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
