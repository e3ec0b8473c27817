import { expect, it } from "vitest";
import { onlyCodes } from "../../src/coverage/only-codes.js";
import { coverageFindings } from "../../src/coverage/report/coverage-findings.js";
import { coverageJson } from "../../src/coverage/report/coverage-json.js";
import { covered } from "./covered.js";

const all = covered({
  "src/a.ts": `import { soldOut, notFound, viewOrder } from "./errors/index.js";
export const viewOrder2 = () => soldOut();
use(notFound);
error.code === "rate_limited" || hasCode("x");
error.code === "sold_uot";
function viewOrder() { throw soldOut(); }`,
});
const of = (...codes: readonly string[]) => onlyCodes(all, new Map([["shop", new Set(codes)]]));

it("coverage of some codes has their shares, and no others", () => {
  const [shop] = of("sold_out", "not_found").catalogs;
  expect(shop?.codes.map(({ code }) => code)).toEqual(["not_found", "sold_out"]);
  expect(shop).toMatchObject({
    raised: { count: 1, of: 2, percent: 50, whole: false },
    handled: { count: 0, of: 2, percent: 0, whole: true },
    tested: { count: 0, of: 2 },
    recorded: undefined,
  });
});

it("what is hidden of others does not matter", () => {
  const narrowed = of("sold_out");
  expect(narrowed.unseen).toEqual([]);
  expect(narrowed.catalogs[0]?.raised).toEqual({ count: 1, of: 1, percent: 100, whole: true });
  expect(of("not_found").unseen).toMatchObject([{ reason: "passed-on" }]);
});

it("findings are about these codes, and about texts that no catalog knows", () => {
  const rules = (coverage: typeof all) =>
    coverageFindings(coverage, new Set()).map(
      ({ rule, message }) => `${rule} ${message.split(" ")[0]}`,
    );
  expect(rules(of("rate_limited"))).toEqual([
    "coverage-unknown No",
    "coverage-unraised rate_limited",
    "coverage-untested No",
  ]);
  expect(rules(of("sold_out"))).toContain("coverage-undeclared The");
  expect(JSON.parse(coverageJson(of("rate_limited"))).catalogs[0].neverRaised).toEqual([
    "rate_limited",
  ]);
});

it("all codes of a catalog are all, and of one that is not named there are none", () => {
  expect(onlyCodes(all, new Map([["shop", "all"]]))).toEqual(all);
  const none = onlyCodes(all, new Map());
  expect(none.catalogs).toMatchObject([
    { catalog: "shop", codes: [], raised: { count: 0, of: 0, percent: 100, whole: true } },
  ]);
  expect([none.undeclared, none.unseen]).toEqual([[], []]);
});
