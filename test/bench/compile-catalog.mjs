/** Compiles generated catalogs for sections that measure what comes out. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkCatalog, hasErrors, loadCatalog } from "../../dist/compiler.js";

/** Load and check. @throws where the generator wrote a catalog with errors. */
export function sound(files) {
  const { catalog, diagnostics } = loadCatalog(files);
  const all = catalog === undefined ? diagnostics : [...diagnostics, ...checkCatalog(catalog)];
  if (catalog === undefined || hasErrors(all))
    throw new Error(`The catalog has errors: ${all[0]?.message}`);
  return catalog;
}

/** Writes files into a folder. */
export async function writeAll(folder, files) {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
