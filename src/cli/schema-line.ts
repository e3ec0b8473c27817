/** The first line of files that errdex writes for people: it leads editors to the JSON Schema of the file. */
import { dirname, join, relative } from "node:path";
import { slashed } from "../disk/slashed.js";

/**
 * The line, without its end.
 *
 * @param path of the file, absolute.
 * @param catalog the catalog's folder, absolute.
 * @param schemas the folder of the schemas, absolute.
 */
export function schemaLine(path: string, catalog: string, schemas: string): string {
  const name = schemaOf(slashed(relative(catalog, path)));
  const way = relative(dirname(path), join(schemas, `${name}.schema.json`));
  return `# yaml-language-server: $schema=${slashed(way)}`;
}

function schemaOf(path: string): string {
  const [, folder] = /^(errors|wire|locales)\//.exec(path) ?? [];
  if (folder !== undefined) return folder === "locales" ? "locale" : folder;
  return path.startsWith("operations.") ? "operations" : "catalog";
}
