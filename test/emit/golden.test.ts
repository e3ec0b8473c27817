import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkCatalog } from "../../src/check/check-catalog.js";
import { readCatalogFiles } from "../../src/disk/read-catalog-files.js";
import { emitJavaScript, emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import type { Catalog } from "../../src/model/catalog.js";
import { shown } from "../support/catalog-of.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";

const golden = fileURLToPath(new URL("../golden", import.meta.url));

async function catalogIn(name: string): Promise<Catalog> {
  const { catalog, diagnostics } = loadCatalog(
    await readCatalogFiles(`${golden}/${name}/catalog`, golden),
  );
  expect(shown([...diagnostics, ...(catalog === undefined ? [] : checkCatalog(catalog))])).toEqual(
    [],
  );
  return catalog as Catalog;
}

const kinds = { typescript: emitTypeScript, javascript: emitJavaScript };

describe.each(readdirSync(golden))("the golden catalog %s", (name) => {
  describe.each(Object.entries(kinds))("as %s", (kind, emit) => {
    it("becomes what is written down", async () => {
      for (const { path, text } of emit(await catalogIn(name)))
        await expect(text).toMatchFileSnapshot(`../golden/${name}/${kind}/${path}`);
    });

    it("type-checks with a consumer that uses all of it, and does what is written down", async () => {
      const consumer = await readFile(`${golden}/${name}/consumer.ts`, "utf8");
      const files = Object.fromEntries(
        emit(await catalogIn(name)).map(({ path, text }) => [`typescript/${path}`, text]),
      );
      const typed = Object.entries(files).filter(([path]) => path.endsWith(".ts"));
      expect(typeErrors({ "consumer.ts": consumer, ...Object.fromEntries(typed) })).toEqual([]);
      const { results } = await runModule({ "consumer.ts": consumer, ...files });
      await expect(`${JSON.stringify(results, null, 2)}\n`).toMatchFileSnapshot(
        `../golden/${name}/results.json`,
      );
    });
  });
});

it("emits the same whatever the order in which the files are read", async () => {
  const files = await readCatalogFiles(`${golden}/orders/catalog`, golden);
  const texts = [files, [...files].reverse()].map((each) =>
    emitTypeScript(loadCatalog(each).catalog as Catalog),
  );
  expect(texts[1]).toEqual(texts[0]);
});
