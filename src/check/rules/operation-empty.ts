/** Every operation can fail. */
import { defineRule } from "../rule.js";

export const operationEmpty = defineRule({
  name: "operation-empty",
  severity: "warning",
  summary: "An operation says which codes it answers with.",
  catalog: ({ operations }, report) => {
    for (const { id, at, groups, codes } of operations) {
      if (groups.length > 0 || codes.length > 0) continue;
      report(at, `${id} answers with no code.`, {
        help: "Add `codes` or `groups`: every call can fail.",
      });
    }
  },
});
