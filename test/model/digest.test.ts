import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/model/digest.js";
import { ledgerDigest } from "../../src/model/ledger-digest.js";

describe("a digest", () => {
  // The test vectors of the authors of FNV-1a.
  it.each([
    ["", "cbf29ce484222325"],
    ["a", "af63dc4c8601ec8c"],
    ["foobar", "85944171f73967e8"],
    ["chongo was here!\n", "46810940eff5f915"],
  ])("of %j is that of FNV-1a", (text, digest) => {
    expect(digestOf([text])).toBe(digest);
    expect(digestOf([...text])).toBe(digest);
  });

  it("of a ledger is the same however it is written, and another whatever it says", () => {
    const said = { errdex: 1, codes: { a: { statuses: [409] }, b: {} }, past: { codes: {} } };
    const turned = { past: { codes: {} }, codes: { b: {}, a: { statuses: [409] } }, errdex: 1 };
    expect(ledgerDigest(turned)).toBe(ledgerDigest(said));
    expect(ledgerDigest({ ...said, digest: "x" })).toBe(ledgerDigest(said));
    const others = [
      { ...said, errdex: 2 },
      { ...said, codes: { a: { statuses: [410] }, b: {} } },
      { ...said, codes: { a: { statuses: [409] } }, b: {} },
      { ...said, codes: { a: { statuses: [409] } } },
      { errdex: 1, codes: said.codes, past: {} },
    ];
    expect(new Set([said, ...others].map(ledgerDigest)).size).toBe(others.length + 1);
  });
});
