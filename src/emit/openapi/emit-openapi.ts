/** Catalog → an OpenAPI 3.1 document of its errors, as YAML or JSON. */
import { dump } from "js-yaml";
import type { Catalog } from "../../model/catalog.js";
import type { GeneratedFile } from "../../model/generated-file.js";
import { formatNamed } from "../format-named.js";
import { generatedNote } from "../generated-note.js";
import { type OpenApiOptions, openApiDocument } from "./document.js";

/** What is asked for. */
export interface OpenApiFileOptions extends Partial<OpenApiOptions> {
  /** The wire format. Default: the catalog's. */
  readonly wire?: string | undefined;
  /** The name of the file, whose ending decides between YAML and JSON. Default: openapi.yaml. */
  readonly file?: string;
}

/** The document as a file. */
export function emitOpenApi(
  catalog: Catalog,
  {
    wire,
    audience = "consumers",
    form = "document",
    file = "openapi.yaml",
  }: OpenApiFileOptions = {},
): readonly GeneratedFile[] {
  const document = openApiDocument(catalog, formatNamed(catalog, wire), { audience, form });
  const note = generatedNote(catalog);
  const text = file.endsWith(".json")
    ? JSON.stringify({ "x-generated": note, ...document }, null, 2)
    : `# ${note}\n${dump(document, { noRefs: true, lineWidth: -1, quoteStyle: "double" }).trimEnd()}`;
  return [{ path: file, text: `${text}\n` }];
}
