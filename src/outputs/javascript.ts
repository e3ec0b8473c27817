/** `outputs.javascript`: the module as JavaScript with declarations. */
import { z } from "zod4";
import { codeEnding, format } from "./module-options.js";
import { defineOutput } from "./output-definition.js";

export const javascript = defineOutput({
  key: "javascript",
  description: "A folder for the module, with declarations.",
  options: {
    format,
    declaration_map: z
      .boolean()
      .optional()
      .describe("false: no maps that lead editors from the declarations to the catalog."),
  },
  files: ({ options }) => [`index.${codeEnding(options.format)}`],
});
