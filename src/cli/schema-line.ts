/** The first line of files that errdex writes for people: it leads editors to the JSON Schema of the file. */
import { dirname, join, relative, sep } from "node:path";

/**
 * The line, without its end.
 *
 * @param path of the file, absolute.
 * @param catalog the catalog's folder, absolute.
 * @param schemas the folder of the schemas, absolute.
 */
export function schemaLine(path: string, catalog: string, schemas: string): string {
  const name = schemaOf(relative(catalog, path).split(sep).join("/"));
  const way = relative(dirname(path), join(schemas, `${name}.schema.json`));
  return `# yaml-language-server: $schema=${way.split(sep).join("/")}`;
}

function schemaOf(path: string): string {
  const [, folder] = /^(errors|wire|locales)\//.exec(path) ?? [];
  if (folder !== undefined) return folder === "locales" ? "locale" : folder;
  return path.startsWith("operations.") ? "operations" : "catalog";
}
