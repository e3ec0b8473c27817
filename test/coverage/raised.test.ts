import { expect, it } from "vitest";
import { covered, found, generated, shown } from "./covered.js";

it.each<[string, string, readonly string[]]>([
  [
    "an import",
    `import { soldOut } from "./errors/index.js";\nthrow soldOut();`,
    ["sold_out raised 2:7"],
  ],
  [
    "a renamed import",
    `import { soldOut as so } from "./errors/index.js";\nthrow so();`,
    ["sold_out raised 2:7"],
  ],
  [
    "a namespace",
    `import * as errors from "./errors/index.js";\nthrow errors.soldOut();\nthrow errors["notFound"]();`,
    ["not_found raised 3:7", "sold_out raised 2:7"],
  ],
  [
    "a specifier without an ending",
    `import { soldOut } from "./errors";\nexport const e = soldOut();`,
    ["sold_out raised 2:18"],
  ],
  [
    "a specifier of the package of the catalog",
    `import { soldOut } from "errdex/shop";\nsoldOut();`,
    ["sold_out raised 2:1"],
  ],
  [
    "CommonJS",
    `const { soldOut, notFound: gone } = require("./errors/index.js");\nconst all = require("./errors");\nthrow soldOut();\nthrow gone();\nthrow all.rateLimited();\nthrow require("./errors").internalError();`,
    [
      "internal_error raised 6:7",
      "not_found raised 4:7",
      "rate_limited raised 5:7",
      "sold_out raised 3:7",
    ],
  ],
  [
    "a dynamic import",
    `const { soldOut } = await import("./errors/index.js");\nthrow soldOut();\nthrow (await import("./errors/index.js")).notFound();\nimport("./errors/index.js").then(({ rateLimited }) => rateLimited());\nimport("./errors/index.js").then((errors) => errors.internalError());`,
    [
      "internal_error raised 5:46",
      "not_found raised 3:7",
      "rate_limited raised 4:55",
      "sold_out raised 2:7",
    ],
  ],
  [
    "an import by assignment",
    `import errors = require("./errors/index.js");\nthrow errors.soldOut();`,
    ["sold_out raised 2:7"],
  ],
  [
    "a local alias, and an alias of that",
    `import { soldOut } from "./errors/index.js";\nconst raise = soldOut;\nconst again = raise;\nthrow again();`,
    ["sold_out raised 4:7"],
  ],
  [
    "an alias taken from a namespace",
    `import * as errors from "./errors/index.js";\nconst { soldOut: so } = errors;\nconst gone = errors.notFound;\nso(); gone();`,
    ["not_found raised 4:7", "sold_out raised 4:1"],
  ],
  [
    "an object of constructors",
    `import * as errors from "./errors/index.js";\nconst mine = { full: errors.soldOut };\nthrow mine.full();`,
    ["sold_out raised 3:7", "unseen passed-on 2:22"],
  ],
  [
    "optional calls, casts, awaits and binding",
    `import { soldOut, notFound } from "./errors/index.js";\nsoldOut?.(); (soldOut as any)(); soldOut!(); notFound.call(null); soldOut<string>();`,
    [
      "not_found raised 2:46",
      "sold_out raised 2:1",
      "sold_out raised 2:14",
      "sold_out raised 2:34",
      "sold_out raised 2:67",
    ],
  ],
  [
    "a use before the declaration that it sees",
    `function f() { throw raise(); }\nconst raise = soldOut;\nimport { soldOut } from "./errors/index.js";`,
    ["sold_out raised 1:22"],
  ],
  [
    "every corner of a file",
    `import { soldOut } from "./errors/index.js";
class A { field = soldOut(); static { soldOut(); } method(a = soldOut()) { return () => soldOut(); } @dec(soldOut()) b() {} }
label: for (const x of [soldOut()]) { try { soldOut(); } catch { soldOut(); } finally { soldOut(); } }
export default { [String(soldOut())]: \`\${soldOut()}\`, ...soldOut() };
const { a = soldOut(), [String(soldOut())]: b } = {};
namespace N { soldOut(); }`,
    [
      ...[
        "2:19",
        "2:39",
        "2:63",
        "2:89",
        "2:107",
        "3:25",
        "3:45",
        "3:66",
        "3:89",
        "4:26",
        "4:42",
        "4:58",
        "5:13",
        "5:32",
        "6:15",
      ].map((place) => `sold_out raised ${place}`),
    ],
  ],
])("sees what is raised through %s", (_, text, want) => {
  expect(found(text)).toEqual(want);
});

it.each<[string, string]>([
  [
    "comments and texts",
    `import { soldOut } from "./errors/index.js";\n// soldOut()\n/* soldOut() */ const a = "soldOut()";`,
  ],
  [
    "a function of another module",
    `import { soldOut } from "./other.js";\nimport { notFound } from "next/navigation";\nsoldOut(); notFound();`,
  ],
  ["a function of the file", `function soldOut() {}\nsoldOut();`],
  ["a name that nobody declares", `soldOut();`],
  [
    "a parameter",
    `import { soldOut } from "./errors/index.js";\nfunction f(soldOut) { soldOut(); }\nconst g = ({ soldOut }) => soldOut();\nconst h = ([soldOut]) => soldOut();`,
  ],
  [
    "a variable of a block",
    `import { soldOut } from "./errors/index.js";\n{ const soldOut = () => 1; soldOut(); }\nfor (const soldOut of []) soldOut();\ntry {} catch (soldOut) { soldOut(); }`,
  ],
  [
    "a var further down",
    `import { soldOut } from "./errors/index.js";\nfunction f() { soldOut(); if (x) { var soldOut = () => 1; } }`,
  ],
  [
    "a function or class of an inner scope",
    `import { soldOut } from "./errors/index.js";\nfunction f() { soldOut(); function soldOut() {} }\nfunction g() { class soldOut {} soldOut(); }`,
  ],
  [
    "a function expression that has the name",
    `import { soldOut } from "./errors/index.js";\nconst f = function soldOut() { soldOut(); };`,
  ],
  [
    "a member of something else",
    `import { soldOut } from "./errors/index.js";\nother.soldOut(); this.soldOut(); x().soldOut();`,
  ],
  [
    "a require of the file's own",
    `const require = (x) => x;\nconst { soldOut } = require("./errors/index.js");\nsoldOut();`,
  ],
  [
    "what a type names",
    `import type { SoldOut } from "./errors/index.js";\nimport { soldOut } from "./errors/index.js";\ntype A = ReturnType<typeof soldOut>;\nexport type { SoldOut };`,
  ],
  ["aliases that go in a circle", `const a = b;\nconst b = a;\na();`],
  ["a catalog that is not asked about", `import { soldOut } from "./elsewhere.js";\nsoldOut();`],
])("does not count %s", (_, text) => {
  expect(
    shown(
      covered({
        "src/a.ts": text,
        "src/other.ts": "export function soldOut() {}",
        "src/elsewhere.ts": generated.replace("shop", "mall"),
      }),
    ),
  ).toEqual([]);
});

const uses = `import { soldOut } from "./passed.js";\nthrow soldOut();`;

it.each<[string, Readonly<Record<string, string>>, string?]>([
  ["a name", { "src/passed.ts": `export { soldOut } from "./errors/index.js";` }],
  [
    "another name",
    { "src/passed.ts": `export { notFound as soldOut } from "./errors/index.js";` },
    "not_found",
  ],
  ["everything", { "src/passed.ts": `export * from "./errors/index.js";` }],
  [
    "everything, twice over",
    {
      "src/passed.ts": `export * from "./more";`,
      "src/more/index.ts": `export * from "../errors";`,
    },
  ],
  [
    "everything, in a circle",
    {
      "src/passed.ts": `export * from "./more.js";`,
      "src/more.ts": `export * from "./passed.js";\nexport * from "./errors/index.js";`,
    },
  ],
  [
    "an import and an export",
    { "src/passed.ts": `import { soldOut } from "./errors/index.js";\nexport { soldOut };` },
  ],
  [
    "a constant",
    {
      "src/passed.ts": `import * as errors from "./errors/index.js";\nexport const soldOut = errors.soldOut;`,
    },
  ],
  [
    "a destructured constant",
    {
      "src/passed.ts": `import * as errors from "./errors/index.js";\nexport const { soldOut } = errors;`,
    },
  ],
  [
    "CommonJS",
    {
      "src/passed.cjs": `exports.soldOut = require("./errors/index.js").soldOut;`,
      "src/passed.ts": `export { soldOut } from "./passed.cjs";`,
    },
  ],
  ["the whole of CommonJS", { "src/passed.js": `module.exports = require("./errors/index.js");` }],
  [
    "an object of CommonJS",
    {
      "src/passed.js": `const { soldOut } = require("./errors/index.js");\nmodule.exports = { soldOut, ...require("./other") };`,
    },
  ],
])("sees through a module that passes on %s", (_, texts, code = "sold_out") => {
  const lines = shown(covered({ "src/a.ts": uses, ...texts }));
  expect(lines.filter((line) => line.includes("raised"))).toEqual([`${code} raised 2:7`]);
});

it("sees through a namespace, a default and an object that are passed on", () => {
  const texts = {
    "src/passed.ts": `export * as errors from "./errors/index.js";\nimport { soldOut } from "./errors/index.js";\nexport const all = { deep: { soldOut } };\nexport default soldOut;`,
    "src/a.ts": `import raise, { errors, all } from "./passed.js";\nraise();\nerrors.notFound();\nall.deep.soldOut();`,
  };
  const lines = shown(covered(texts)).filter((line) => line.includes("raised"));
  expect(lines).toEqual(["not_found raised 3:1", "sold_out raised 2:1", "sold_out raised 4:1"]);
});

it("reads JavaScript, JSX and every ending", () => {
  const text = `import { soldOut } from "./errors/index.js";\nsoldOut();`;
  const jsx = `import { soldOut } from "./errors/index.js";\nexport const A = () => <b on={() => soldOut()}>{soldOut()}</b>;`;
  const lines = shown(
    covered({
      "src/a.mts": text,
      "src/b.cts": text,
      "src/c.js": jsx,
      "src/d.mjs": text,
      "src/e.cjs": text,
      "src/f.tsx": jsx,
      "src/g.jsx": jsx,
      "src/h.ts": `import { soldOut } from "./errors/index.js";\nconst a = <number>soldOut();`,
    }),
  );
  expect(lines).toEqual([
    "sold_out raised src/a.mts:2:1",
    "sold_out raised src/b.cts:2:1",
    "sold_out raised src/c.js:2:37",
    "sold_out raised src/c.js:2:49",
    "sold_out raised src/d.mjs:2:1",
    "sold_out raised src/e.cjs:2:1",
    "sold_out raised src/f.tsx:2:37",
    "sold_out raised src/f.tsx:2:49",
    "sold_out raised src/g.jsx:2:37",
    "sold_out raised src/g.jsx:2:49",
    "sold_out raised src/h.ts:2:19",
  ]);
});

it("takes a module by the specifier that it is told", () => {
  const text = `import { soldOut } from "@/errors";\nimport { shop } from "@/errors/wire";\nsoldOut();`;
  expect(found(text)).toEqual(["unseen unresolved 1:25"]);
  expect(found(text, { modules: { shop: ["@/errors"] } })).toEqual(["sold_out raised 3:1"]);
});

it("looks into modules outside the sources, and into packages of the workspace", () => {
  const outside: Readonly<Record<string, string>> = {
    "lib/errors.ts": `export { soldOut } from "./made/index.js";`,
    "lib/made/index.ts": generated,
    "packages/p/index.ts": `export * from "../../lib/errors.js";`,
  };
  const files: Readonly<Record<string, string>> = {
    "../lib/errors.js": "lib/errors.ts",
    "./made/index.js": "lib/made/index.ts",
    "@acme/errors": "packages/p/index.ts",
    "../../lib/errors.js": "lib/errors.ts",
  };
  const text = `import { soldOut } from "../lib/errors.js";\nimport { soldOut as other } from "@acme/errors";\nsoldOut();\nother();`;
  const lines = found(text, {
    outside: (path) => outside[path],
    resolve: (specifier) => files[specifier],
  });
  expect(lines).toEqual(["sold_out raised 3:1", "sold_out raised 4:1"]);
});
