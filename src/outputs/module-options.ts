/** The options that outputs of code share. */
import * as z from "zod4";
import { importExtensions, type ModuleFormat, moduleFormats } from "../model/output.js";

export const extension = z
  .enum(importExtensions)
  .optional()
  .describe("What ends the path of an imported module: js, ts or none.");

export const format = z
  .enum(moduleFormats)
  .optional()
  .describe("module or commonjs; without it, as the package.json above the folder says.");

/** The ending of code. One folder may hold a module in both formats: which is plain .js says the package.json above. */
export function codeEnding(moduleFormat: ModuleFormat | undefined): string {
  return moduleFormat === undefined ? "js" : moduleFormat === "module" ? "mjs" : "cjs";
}
