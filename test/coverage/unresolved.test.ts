import { describe, expect, it } from "vitest";
import type { CoverageOptions } from "../../src/coverage/cover-sources.js";
import { covered, found, shown } from "./covered.js";

/** What nobody knows, what package.json names and what is installed, by their specifiers. */
const ownerOf: CoverageOptions["ownerOf"] = (specifier) =>
  specifier === "installed" ? "foreign" : specifier === "declared" ? "package" : "unknown";
const options: CoverageOptions = { resolve: () => undefined, ownerOf };

describe("an import that leads nowhere", () => {
  it.each<[string, string, string]>([
    ["of a constructor", `import { soldOut } from "@/errors";`, "1:25"],
    ["of a guard", `import { isOrdersError as is } from "mystery";`, "1:37"],
    ["of match", `import { match } from "mystery";`, "1:23"],
    ["of a type of errors", `import type { ShopError } from "mystery";`, "1:32"],
    ["of a namespace", `import * as anything from "mystery";`, "1:27"],
    ["of a default", `import anything from "mystery";`, "1:22"],
    ["of a default by name", `import { default as a } from "mystery";`, "1:30"],
    ["that passes all on", `export * from "mystery";`, "1:15"],
    ["that passes all on by a name", `export * as all from "mystery";`, "1:22"],
    ["that passes a name on", `export { soldOut as a } from "mystery";`, "1:30"],
    ["by require", `const { other } = require("mystery");`, "1:27"],
    ["by import()", `const { other } = await import("mystery");`, "1:32"],
    ["by assignment", `import all = require("mystery");`, "1:22"],
    ["that is relative", `import { other } from "./gone.js";`, "1:23"],
    ["that is relative and takes nothing", `import "./gone.js";`, "1:8"],
    ["of a package that is not installed", `import { soldOut } from "declared";`, "1:25"],
    [
      "of a package that is not installed, as a namespace",
      `import * as all from "declared";\nall.soldOut();`,
      "1:22",
    ],
    ["of what generated modules are made of", `import { make } from "errdex/generated";`, "1:22"],
  ])("is not seen: %s", (_, text, place) => {
    const all = covered({ "src/a.ts": text }, options);
    expect(shown(all)).toEqual([`unseen unresolved ${place}`]);
    expect(all.catalogs[0]).toMatchObject({ raised: { whole: false }, handled: { whole: false } });
  });

  it.each<[string, string]>([
    ["of other names", `import { Button } from "@/components";`],
    ["of other types", `import type { Button } from "./gone.js";`],
    ["of single types", `import { type Button, type Other } from "./gone.js";`],
    ["of a package that is installed", `import { soldOut } from "installed";\nsoldOut();`],
    ["of other names of one that is not", `import React, { useState } from "declared";`],
    ["of a name that many packages have", `import { match, decode } from "declared";`],
    ["of a style, a picture or data", `import "./a.css";\nimport b from "./b.svg?url";`],
    ["of errdex", `import { hasCode } from "errdex";\nimport * as all from "errdex/mall";`],
    ["in a text or a comment", `// import "./gone.js"\nconst a = 'import "./gone.js"';`],
  ])("hides nothing: %s", (_, text) => {
    const all = covered({ "src/a.ts": text }, options);
    expect(all.unseen).toEqual([]);
    expect(all.catalogs[0]?.raised.whole).toBe(true);
  });

  it("of a test hides what is tested, and nothing else", () => {
    const all = covered({ "src/a.test.ts": `import { soldOut } from "@/errors";` });
    expect(all.unseen).toMatchObject([{ reason: "unresolved", hides: ["tested"] }]);
    expect(all.catalogs[0]).toMatchObject({
      ...{ raised: { whole: true }, handled: { whole: true }, tested: { whole: false } },
    });
  });

  it("is named once for a file, and in each", () => {
    const text = `import { soldOut } from "@/errors";\nexport * from "@/errors";`;
    expect(shown(covered({ "src/a.ts": text, "src/b.ts": text }))).toEqual([
      "unseen unresolved 1:25",
      "unseen unresolved src/b.ts:1:25",
    ]);
  });

  it("says what to do about it", () => {
    const messages = (text: string) =>
      covered({ "src/a.ts": text }).unseen.map(({ message }) => message);
    expect(messages(`import { soldOut } from "@/errors";`)).toEqual([
      'The module "@/errors" was not found. If it is the catalog\'s, name it with --module.',
    ]);
    expect(messages(`import "./gone.js";`)).toEqual([
      'The module "./gone.js" was not found. What it has of the catalog was not seen.',
    ]);
  });
});

describe("a module that was found", () => {
  const uses = `import { soldOut } from "./passed.js";\nsoldOut();`;

  it.each<[string, string]>([
    ["the output of TypeScript", `__exportStar(require("./errors/index.js"), exports);`],
    ["an assignment of many", `Object.assign(exports, require("./errors/index.js"));`],
  ])("and passes a name on by %s is not seen", (_, text) => {
    const lines = shown(covered({ "src/a.ts": uses, "src/passed.js": text }));
    expect(lines.some((line) => line.includes("raised"))).toBe(false);
    expect(lines).toContain("unseen unresolved 1:25");
  });

  it("and has the name from somewhere else is seen", () => {
    const texts = { "src/a.ts": uses, "src/passed.ts": "export const soldOut = () => 1;" };
    expect(shown(covered(texts))).toEqual([]);
  });

  it("through others that pass on all they have, in circles", () => {
    const star = (to: string) => `export * from "./${to}.js";`;
    const texts = { "src/a.ts": uses, "src/passed.ts": star("b"), "src/b.ts": star("passed") };
    expect(shown(covered(texts))).toEqual(["unseen unresolved 1:25"]);
  });

  it("outside the sources, and that cannot be parsed or read or is built, is not seen", () => {
    const outside: Readonly<Record<string, string>> = {
      "lib/broken.ts": "const = 1;",
      "lib/dist/index.js": "function soldOut() {}\nexport { soldOut };",
      "lib/star.ts": 'export * from "@/made";',
    };
    const lines = shown(
      covered(
        {
          "src/a.ts":
            'import "./errors/index.js";\nimport { soldOut } from "broken";\nsoldOut();\nimport { soldOut as b } from "large";\nb();\nimport { soldOut as c } from "built";\nc();\nimport { soldOut as d } from "star";\nd();',
        },
        {
          outside: (path) => outside[path],
          ownerOf,
          resolve: (specifier) =>
            ({
              "./errors/index.js": "src/errors/index.ts",
              ...{ broken: "lib/broken.ts", large: "lib/large.ts" },
              ...{ built: "lib/dist/index.js", star: "lib/star.ts" },
            })[specifier],
        },
      ),
    );
    expect(lines).toEqual([
      "unseen unparsed lib/broken.ts:1:7",
      "unseen unparsed lib/large.ts:1:1",
      "unseen unresolved lib/star.ts:1:15",
      "unseen unresolved 6:30",
    ]);
  });
});

it("shares are whole where nothing that is missing can be hidden", () => {
  const whole = (text: string) => {
    const [all] = covered({ "src/a.ts": text }).catalogs;
    return [all?.raised.whole, all?.handled.whole];
  };
  const from = (names: string) => `import { ${names} } from "./errors/index.js";\n`;
  expect(whole("")).toEqual([true, true]);
  expect(whole("import(name);")).toEqual([false, false]);
  // What is passed on hides its own code, where that is raised nowhere else.
  expect(whole(`${from("soldOut")}use(soldOut);`)).toEqual([false, true]);
  expect(whole(`${from("soldOut")}use(soldOut); soldOut();`)).toEqual([true, true]);
  expect(whole(`${from("match")}match(error, handlers);`)).toEqual([true, false]);
});

it("a name of an alias is seen where somebody says what it is", () => {
  const text = `import { soldOut } from "@/errors";\nsoldOut();`;
  expect(found(text, { modules: { shop: ["@/errors"] } })).toEqual(["sold_out raised 2:1"]);
});
