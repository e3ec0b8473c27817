import { describe, expect, it } from "vitest";
import { covered, found, shown } from "./covered.js";

const from = (names: string): string => `import { ${names} } from "./errors/index.js";\n`;

it.each<[string, string, readonly string[]]>([
  [
    "a computed constructor",
    `import * as errors from "./errors/index.js";\nerrors[name]();\nconst f = errors[name];\nconst { [name]: g, ...rest } = errors;`,
    ["unseen computed 2:1"],
  ],
  [
    "the whole module passed on",
    `import * as errors from "./errors/index.js";\nuse(errors);`,
    ["unseen passed-on 2:5"],
  ],
  [
    "a constructor passed on",
    `${from("soldOut")}use(soldOut, { soldOut });\nexport const map = [soldOut];`,
    ["unseen passed-on 2:5", "unseen passed-on 2:16", "unseen passed-on 3:21"],
  ],
  [
    "handlers that are spread or stand elsewhere",
    `${from("match")}import { more } from "./other.js";\nmatch(error, { ...more, sold_out: f, [name]: g });\nmatch(error, more);`,
    [
      "sold_out match 3:25",
      "unseen unresolved 2:22",
      "unseen spread 3:16",
      "unseen computed 3:39",
      "unseen elsewhere 4:14",
    ],
  ],
  [
    "codes that are computed",
    `${from("hasCode")}hasCode(error, ...codes, code);\nswitch (error.code) { case "sold_out": case other: }`,
    ["sold_out switch 3:28", "unseen spread 2:16", "unseen computed 2:26", "unseen computed 3:45"],
  ],
  [
    "modules that are computed",
    `const a = await import(name);\nconst b = require(name);`,
    ["unseen computed-import 1:17", "unseen computed-import 2:11"],
  ],
])("says that it could not see %s", (_, text, want) => {
  expect(found(text)).toEqual(want);
});

describe("files that cannot be read", () => {
  it("are named with the place where they stop making sense", () => {
    const { unseen } = covered({ "src/a.ts": "const a = 1;\nconst b = {;\n" });
    expect(unseen).toEqual([
      {
        reason: "unparsed",
        message: "The file was not read: Unexpected token.",
        place: { path: "src/a.ts", line: 2, column: 12 },
        hides: ["raised", "handled"],
      },
    ]);
  });

  it("do not keep the others from being read", () => {
    const lines = shown(covered({ "src/a.ts": `${from("soldOut")}soldOut();`, "src/b.ts": "(" }));
    expect(lines).toEqual(["sold_out raised 2:1", "unseen unparsed src/b.ts:1:2"]);
  });

  it.each([
    ["brackets", "(".repeat(100_000)],
    ["arrays", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
    ["functions", "function f(){".repeat(20_000)],
    ["templates", "`${".repeat(20_000)],
    ["arrows", `x = ${"a=>".repeat(50_000)}a`],
    ["arrows on lines of their own", `x = ${"a =>\n".repeat(50_000)}a`],
    ["conditions", `x = ${"a?b:".repeat(100_000)}c`],
    ["else after else", `${"if(a);else ".repeat(100_000)};`],
    ["if after if", `${"if(a)\n".repeat(100_000)};`],
    ["powers", `x = ${"a**".repeat(100_000)}a`],
    ["types", `type A = ${"B<".repeat(50_000)}1`],
    ["assignments", `${"a=".repeat(100_000)}1`],
    ["JSX", "<a>{".repeat(50_000)],
    ["elements of JSX", "<a>".repeat(100_000)],
  ])("may be nested as deeply as they like: %s", (_, text) => {
    const { unseen } = covered({ "src/a.tsx": text });
    expect(unseen.map(({ reason }) => reason)).toEqual(["unparsed"]);
  });

  it.each([
    ["a long chain of +", `x = a${"+a".repeat(50_000)}`],
    ["a long chain of calls", `x = a${".b()".repeat(2000)}`],
    ["a long list", `x = [${"1,".repeat(100_000)}]`],
    ["many lines without semicolons", "const a = b ? c : d\n".repeat(20_000)],
    ["many cases", `switch (a) {${`case "b":\n`.repeat(20_000)}}`],
    ["many comparisons", `x = ${Array(300).fill("a === b").join(" || ")}`],
    ["empty lines", "\n".repeat(1_000_000)],
    ["many functions", "const f = (a = 1) => ({ b: [a] });\n".repeat(20_000)],
  ])("are not those with %s", (_, text) => {
    expect(covered({ "src/a.ts": text }).unseen).toEqual([]);
  });
});
