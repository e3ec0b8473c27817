/** Keys of a catalog's own hold nothing that tools would follow. */
import { quoted } from "../../diagnostics/suggest.js";
import { extensionsOf } from "../../model/extensions-of.js";
import type { JsonValue } from "../../model/json-value.js";
import { defineRule } from "../rule.js";

export const extensionForm = defineRule({
  name: "extension-form",
  severity: "error",
  summary: "The value of an own key has no member that begins with a dollar.",
  catalog: (catalog, complain) => {
    for (const { name, at, value } of extensionsOf(catalog)) {
      const key = dollarKey(value);
      if (key === undefined) continue;
      complain(
        at,
        `The value of ${name} has a member ${quoted(key)}: tools would take it for their own.`,
        { help: "Choose a name that does not begin with a dollar." },
      );
    }
  },
});

// In a document of JSON Schema or OpenAPI, tools load what `$ref` names, wherever it stands.
function dollarKey(value: JsonValue): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = key.startsWith("$") ? key : dollarKey(member as JsonValue);
    if (found !== undefined) return found;
  }
  return undefined;
}
