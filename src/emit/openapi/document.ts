/** The OpenAPI document of a catalog's errors, as data. */
import { type Catalog, compareText } from "../../model/catalog.js";
import { extensionMembers } from "../../model/extension.js";
import type { Audience, OpenApiForm } from "../../model/output.js";
import type { WireFormat } from "../../model/wire-format.js";
import { inlinePieces } from "../site/inline-pieces.js";
import { markdownInline } from "../site/markdown-inline.js";
import { markdownText } from "../text/markdown.js";
import { componentsOf } from "./components.js";
import { type Endpoint, endpointsOf, shapeOf } from "./operation-responses.js";
import type { JsonObject } from "./referred.js";

/** What is asked for. */
export interface OpenApiOptions {
  readonly audience: Audience;
  readonly form: OpenApiForm;
}

/** The document, or its components alone. */
export function openApiDocument(
  catalog: Catalog,
  format: WireFormat,
  { audience, form }: OpenApiOptions,
): JsonObject {
  const endpoints = endpointsOf(catalog, format);
  const components = componentsOf(endpoints, catalog, format, {
    types: catalog.types,
    audience,
    // Generators of types would take a variant that nobody knows for every other.
    isAsRead: false,
    takesExtensions: true,
    ref: (name) => `#/components/schemas/${name}`,
    describe: markdownText,
    describeMarkdown: (text) => markdownInline(inlinePieces(text)),
  });
  if (form === "fragment") return { components };
  const wire = format.title ?? format.name.value;
  return {
    openapi: "3.1.1",
    info: {
      title: catalog.title.value,
      version: catalog.version.value,
      description: `The errors of the API, and nothing else of it. Wire format: ${markdownText(wire)}.`,
      ...extensionMembers(catalog.extensions),
    },
    servers: [{ url: "/" }],
    paths: pathsOf(endpoints),
    components,
  };
}

function pathsOf(endpoints: readonly Endpoint[]): JsonObject {
  const names = new Map<string, string>();
  const items = new Map<string, Record<string, JsonObject>>();
  for (const { id, summary, address, responses, extensions } of endpoints) {
    if (address === undefined) continue;
    // Of paths that differ only in what their parameters are called, the first names them all.
    const path = names.get(shapeOf(address.path)) ?? address.path;
    names.set(shapeOf(path), path);
    const item = items.get(path) ?? {};
    items.set(path, item);
    const parameters = [...new Set(path.match(/(?<=\{)[^{}]+(?=\})/g))].map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    }));
    item[address.method.toLowerCase()] = {
      operationId: id,
      summary,
      ...(parameters.length === 0 ? {} : { parameters }),
      responses: Object.fromEntries(
        responses.map(({ status, name }) => [
          String(status),
          { $ref: `#/components/responses/${name}` },
        ]),
      ),
      ...extensionMembers(extensions),
    };
  }
  return Object.fromEntries([...items].sort(([a], [b]) => compareText(a, b)));
}
