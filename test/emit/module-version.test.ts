/** A module and a runtime that do not know each other say what to do. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { emitJavaScript } from "../../src/emit/typescript/emit-typescript.js";
import { root } from "../shipped-catalog.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";

const catalog = soundCatalogOf({
  "catalog.yaml": headText(),
  "errors/a.yaml": errorsText(entryText("sold_out")),
});

/** What a module of another number says when Node loads it as it is. */
async function loaded(version: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "errdex-version-"));
  try {
    await build({
      entryPoints: [`${root}src/runtime/generated.ts`],
      bundle: true,
      format: "esm",
      outfile: join(folder, "runtime.mjs"),
      logLevel: "silent",
    });
    for (const { path, text } of emitJavaScript(catalog, {
      packageFormat: "commonjs",
      format: "module",
    }))
      writeFileSync(
        join(folder, path),
        text
          .replaceAll("errdex/generated", "./runtime.mjs")
          .replaceAll("Modules1", `Modules${version}`)
          .replaceAll(version > 1 ? "  createError as" : "\0", "  aNewName as"),
      );
    const { status, stderr } = spawnSync(process.execPath, [join(folder, "index.mjs")], {
      encoding: "utf8",
    });
    return status === 0 ? "loaded" : stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("a module of this version loads", async () => {
  expect(await loaded(1)).toBe("loaded");
});

it("a module of a newer version has errdex upgraded, whatever else the runtime lacks", async () => {
  expect(await loaded(2)).toContain("does not provide an export named 'upgradeErrdexForModules2'");
});

it("a module of a version that no longer runs is to be built again", async () => {
  expect(await loaded(0)).toMatch(/"shop" was built by an older errdex.*errdex build/);
});
