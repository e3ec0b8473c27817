/** Catalog → JSON Schemas of the bodies that a wire format has, for those who make them and for those who read them. */

import { audiencesOf } from "../../model/audiences-of.js";
import type { Catalog } from "../../model/catalog.js";
import type { GeneratedFile } from "../../model/generated-file.js";
import type { Audience } from "../../model/output.js";
import type { WireFormat } from "../../model/wire-format.js";
import { formatNamed } from "../format-named.js";
import { generatedNote } from "../generated-note.js";
import { sharedCodePlace } from "./distinct.js";
import { rowBodies } from "./row-bodies.js";
import type { JsonSchema, SchemaContext } from "./schema.js";
import { codeSchema, readRows, sentRows, typeSchemas } from "./schemas.js";

/** Which wire format is meant. */
export interface JsonSchemaOptions {
  /** Default: the catalog's. */
  readonly wire?: string | undefined;
}

/** A document for each audience: a union of all codes, each of which has a definition of its own. */
export function emitJsonSchema(
  catalog: Catalog,
  { wire }: JsonSchemaOptions = {},
): readonly GeneratedFile[] {
  const format = formatNamed(catalog, wire);
  return audiencesOf(catalog).map((audience) => ({
    path: `${format.name.value}.${audience}.schema.json`,
    text: `${JSON.stringify(schemaDocument(catalog, format, audience), null, 2)}\n`,
  }));
}

/** A schema of every body that the format sends, with a definition for each code and type. */
export function schemaDocument(
  catalog: Catalog,
  format: WireFormat,
  audience: Audience,
): JsonSchema {
  const context: SchemaContext = {
    types: catalog.types,
    audience,
    isAsRead: true,
    takesExtensions: false,
    ref: (name) => `#/$defs/${name}`,
    describe: (text) => text,
    describeMarkdown: (text) => text,
  };
  const rows = (audience === "producers" ? sentRows : readRows)(format, catalog);
  const codes = rows.map((row) => codeSchema(row, format, catalog, context));
  const named = typeSchemas(
    codes.map(({ schema }) => schema),
    context,
  );
  const refs = codes.map(({ name }) => ({ $ref: context.ref(name) }));
  const isDistinct =
    sharedCodePlace(rows, format) !== undefined &&
    rows.every((row) => rowBodies(row, format, context).length === 1);
  const union = isDistinct ? "oneOf" : "anyOf";
  const isOpaque = rows.some(({ row }) => row?.body === undefined) && format.body === undefined;
  const what = isOpaque
    ? "Some bodies of this wire format are opaque: nobody says what is in them, so anything may be."
    : audience === "producers"
      ? "Closed: what a service answers has these members and no others."
      : "Open: whoever reads an answer ignores members that are not known.";
  return {
    $comment: generatedNote(catalog),
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${format.name.value}.${audience}.schema.json`,
    title: `${catalog.title.value} (${format.title ?? format.name.value})`,
    description: what,
    ...(refs.length === 0 ? {} : { [union]: refs }),
    $defs: Object.fromEntries([...codes, ...named].map(({ name, schema }) => [name, schema])),
  };
}
