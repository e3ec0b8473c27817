/** `outputs.openapi`: an OpenAPI document, or a fragment of one. */
import { z } from "zod4";
import { audiences, openApiForms } from "../model/output.js";
import { defineOutput } from "./output-definition.js";

export const openapi = defineOutput({
  key: "openapi",
  description: "A file that ends with .yaml, .yml or .json.",
  wire: "The wire format; without it, the catalog's.",
  options: {
    for: z.enum(audiences).optional().describe("consumers (open schemas) or producers (closed)."),
    form: z.enum(openApiForms).optional().describe("document, or a fragment to merge."),
  },
  endings: [".yaml", ".yml", ".json"],
  files: () => [""],
});
