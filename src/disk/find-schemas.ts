/** Finds the JSON Schemas of a catalog's files where the package is installed. */
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { repositoryOf } from "./repository.js";

/**
 * The folder of the schemas as files of a catalog can name it: in the nearest `node_modules` of the repository that has
 * the package, links and all. Undefined where none has.
 *
 * @param catalog the catalog's folder, absolute.
 */
export async function findSchemas(catalog: string): Promise<string | undefined> {
  const { top } = await repositoryOf(catalog);
  for (let folder = catalog; ; folder = dirname(folder)) {
    const schemas = join(folder, "node_modules", "errdex", "src", "schema");
    const found = await stat(join(schemas, "catalog.schema.json")).catch(() => undefined);
    if (found?.isFile()) return schemas;
    if (folder === top || folder === dirname(folder)) return undefined;
  }
}
