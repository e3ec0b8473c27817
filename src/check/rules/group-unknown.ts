/** The groups that operations name are there. */
import { guesser, quoted } from "../../diagnostics/suggest.js";
import { defineRule } from "../rule.js";

export const groupUnknown = defineRule({
  name: "group-unknown",
  severity: "error",
  summary: "A group that an operation names exists.",
  catalog: ({ groups, operations }, report) => {
    const known = new Set(groups.map(({ id }) => id));
    const guess = guesser(() => known);
    for (const { value, at } of operations.flatMap((operation) => operation.groups))
      if (!known.has(value)) report(at, `There is no group ${quoted(value)}.`, guess(value));
  },
});
