import { expect, it } from "vitest";
import { covered, shop, shown } from "./covered.js";

const from = (names: string): string => `import { ${names} } from "../src/errors/index.js";\n`;

it("keeps what tests do apart from what the source does", () => {
  const lines = shown(
    covered({
      "test/a.ts": `${from("soldOut, hasCode, isRetryable")}soldOut();\nhasCode(error, "not_found");\nexpect(error).toMatchObject({ code: "order_closed" });\nconst want = { internal_error: 1 };\nisRetryable(error);`,
    }),
  );
  expect(lines).toEqual([
    "internal_error test handles test/a.ts:6:1",
    "internal_error test names test/a.ts:5:16",
    "not_found test handles test/a.ts:3:16",
    "not_found test names test/a.ts:3:16",
    "order_closed test names test/a.ts:4:37",
    "rate_limited test handles test/a.ts:6:1",
    "sold_out test raises test/a.ts:2:1",
  ]);
});

it.each([
  ["src/a.test.ts", true],
  ["src/a.spec.tsx", true],
  ["a.test.js", true],
  ["src/types.test-d.ts", true],
  ["test/deep/a.ts", true],
  ["packages/a/tests/b.ts", true],
  ["src/__tests__/a.ts", true],
  ["src/testing/a.ts", false],
  ["src/contest/a.ts", false],
  ["src/attest.ts", false],
])("takes %s for a test: %s", (path, isTest) => {
  expect(covered({ [path]: "1;" }).testFiles).toBe(isTest ? 1 : 0);
});

it.each<[string, string, boolean]>([
  ["checks/**", "checks/a/b.ts", true],
  ["./checks/*.ts", "checks/a.ts", true],
  ["checks/*.ts", "checks/a/b.ts", false],
  ["**/*.{check,proof}.ts", "src/a.proof.ts", true],
  ["**/*.{check,proof}.ts", "src/a.test.ts", false],
  ["src/?.ts", "src/a.ts", true],
  ["src/a+(b).ts", "src/a+(b).ts", true],
])("takes the glob %s for %s: %s", (glob, path, isTest) => {
  expect(covered({ [path]: "1;" }, { tests: [glob] }).testFiles).toBe(isTest ? 1 : 0);
});

it("counts, and rounds down", () => {
  const { catalogs } = covered({
    "src/a.ts": `import { soldOut, isOrdersError } from "./errors/index.js";\nsoldOut();\nisOrdersError(e);`,
    "test/a.ts": `"not_found";`,
  });
  expect(catalogs).toMatchObject([
    {
      catalog: "shop",
      raised: { count: 1, of: 5, percent: 20, whole: true },
      handled: { count: 2, of: 5, percent: 40, whole: true },
      tested: { count: 1, of: 5, percent: 20, whole: true },
      recorded: undefined,
    },
  ]);
});

it("joins what a run of the tests recorded", () => {
  const recorded = { raised: 2, decoded: 0, met: 1, tests: ["test/a.test.ts"] };
  const { catalogs } = covered(
    {},
    { recording: { version: 1, catalogs: { shop: { sold_out: recorded } } } },
  );
  const [{ codes, tested, recorded: share } = { codes: [], tested: 0, recorded: 0 }] = catalogs;
  expect(codes.find(({ code }) => code === "sold_out")?.recorded).toEqual(recorded);
  expect([tested, share]).toEqual([
    { count: 1, of: 5, percent: 20, whole: true },
    { count: 1, of: 5, percent: 20, whole: true },
  ]);
});

it("expects nobody to raise what is retired or deprecated, or to handle what is never sent", () => {
  const entries = shop.entries.map((entry, index) => {
    const ending = { at: entry.at, since: "1.0.0", replacedBy: undefined, reason: undefined };
    return [
      { ...entry, retired: ending },
      { ...entry, deprecated: ending },
      { ...entry, neverSent: true },
      entry,
      entry,
    ][index] as typeof entry;
  });
  const [found] = covered({}, {}, [{ ...shop, entries }]).catalogs;
  expect([found?.raised.of, found?.handled.of, found?.tested.of]).toEqual([3, 3, 4]);
});

it("finds the same whatever the order of the files", () => {
  const texts = Object.entries({
    "src/b.ts": `import { soldOut } from "./a.js";\nsoldOut();`,
    "src/a.ts": `export * from "./errors/index.js";\nerror.code === "sold_uot";`,
    "test/c.ts": `"sold_out"; error.code === "not_foundd";`,
  });
  const forwards = covered(Object.fromEntries(texts));
  const backwards = covered(Object.fromEntries(texts.reverse()));
  expect(backwards).toEqual(forwards);
  expect(shown(forwards)).toHaveLength(4);
});
