/** The declarations of the shipped modules, as `outputs.javascript` writes them: with maps that lead to the shipped catalogs. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { readCatalogFiles } from "../src/disk/read-catalog-files.js";
import { emitJavaScript } from "../src/emit/typescript/emit-typescript.js";
import { loadCatalog } from "../src/load/load-catalog.js";
import { moduleFormats } from "../src/model/output.js";

/** Module → the folder of its catalog. */
const shipped = { "image-hosting": "catalog", http: "src/http/catalog" };

/** Writes them for both module systems. @throws where a catalog cannot be read. */
export async function writeShippedDeclarations(root: string): Promise<void> {
  await Promise.all(
    Object.entries(shipped).map(([module, folder]) => writeDeclarations(root, module, folder)),
  );
}

async function writeDeclarations(root: string, module: string, from: string): Promise<void> {
  const { catalog } = loadCatalog(await readCatalogFiles(join(root, from), root));
  if (catalog === undefined) throw new Error(`The catalog in ${from} cannot be read.`);
  const folder = join(root, "dist", module);
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
