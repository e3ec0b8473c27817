import { describe, expect, it } from "vitest";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { ledgerWithoutPast } from "../../src/diff/ledger/contract-json.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import { replayExamples } from "../../src/diff/replay/replay-examples.js";
import { gauntletFormats } from "../emit/gauntlet-catalogs.js";
import { contractFrom } from "./compared.js";

describe.each(gauntletFormats)("the ledger of $name", ({ catalog }) => {
  const ledger = printLedger(catalog);
  const contract = contractFrom(ledger);

  it("says again what it said", () => {
    expect(ledgerWithoutPast({ ...contract })).toEqual(ledgerWithoutPast(catalog));
    expect(printLedger({ ...catalog, ...contract, released: undefined } as never)).toBe(ledger);
  });

  it("is of the same catalog", () => {
    expect(diffCatalogs(contract, catalog)).toEqual([]);
    // Spread, it is compared part by part.
    expect(diffCatalogs({ ...contract }, catalog)).toEqual([]);
  });

  it("is replayed: each version reads what the other sends", () => {
    const replay = replayExamples(contract, catalog);
    const codes = [undefined, ...catalog.entries.map(({ code }) => code)];
    for (const { name } of catalog.wireFormats)
      expect(codes.flatMap((code) => replay(name.value, code))).toEqual([]);
  });
});
