/** Which output of a used catalog a module imports, where that is a folder and no package. */
import type { Output } from "../model/output.js";
import { javascript, typescript } from "./outputs.js";

/** Whether the output is a module of constructors. */
export function isModule({ kind }: Output): boolean {
  return kind === typescript.key || kind === javascript.key;
}

/** The output of the same kind, in the same module system where there are both; else JavaScript, which all can import. */
export function importedOutput(own: Output, theirs: readonly Output[]): Output | undefined {
  const alike = theirs.filter(({ kind }) => kind === own.kind);
  return (
    alike.find(({ options }) => options.format === own.options.format) ??
    alike[0] ??
    theirs.find(({ kind }) => kind === javascript.key)
  );
}
