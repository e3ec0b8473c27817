/** What a catalog is called. */
import { quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";

export const catalogName = defineRule({
  name: "catalog-name",
  severity: "error",
  summary: "The catalog's name is in kebab-case.",
  catalog: ({ name: { value, at } }, report) => {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value))
      report(at, `The name ${quoted(value)} is not in kebab-case, such as "image-hosting".`);
  },
});
