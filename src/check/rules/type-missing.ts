/** In problem details a code is told by its type. */
import { isTombstone } from "../../model/catalog.js";
import { usesVariable } from "../../model/placement.js";
import { hasOwnAddress } from "../../model/used-catalog.js";
import { defineRule } from "../rule.js";

export const typeMissing = defineRule({
  name: "type-missing",
  severity: "error",
  summary: "Where codes of a used catalog have addresses, all others have some, too.",
  catalog: ({ name, docs, type, entries, wireFormats }, report) => {
    if (docs !== undefined || type !== undefined) return;
    const format = wireFormats.find((each) => usesVariable(each, "$type"));
    if (format === undefined) return;
    const elsewhere = entries.find(hasOwnAddress);
    const lacking = entries.find(
      (entry) => !hasOwnAddress(entry) && !entry.neverSent && !isTombstone(entry),
    );
    if (elsewhere === undefined || lacking === undefined) return;
    report(
      name.at,
      `In ${format.name.value} ${elsewhere.code} of ${elsewhere.owner?.name} is told by its type, and ${lacking.code} has none.`,
      {
        help: `Add \`type: urn:${name.value}:{code}\` or, where your codes have pages, \`docs: https://errors.example.com/{code}\`.`,
      },
    );
  },
});
