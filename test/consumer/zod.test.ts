/** The schemas in projects with each zod that they say they work with. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, describe, expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";

const consumer = inject("consumer");

const catalog = `catalog: depot
title: Errors of the depot
version: 1.0.0
categories: { main: Main }
outputs: { typescript: ../src/errors, zod: ../src/errors }
types:
  Place: { type: object, properties: { shelf: { type: string, minLength: 1 } } }
`;

const errors = `category: main
errors:
  sold_out:
    status: [409, 410]
    title: Sold out
    message: Only {left} are left.
    meaning: The depot has fewer than the order asks for.
    causes: [Somebody else was faster.]
    fixes: [Order fewer.]
    resolver: caller
    retry: never
    fields:
      left: { type: integer, minimum: 0 }
      place: Place
      kind: { enum: [a, b] }
      counts?: { type: object, additionalProperties: integer }
      odd?: { oneOf: [string, "null"] }
    examples: [{ title: One, fields: { left: 1, place: { shelf: "7" }, kind: a } }]
    since: 1.0.0
`;

const main = `import * as z from "zod/v4";
import { imageHostingError } from "errdex/image-hosting/zod";
import { type DepotError, soldOut } from "./errors/index.js";
import { depotError, depotErrorJson } from "./errors/zod.js";

// What composes with the user's own schemas is made by the same zod.
const message = z.object({ id: z.string(), error: depotError, other: imageHostingError.optional() });
const sent = soldOut({ left: 2, place: { shelf: "7" }, kind: "b", counts: { a: 1 }, odd: null }, { status: 410 });
const read: DepotError = message.parse({ id: "1", error: JSON.parse(JSON.stringify(sent)) }).error;
const broken = depotErrorJson.safeParse({ ...sent.toJSON(), fields: { left: 0.5, place: { shelf: "" }, kind: "c" } });
const others = imageHostingError.safeParse({ code: "not_found", status: 404, message: "No.", fields: {} });
console.log(JSON.stringify([
  read instanceof Error,
  read,
  broken.error?.issues.map(({ path }) => path.join(".")),
  others.data?.code,
]));
`;

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const strict = {
  strict: true,
  types: ["node"],
  typeRoots: [`${root}node_modules/@types`],
  rootDir: "src",
};
const folders: string[] = [];

/** A project with one zod, and with the package that finds it. */
function project(zod: string): string {
  const folder = mkdtempSync(join(consumer, "zod-"));
  folders.push(folder);
  for (const path of ["catalog/errors", "src", "node_modules"])
    mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "catalog/catalog.yaml"), catalog);
  writeFileSync(join(folder, "catalog/errors/main.yaml"), errors);
  writeFileSync(join(folder, "src/main.ts"), main);
  cpSync(join(consumer, "node_modules/errdex"), join(folder, "node_modules/errdex"), {
    recursive: true,
  });
  cpSync(join(root, "node_modules", zod), join(folder, "node_modules/zod"), { recursive: true });
  execFileSync(join(consumer, "node_modules/.bin/errdex"), ["build"], { cwd: folder });
  return folder;
}

function bundled(contents: string, resolveDir: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: "esm",
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

describe.each([
  ["3.25", "zod3"],
  ["4", "zod"],
])("with zod %s", (_, zod) => {
  const folder = project(zod);

  it("the generated schemas and the shipped ones compile, compose and validate", () => {
    const options = { ...strict, module: "nodenext", target: "es2022", outDir: "out" };
    const config = { compilerOptions: options, include: ["src"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    expect(output([tsc, "--pretty", "false"], folder)).toBe("");
    expect(JSON.parse(output(["out/main.js"], folder))).toEqual([
      true,
      {
        code: "sold_out",
        status: 410,
        message: "Only 2 are left.",
        fields: { left: 2, place: { shelf: "7" }, kind: "b", counts: { a: 1 }, odd: null },
      },
      ["fields.left", "fields.place.shelf", "fields.kind"],
      "not_found",
    ]);
  });

  it.each(["./src/errors/zod.ts", "errdex/image-hosting/zod"])(
    "a bundle of %s leaves out what it does not use, the languages of zod first of all",
    (module) => {
      const whole = bundled('export { z } from "zod/v4";', folder);
      const ours = bundled(`export * from "${module}";`, folder);
      expect(whole).toContain("Ungültige Eingabe");
      expect(ours).toContain("discriminator");
      expect(ours).not.toContain("Ungültige Eingabe");
      expect(ours.length).toBeLessThan(whole.length / 2);
    },
  );

  it("a bundle that imports them for nothing is empty", () => {
    const imports = 'import "errdex/image-hosting/zod"; import "./src/errors/zod.ts";';
    expect(bundled(imports, folder).length).toBe(0);
  });
});

function output(args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: "utf8" });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    return stdout + stderr;
  }
}
