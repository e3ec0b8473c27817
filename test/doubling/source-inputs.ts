/** Sources that are doubled: in modules, in what passes on what others have, in lines, and in globs. */
import { type CoverageOptions, coverSources } from "../../src/coverage/cover-sources.js";
import { coverageFindings } from "../../src/coverage/report/coverage-findings.js";
import { coverageJson } from "../../src/coverage/report/coverage-json.js";
import { generated, shop } from "../coverage/covered.js";
import { catalogTexts, type DoublingInput, loaded, nameOf, numbers } from "./doubling-input.js";

type Texts = Readonly<Record<string, string>>;

function covered(texts: Texts, catalog = shop, options?: CoverageOptions): () => unknown {
  const files = Object.entries({ "src/errors/index.ts": generated, ...texts }).map(
    ([path, text]) => ({ path, text }),
  );
  return () => {
    const coverage = coverSources(files, [catalog], options);
    return [coverageJson(coverage), coverageFindings(coverage, new Set())];
  };
}

function modules(count: number, text: (index: number) => string): Texts {
  return Object.fromEntries(numbers(count).map((index) => [`src/m${index}.ts`, text(index)]));
}

const big = (size: number) =>
  loaded({
    ...catalogTexts(size),
    "catalog.yaml": "catalog: shop\ntitle: Shop\nversion: 1.0.0\ncategories: { orders: Orders }\n",
  });

const use = { "src/z.ts": 'import { soldOut, nothing } from "./m0.js"; soldOut(); nothing();' };

/** The inputs. */
export const sourceInputs: readonly DoublingInput[] = [
  {
    name: "coverage: modules",
    size: 50,
    prepare: (size) =>
      covered(
        modules(
          size,
          () => 'import { soldOut } from "./errors/index.js"; export const f = () => soldOut();',
        ),
      ),
  },
  {
    name: "coverage: modules that each import the next",
    size: 100,
    prepare: (size) =>
      covered({
        ...modules(size, (index) =>
          index === size - 1
            ? 'export * from "./errors/index.js";'
            : `export * from "./m${index + 1}.js"; import { soldOut } from "./m${index + 1}.js"; soldOut();`,
        ),
        ...use,
      }),
  },
  {
    name: "coverage: exports that modules pass on to each other, all to all",
    size: 100,
    prepare: (size) => {
      const count = Math.round(Math.sqrt(size));
      const stars = numbers(count).map((index) => `export * from "./m${index}.js";`);
      return covered({ ...modules(count, () => stars.join("\n")), ...use });
    },
  },
  {
    name: "coverage: pairs of modules that pass on the next pair",
    size: 50,
    prepare: (size) => {
      const stars = (next: number) =>
        `export * from "./m${next}.js"; export * from "./n${next}.js";`;
      const texts = numbers(size).flatMap((index) =>
        ["m", "n"].map((side) => [`src/${side}${index}.ts`, stars(index + 1)]),
      );
      return covered({ ...Object.fromEntries(texts), ...use });
    },
  },
  {
    name: "coverage: names of one module that passes on many",
    size: 100,
    prepare: (size) =>
      covered({
        ...modules(size, (index) => `export function f${index}() {}`),
        "src/b.ts": numbers(size)
          .map((index) => `export * from "./m${index}.js";`)
          .join("\n"),
        "src/z.ts": numbers(size)
          .map((index) => `import { f${index} } from "./b.js"; f${index}();`)
          .join("\n"),
      }),
  },
  {
    name: "coverage: lines of a file",
    size: 300,
    prepare: (size) =>
      covered({
        "src/z.ts": `import { soldOut } from "./errors/index.js";\n${"soldOut();\n".repeat(size)}`,
      }),
  },
  {
    name: "coverage: length of a line, with something unknown at every place",
    size: 300,
    prepare: (size) => {
      const calls = numbers(size).map((index) => `hasCode(e, "zz${nameOf(index)}"); import(x);`);
      return covered({
        "src/z.ts": `import { hasCode } from "./errors/index.js";${calls.join("")}`,
      });
    },
  },
  {
    name: "coverage: parts of a sum",
    size: 500,
    prepare: (size) => {
      // The parser is not given longer ones.
      const sums = numbers(Math.ceil(size / 40_000)).map((index) => {
        const parts = numbers(Math.min(40_000, size - index * 40_000));
        return `a = ${parts.map(() => '"x"').join(" + ")};`;
      });
      return covered({ "src/z.ts": sums.join("\n") });
    },
  },
  {
    name: "coverage: texts that are no codes, and codes",
    size: 200,
    prepare: (size) => {
      const texts = numbers(size).map((index) => `if (e.code === "c${nameOf(index)}q") {}`);
      return covered({ "src/z.ts": texts.join("\n") }, big(size));
    },
  },
  {
    name: "coverage: stars of a glob",
    size: 20,
    prepare: (size) => {
      const glob = `**/${"*a".repeat(size)}*b`;
      return covered(
        Object.fromEntries(numbers(20).map((index) => [`src/${"a".repeat(1000)}${index}.ts`, ""])),
        shop,
        { tests: [glob] },
      );
    },
  },
];
