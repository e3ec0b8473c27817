/** The first line of files that errdex writes for people: it leads editors to the JSON Schema of the file. */

/**
 * The line, without its end.
 *
 * @param path in the catalog's folder, with `/`.
 */
export function schemaLine(path: string): string {
  const folder = /^(errors|wire)\//.exec(path)?.[1];
  const [name, up] = folder === undefined ? ["catalog", "../"] : [folder, "../../"];
  return `# yaml-language-server: $schema=${up}node_modules/errdex/src/schema/${name}.schema.json`;
}
