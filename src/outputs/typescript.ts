/** `outputs.typescript`: the module as TypeScript. */
import { extension } from "./module-options.js";
import { defineOutput } from "./output-definition.js";

export const typescript = defineOutput({
  key: "typescript",
  description: "A folder for the module.",
  options: { extension },
  files: () => ["index.ts"],
});
