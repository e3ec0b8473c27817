/** Catalog → an OpenAPI 3.1 document of its errors, as YAML or JSON. */
import { dump } from "js-yaml";
import type { Catalog } from "../../model/catalog.js";
import type { WireFormat } from "../../model/wire-format.js";
import type { GeneratedFile } from "../generated-file.js";
import { generatedNote } from "../generated-note.js";
import { type OpenApiOptions, openApiDocument } from "./document.js";

/** The document as a file; the ending of its name decides between YAML and JSON. */
export function emitOpenApi(
  catalog: Catalog,
  format: WireFormat,
  options: OpenApiOptions & { readonly file: string },
): readonly GeneratedFile[] {
  const document = openApiDocument(catalog, format, options);
  const note = generatedNote(catalog);
  const text = options.file.endsWith(".json")
    ? JSON.stringify({ "x-generated": note, ...document }, null, 2)
    : `# ${note}\n${dump(document, { noRefs: true, lineWidth: -1, quoteStyle: "double" }).trimEnd()}`;
  return [{ path: options.file, text: `${text}\n` }];
}
