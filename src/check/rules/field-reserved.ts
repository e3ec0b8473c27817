/** Names that errors need themselves. */
import { quoted } from "../../diagnostics/suggest.js";
import { loadRules } from "../../load/load-rules.js";
import { defineRule } from "../rule.js";

/** Names that every object has. */
const ofObjects = [
  ...["toString", "toLocaleString", "valueOf", "constructor", "__proto__", "hasOwnProperty"],
  ...["isPrototypeOf", "propertyIsEnumerable"],
];

/** Names that no field can have. */
export const reservedFields: ReadonlySet<string> = new Set([
  ...["name", "message", "stack", "cause", "code", "status", "inferred", "received", "issues"],
  ...["others", "context"],
  ...["toJSON", "prototype", "then", ...ofObjects],
]);

export const fieldReserved = defineRule({
  ...loadRules["field-reserved"],
  name: "field-reserved",
  catalog: ({ context }, report) => {
    for (const { name, at } of context)
      if (ofObjects.includes(name))
        report(at, `Every object has a member ${quoted(name)} already.`, {
          help: "Choose another name.",
        });
  },
  entry: ({ fields }, _catalog, report) => {
    for (const { name, at } of fields)
      if (reservedFields.has(name))
        report(at, `Every error has a member ${quoted(name)} already.`, {
          help: "Choose another name.",
        });
  },
});
