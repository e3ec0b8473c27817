/** What a field is called, and that it is called so once. */
import { quoted } from "../../diagnostics/suggest.js";
import { loadRules } from "../../load/load-rules.js";
import type { Field } from "../../model/field.js";
import { reservedFields } from "../../model/reserved-fields.js";
import { type Complain, defineRule } from "../rule.js";

export const fieldForm = defineRule({
  ...loadRules["field-form"],
  name: "field-form",
  catalog: ({ context }, report) => checkNames(context, report),
  entry: ({ fields }, _catalog, report) =>
    checkNames(
      fields.filter(({ name }) => !reservedFields.has(name)),
      report,
    ),
});

function checkNames(fields: readonly Field[], report: Complain): void {
  const seen = new Set<string>();
  for (const { name, at } of fields) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name))
      report(at, `${quoted(name)} is not letters, digits and _ that begin with a letter.`);
    else if (seen.has(name)) report(at, `The field ${quoted(name)} stands here a second time.`);
    seen.add(name);
  }
}
