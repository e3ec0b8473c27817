/**
 * The generated TypeScript in the tools that people run and bundle it with. What is no dependency of this project is
 * asked where `npm run tools` installed it.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { depot, type Project } from "./depot.js";

const installed = join(root, ".config/tools/node_modules");
const runtimes = join(root, ".config/runtimes/node_modules");
const isInstalled = existsSync(installed) && existsSync(runtimes);
if (process.env.ERRDEX_TOOLS === "1" && !isInstalled) throw new Error(`${installed} is missing.`);
const node = process.execPath;

type Extension = "js" | "ts" | "none";
const suffix = { js: ".js", ts: ".ts", none: "" } as const;

/** A program that makes, sends, reads and validates errors. */
function program(extension: Extension, folder = "./errors"): string {
  const from = (name: string) => `"${folder}/${name}${suffix[extension]}"`;
  return `import { decode, type DepotError, encode, hasCode, soldOut } from ${from("index")};
import { flat } from ${from("wire")};
import { depotErrorJson } from ${from("zod")};

export function run(): string {
  const error: DepotError = soldOut({ left: 2, kind: "b", place: { shelf: "7" } });
  const read = decode(encode(error));
  const left = hasCode(read, "sold_out") ? read.left : undefined;
  return JSON.stringify([error.message, read.code, left, flat.name, depotErrorJson.safeParse(error.toJSON()).success]);
}
`;
}

const want = ["Only 2 are left.", "sold_out", 2, "flat", true];

/** A project with the module, a program around it, and one that runs that. */
function project(extension: Extension, type = "module"): Project {
  const outputs = `{ typescript: { path: ../src/errors, extension: ${extension} }, zod: ../src/errors }`;
  const made = depot(outputs, { type });
  made.errdex("build");
  made.write({
    "src/service.ts": program(extension),
    "src/main.ts": `import { run } from "./service${suffix[extension]}";\nconsole.log(run());\n`,
  });
  return made;
}

function answer(said: string): unknown {
  expect(said).toContain("[");
  return JSON.parse(said.slice(said.indexOf("["), said.lastIndexOf("]") + 1));
}

const strict = {
  strict: true,
  target: "es2022",
  types: ["node"],
  typeRoots: [`${root}node_modules/@types`],
  rootDir: "src",
  outDir: "out",
  // The module is no declaration, so all of it is looked at.
  skipLibCheck: true,
};

describe("with what this project is built with", () => {
  it.each(["js", "ts", "none"] as const)("Bun runs it, extension %s", (extension) => {
    const { run } = project(extension);
    expect(answer(run(join(root, "node_modules/.bin/bun"), "src/main.ts"))).toEqual(want);
  });

  it.each(["js", "ts", "none"] as const)("esbuild bundles it, extension %s", async (extension) => {
    const { folder, run } = project(extension);
    const entryPoints = [join(folder, "src/main.ts")];
    const outfile = join(folder, "main.mjs");
    await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "node" });
    expect(answer(run(node, outfile))).toEqual(want);
  });

  it.each([
    [
      "as it is, with nothing in it that is more than types",
      "ts",
      "module",
      {
        noEmit: true,
        allowImportingTsExtensions: true,
        erasableSyntaxOnly: true,
        verbatimModuleSyntax: true,
        module: "nodenext",
      },
    ],
    [
      "with its imports rewritten",
      "ts",
      "module",
      { rewriteRelativeImportExtensions: true, module: "nodenext" },
    ],
    ["as modules", "js", "module", { module: "nodenext", verbatimModuleSyntax: true }],
    ["as CommonJS", "js", "commonjs", { module: "nodenext" }],
    [
      "as CommonJS for a bundler",
      "none",
      "commonjs",
      { module: "commonjs", moduleResolution: "bundler" },
    ],
  ] as const)("tsc takes it %s", (_, extension, type, options) => {
    const made = project(extension, type);
    const config = { compilerOptions: { ...strict, ...options }, include: ["src"] };
    made.write({ "tsconfig.json": JSON.stringify(config) });
    expect(made.run(node, join(root, "node_modules/typescript/bin/tsc"))).toBe("");
    if (!("noEmit" in options)) expect(answer(made.run(node, "out/main.js"))).toEqual(want);
  });
});

describe.skipIf(!isInstalled)("with what `npm run tools` installs", () => {
  it.each(["node22", "node24"])("%s runs it as it is", (version) => {
    const { run } = project("ts");
    expect(answer(run(join(runtimes, version, "bin/node"), "src/main.ts"))).toEqual(want);
  });

  it("Deno runs it as it is", () => {
    const { run } = project("ts");
    expect(answer(run(join(runtimes, ".bin/deno"), "run", "-A", "src/main.ts"))).toEqual(want);
  });

  it("Jest with ts-jest tests what imports it", () => {
    const made = project("none", "commonjs");
    made.write({
      "jest.config.js": `module.exports = { preset: "ts-jest", testEnvironment: "node", rootDir: ${JSON.stringify(made.folder)} };\n`,
      "src/service.test.ts": `import { run } from "./service";
declare const test: (name: string, body: () => void) => void;
declare const expect: (value: unknown) => { toBe(wanted: unknown): void };
test("runs", () => { expect(run()).toBe(${JSON.stringify(JSON.stringify(want))}); });
`,
    });
    made.run("ln", "-s", installed, "node_modules");
    const said = made.run(node, join(installed, "jest/bin/jest.js"), "--json");
    expect(JSON.parse(said)).toMatchObject({ success: true, numPassedTests: 1 });
  });

  it("webpack with ts-loader bundles it", () => {
    const made = project("none", "commonjs");
    made.write({
      "tsconfig.json": JSON.stringify({
        compilerOptions: { ...strict, module: "esnext", moduleResolution: "bundler" },
      }),
      "build.cjs": `const webpack = require(${JSON.stringify(join(installed, "webpack"))});
webpack({
  mode: "development",
  target: "node",
  context: __dirname,
  entry: "./src/main.ts",
  output: { path: __dirname + "/bundle", filename: "main.js" },
  module: { rules: [{ test: /\\.ts$/, use: { loader: ${JSON.stringify(join(installed, "ts-loader"))}, options: { transpileOnly: true } } }] },
  resolve: { extensions: [".ts", ".js"] },
}, (error, stats) => { const all = error ?? stats.compilation.errors; if (error || all.length > 0) console.log(String(all)); });
`,
    });
    expect(made.run(node, "build.cjs")).toBe("");
    expect(answer(made.run(node, "bundle/main.js"))).toEqual(want);
  });

  it.each([
    ["es6", "js", "module"],
    ["commonjs", "none", "commonjs"],
  ] as const)(
    "SWC, which Next compiles with, compiles each file to %s",
    (format, extension, type) => {
      const made = project(extension, type);
      made.write({
        "compile.cjs": `const { transformFileSync } = require(${JSON.stringify(join(installed, "@swc/core"))});
const { readdirSync, writeFileSync, mkdirSync } = require("node:fs");
for (const folder of ["", "errors/"]) {
  mkdirSync("out/" + folder, { recursive: true });
  for (const name of readdirSync("src/" + folder).filter((name) => name.endsWith(".ts"))) {
    const { code } = transformFileSync("src/" + folder + name, {
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "${format}" },
    });
    writeFileSync("out/" + folder + name.replace(/ts$/, "js"), code);
  }
}
`,
      });
      expect(made.run(node, "compile.cjs")).toBe("");
      expect(answer(made.run(node, "out/main.js"))).toEqual(want);
    },
  );
});
