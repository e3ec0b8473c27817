/** `outputs.zod`: the union as zod schemas, beside the TypeScript. */
import { extension } from "./module-options.js";
import { defineOutput } from "./output-definition.js";

export const zod = defineOutput({
  key: "zod",
  description: "A folder for zod.ts, beside the TypeScript.",
  options: { extension },
  files: () => ["zod.ts"],
});
