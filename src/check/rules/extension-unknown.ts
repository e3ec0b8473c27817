/** Keys of a catalog's own are declared where any is. */
import { guesser, quoted } from "../../diagnostics/suggest.js";
import { extensionsOf } from "../../model/extensions-of.js";
import { defineRule } from "../rule.js";

export const extensionUnknown = defineRule({
  name: "extension-unknown",
  severity: "warning",
  summary: "Where catalog.yaml declares own keys, it declares each of them.",
  catalog: (catalog, complain) => {
    const { declaredExtensions: declared } = catalog;
    if (declared.size === 0) return;
    const guess = guesser(() => declared.keys());
    for (const { name, at } of extensionsOf(catalog))
      if (!declared.has(name))
        complain(
          at,
          `\`extensions\` in catalog.yaml does not declare ${quoted(name)}.`,
          guess(name),
        );
  },
});
