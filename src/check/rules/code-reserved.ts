/** What a catalog names can be exported by the generated module. */
import { type Entry, isTombstone } from "../../model/catalog.js";
import { isCode } from "../../model/code-form.js";
import { constructorName, isIdentifier } from "../../model/identifier.js";
import { moduleNames } from "../../model/module-names.js";
import type { Span } from "../../model/source.js";
import { defineRule } from "../rule.js";

export const codeReserved = defineRule({
  name: "code-reserved",
  severity: "error",
  summary: "A code does not take a word that means something else already.",
  reads: ["name", "retired"],
  entry: (entry, _catalog, report) => {
    const reserved = isTombstone(entry) || !isCode(entry.code) ? undefined : whyReserved(entry);
    if (reserved !== undefined) report(reserved.at, reserved.why, { help: reserved.help });
  },
  catalog: (catalog, report) => {
    const codes = new Set(catalog.entries.map(({ code }) => `the code ${code}`));
    for (const { name, bearer, at } of moduleNames(catalog)) {
      // The names of the catalog and of codes have rules of their own.
      if (isIdentifier(name) || bearer === "the catalog" || codes.has(bearer)) continue;
      report(at, `${name}, the name of ${bearer}, cannot be used in the generated module.`);
    }
  },
});

/** Why the entry cannot be called as it is; undefined where it can, or is no identifier at all. */
export function whyReserved(
  entry: Entry,
): { readonly at: Span; readonly why: string; readonly help: string } | undefined {
  const { code, name, at } = entry;
  if (code === "unrecognized") {
    const why = "Errors that no catalog knows have the code unrecognized.";
    return { at, why, help: "Choose another code." };
  }
  if (constructorName(entry) !== "then") return undefined;
  const why = "A module that exports the name then cannot be imported with `await import()`.";
  const help = "Choose another code, or give the entry another `name`.";
  return { at: name?.at ?? at, why, help };
}
