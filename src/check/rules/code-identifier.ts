/** A code becomes an identifier of TypeScript. */
import { quoted } from "../../diagnostics/suggest.js";
import { isTombstone } from "../../model/catalog.js";
import { isCode } from "../../model/code-form.js";
import { constructorName, isFunctionName } from "../../model/identifier.js";
import { defineRule } from "../rule.js";
import { whyReserved } from "./code-reserved.js";

export const codeIdentifier = defineRule({
  name: "code-identifier",
  severity: "error",
  summary: "A code becomes an identifier, or has a `name` that is one.",
  reads: ["name", "retired"],
  entry: (entry, _catalog, report) => {
    const { code, name, at } = entry;
    if (isTombstone(entry) || !isCode(code) || whyReserved(entry) !== undefined) return;
    const word = constructorName(entry);
    if (isFunctionName(word)) return;
    const why = /^[A-Za-z]/.test(word)
      ? `${word} is a word of the language`
      : "an identifier begins with a letter";
    const text = quoted(name?.value ?? code);
    report(name?.at ?? at, `${text} cannot become an identifier: ${why}.`, {
      help: `Add a \`name\`, such as \`name: ${otherName(word)}\`.`,
    });
  },
});

/** The word with its digits at the end, or with one more behind it: `404Gone` → `gone404`, `delete` → `deleteFailed`. */
function otherName(word: string): string {
  const [, digits = "", rest = ""] = /^(\d*)(.*)$/.exec(word) ?? [];
  const moved = `${rest.charAt(0).toLowerCase()}${rest.slice(1)}${digits}`;
  const behind = word === "" ? "error" : `${word}Failed`;
  return [moved, behind, `error${digits}`].find(isFunctionName) ?? "twoFactorRequired";
}
