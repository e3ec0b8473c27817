/** The module as JavaScript in packages of each kind: the files are what the nearest package.json says. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { depot, type Project } from "./depot.js";

const tsc = join(root, "node_modules/typescript/bin/tsc");
const both = "{ javascript: ../lib/errors, fixtures: ../lib/answers }";
const asJson = (value: string) => `console.log(JSON.stringify(${value}));\n`;
const want = [409, ["closed", 60], "sold_out", 503, true];

const use = `
const sold = errors.soldOut({ left: 2, kind: "b", place: { shelf: "7" } });
const closed = errors.decode(errors.encode(errors.closed({ opens: 60 })));
`;
const result =
  asJson(`[sold.status, [closed.code, closed.opens], wire.flat.decode(wire.flat.encode(sold)).code,
  answers.answerOf("closed").status, errors.isDepotError(sold)]`);

function imports(ending: string): string {
  return `import * as errors from "./lib/errors/index.${ending}";
import * as wire from "./lib/errors/wire.${ending}";
import * as answers from "./lib/answers/index.${ending}";
import { closed as named, httpStatus } from "./lib/errors/index.${ending}";
console.assert(named().code === "closed" && httpStatus.closed === 503);
`;
}

function requires(ending: string): string {
  return `const errors = require("./lib/errors/index.${ending}");
const wire = require("./lib/errors/wire.${ending}");
const answers = require("./lib/answers/index.${ending}");
`;
}

const program = use + result;

function run(project: Project, file: string, text: string): unknown {
  project.write({ [file]: text });
  const said = project.run(process.execPath, file);
  expect(said).toMatch(/^\[/);
  return JSON.parse(said);
}

/** What TypeScript says of files that import the module. */
function complaints(project: Project, files: readonly string[], ending: string): string {
  const text = `${imports(ending)}
export const status: 409 | 410 = errors.soldOut({ left: 2, kind: "b", place: { shelf: "7" } }).status;
export const code: "flat" extends typeof wire.flat.name ? string : never = wire.flat.name;
export const answer: number = answers.answerOf("closed").status;
`;
  project.write({
    ...Object.fromEntries(files.map((file) => [file, text])),
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        strict: true,
        module: "nodenext",
        target: "es2022",
        types: ["node"],
        typeRoots: [`${root}node_modules/@types`],
        noEmit: true,
        // Those of TypeScript itself; what is generated here is looked at.
        skipDefaultLibCheck: true,
      },
      files,
    }),
  });
  return project.run(process.execPath, tsc, "--pretty", "false");
}

it.each([
  ["module", ["cjs", "d.cts", "d.cts.map", "d.ts", "d.ts.map", "js"]],
  ["commonjs", ["d.mts", "d.mts.map", "d.ts", "d.ts.map", "js", "mjs"]],
])("a package of type %s may have both, side by side", (type, endings) => {
  const outputs = ["module", "commonjs"].map((format) => `{ path: ../lib, format: ${format} }`);
  const { folder, errdex } = depot(`{ javascript: [${outputs.join(", ")}] }`, { type });
  errdex("build");
  expect(errdex("build", "--check")).toContain("up to date");
  const files = readdirSync(join(folder, "lib")).filter((name) => name.startsWith("index."));
  expect(files).toEqual(endings.map((ending) => `index.${ending}`));
});

describe("without being asked for a format", () => {
  it.each([
    ["a package of type commonjs", "commonjs", true],
    ["a package that says nothing, which Node takes for one", undefined, true],
    ["a package of type module", "module", false],
  ])("%s", (_, type, isCommonJs) => {
    const project = depot(both);
    project.write({ "package.json": JSON.stringify({ name: "depot", type }) });
    project.errdex("build");
    expect(project.errdex("build", "--check")).toContain("up to date");
    const text = readFileSync(join(project.folder, "lib/errors/index.js"), "utf8");
    expect(text.includes("require(")).toBe(isCommonJs);
    expect(run(project, "main.mjs", imports("js") + program)).toEqual(want);
    if (isCommonJs) expect(run(project, "main.cjs", requires("js") + program)).toEqual(want);
    const files = isCommonJs ? ["main.mts", "main.cts"] : ["main.mts"];
    expect(complaints(project, files, "js")).toBe("");
  });

  it("the nearest package.json counts, although the folder is not there yet", () => {
    const project = depot("{ javascript: ../lib/deep/errors }");
    project.write({ "lib/package.json": '{ "type": "commonjs" }' });
    project.errdex("build");
    const text = readFileSync(join(project.folder, "lib/deep/errors/index.js"), "utf8");
    expect(text).toContain('"use strict"');
  });

  it("a build after the package changed its type writes the other format, and check says so", () => {
    const project = depot("{ javascript: ../lib }");
    project.errdex("build");
    project.write({ "package.json": '{ "type": "commonjs" }' });
    expect(project.errdex("build", "--check")).toContain("lib/index.js");
    project.errdex("build");
    expect(project.errdex("build", "--check")).toContain("up to date");
  });

  it("a package.json that is none is named, and nothing is written", () => {
    const project = depot("{ javascript: ../lib }");
    project.write({ "package.json": "{ type: module }" });
    expect(project.errdex("build")).toContain("package.json is not JSON");
    expect(readdirSync(project.folder)).not.toContain("lib");
  });
});

it("asked for the format that the package has not, the files say it by their names", () => {
  const project = depot(
    "{ javascript: { path: ../lib/errors, format: commonjs }, fixtures: { path: ../lib/answers, format: commonjs } }",
  );
  project.errdex("build");
  expect(run(project, "main.cjs", requires("cjs") + program)).toEqual(want);
  expect(run(project, "main.mjs", imports("cjs") + program)).toEqual(want);
  expect(complaints(project, ["main.cts"], "cjs")).toBe("");
  // What an earlier build wrote by other names is gone.
  expect(readdirSync(join(project.folder, "lib/errors"))).toContain("wire.d.cts");
  const head = readFileSync(join(project.folder, "catalog/catalog.yaml"), "utf8");
  project.write({ "catalog/catalog.yaml": head.replaceAll(", format: commonjs", "") });
  project.errdex("build");
  expect(
    readdirSync(join(project.folder, "lib/errors")).filter((name) => /cjs|cts/.test(name)),
  ).toEqual([]);
});
