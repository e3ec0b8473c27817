/** The schemas in projects with each zod that they say they work with. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, describe, expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { depot, type Project } from "./depot.js";

const consumer = inject("consumer");

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
function project(zod: string): Project {
  const made = depot("{ typescript: ../src/errors, zod: ../src/errors }", { keep: true });
  folders.push(made.folder);
  const modules = join(made.folder, "node_modules");
  cpSync(join(consumer, "node_modules/errdex"), join(modules, "errdex"), { recursive: true });
  cpSync(join(root, "node_modules", zod), join(modules, "zod"), { recursive: true });
  const options = { ...strict, module: "nodenext", target: "es2022", outDir: "out" };
  made.write({
    "src/main.ts": main,
    "tsconfig.json": JSON.stringify({ compilerOptions: options, include: ["src"] }),
  });
  made.errdex("build");
  return made;
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
  const made = project(zod);
  const { folder } = made;

  it("the generated schemas and the shipped ones compile, compose and validate", () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    expect(made.run(process.execPath, tsc, "--pretty", "false")).toBe("");
    expect(JSON.parse(made.run(process.execPath, "out/main.js"))).toEqual([
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
