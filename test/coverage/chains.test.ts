import { describe, expect, it } from "vitest";
import { covered, found, shown } from "./covered.js";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("modules that pass on what others have", () => {
  const star = (to: number) => `export * from "./m${to}.js";`;

  it("may all pass on each other, in circles", () => {
    const modules = numbers(40).map((index) => [
      `src/m${index}.ts`,
      `${numbers(40).map(star).join("\n")}${index === 39 ? 'export * from "./errors/index.js";' : ""}`,
    ]);
    const all = covered({
      ...Object.fromEntries(modules),
      "src/a.ts": 'import { soldOut, nothing } from "./m0.js";\nsoldOut();\nnothing();',
    });
    expect(shown(all)).toEqual(["sold_out raised 2:1"]);
  });

  it("may be two for each of the next two", () => {
    const modules = numbers(60).flatMap((index) =>
      ["a", "b"].map((side) => [
        `src/m${index}${side}.ts`,
        `export * from "./m${index + 1}a.js"; export * from "./m${index + 1}b.js";`,
      ]),
    );
    const all = covered({
      ...Object.fromEntries(modules),
      "src/m60a.ts": "",
      "src/m60b.ts": 'export { soldOut as gone } from "./errors/index.js";',
      "src/a.ts": 'import { gone, nothing } from "./m0a.js";\ngone();\nnothing();',
    });
    expect(shown(all)).toEqual(["sold_out raised 2:1"]);
  });

  it("may stand behind each other, however many, under names that change", () => {
    const modules = numbers(5000).map((index) => [
      `src/m${index}.ts`,
      `export { a${index + 1} as a${index} } from "./m${index + 1}.js";`,
    ]);
    const all = covered({
      ...Object.fromEntries(modules),
      "src/m5000.ts": 'export { soldOut as a5000 } from "./errors/index.js";',
      "src/a.ts": 'import { a0 } from "./m0.js";\na0();',
    });
    expect(shown(all)).toEqual(["sold_out raised 2:1"]);
  });

  it("may name a part of themselves", () => {
    const all = covered({
      "src/b.ts": 'import * as self from "./b.js";\nexport const deep = self.deep.deep;',
      "src/a.ts": 'import { deep } from "./b.js";\ndeep();',
    });
    expect(shown(all)).toEqual([]);
  });

  it("may have the same name as a catalog that does not have it", () => {
    const all = covered({
      "src/b.ts": 'export * from "./errors/index.js";\nexport * from "./c.js";',
      "src/c.ts": 'import { soldOut } from "./errors/index.js";\nexport { soldOut as mine };',
      "src/a.ts": 'import { mine } from "./b.js";\nmine();',
    });
    expect(shown(all)).toEqual(["sold_out raised 2:1"]);
  });
});

describe("names that stand for two of the next", () => {
  const chain = (start: string, next: (index: number) => string) =>
    `${start}\n${numbers(60).map(next).join("\n")}\n`;

  it("in lists, objects and patterns", () => {
    expect(
      found(
        `import { hasCode, match } from "./errors/index.js";
import { match as when, P } from "ts-pattern";
${chain('const l0 = ["sold_out"];', (index) => `const l${index + 1} = [...l${index}, ...l${index}];`)}${chain("const o0 = { order_closed: 1 };", (index) => `const o${index + 1} = { ...o${index}, ...o${index} };`)}${chain('const p0 = "not_found";', (index) => `const p${index + 1} = P.union(p${index}, p${index});`)}hasCode(e, ...l60);
match(e, o60);
when(e).with({ code: p60 }, () => 1);`,
      ).filter((line) => !line.includes("unseen")),
    ).toEqual([
      // The text is named twice by the first union.
      expect.stringContaining("not_found pattern"),
      expect.stringContaining("not_found pattern"),
      expect.stringContaining("order_closed match"),
      expect.stringContaining("sold_out hasCode"),
    ]);
  });

  it("in types", () => {
    expect(
      found(`import type { SoldOut } from "./errors/index.js";
${chain("type T0 = SoldOut;", (index) => `type T${index + 1} = T${index} | T${index};`)}
export function f(error: T15) { return error.code === "sold_uot"; }`),
    ).toEqual([expect.stringContaining("unknown sold_uot in comparison")]);
  });
});

describe("an expression as long as no person writes it", () => {
  it.each([
    ["of ||", `x = a${"||a".repeat(20_000)} || error.code === "sold_out";`],
    ["of text", `x = ""${"+'a'".repeat(50_000)} + (error.code === "sold_out");`],
    ["in base64", `x = "${"a+/".repeat(300_000)}"; error.code === "sold_out";`],
    ["of members", `x = a${".b".repeat(100_000)}; error.code === "sold_out";`],
  ])("is read: %s", (_, text) => {
    expect(found(text)).toEqual([expect.stringContaining("sold_out comparison")]);
  });

  it.each([
    ["sums", `x = a${"+a".repeat(200_000)}`],
    ["signs", `x = ${"!".repeat(200_000)}a`],
    ["words", `x = ${"typeof ".repeat(100_000)}a`],
    ["casts", `x = a${" as B".repeat(100_000)}`],
    ["calls", `a${".b()".repeat(100_000)}`],
    ["loops", `${"for(;;)".repeat(100_000)};`],
    [
      "labels",
      numbers(50_000)
        .map((index) => `l${index}:`)
        .join(""),
    ],
    ["lists of types", `type A = B${"[]".repeat(100_000)}`],
  ])("is not given to the parser where its stack would not do: %s", (_, text) => {
    expect(found(text)).toEqual(["unseen unparsed 1:1"]);
  });
});
