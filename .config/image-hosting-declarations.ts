/** The declarations of the shipped module, as `outputs.javascript` writes them: with maps that lead to the shipped catalog. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { readCatalogFiles } from "../src/disk/read-catalog-files.js";
import { emitJavaScript } from "../src/emit/typescript/emit-typescript.js";
import { loadCatalog } from "../src/load/load-catalog.js";
import { moduleFormats } from "../src/model/output.js";

/** Writes them for both module systems. @throws where the catalog cannot be read. */
export async function writeImageHostingDeclarations(root: string): Promise<void> {
  const { catalog } = loadCatalog(await readCatalogFiles(join(root, "catalog"), root));
  if (catalog === undefined) throw new Error("The shipped catalog cannot be read.");
  const folder = join(root, "dist/image-hosting");
  const pathOf = ({ path }: { readonly path: string }) =>
    relative(folder, join(root, path)).split(sep).join("/");
  for (const format of moduleFormats) {
    const files = emitJavaScript(catalog, { format, pathOf, zod: true });
    for (const { path, text } of files.filter(({ path }) => /\.d\.c?ts(\.map)?$/.test(path))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }
}
