/** `outputs.json-schema`: JSON Schemas of the answers, for each audience. */
import { defineOutput } from "./output-definition.js";

export const jsonSchema = defineOutput({
  key: "json-schema",
  description: "A folder for JSON Schemas of the answers.",
  wire: "The wire format; without it, the catalog's.",
  files: ({ wire }, catalog) => [`${wire ?? catalog.wire.value}.producers.schema.json`],
});
