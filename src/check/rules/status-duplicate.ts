/** The statuses of an entry differ. */
import { defineRule } from "../rule.js";

export const statusDuplicate = defineRule({
  name: "status-duplicate",
  severity: "error",
  summary: "A status stands once in an entry.",
  reads: ["status"],
  entry: ({ statuses }, _catalog, report) => {
    const seen = new Set<number>();
    for (const { value, at } of statuses) {
      if (seen.has(value)) report(at, `The status ${value} stands here a second time.`);
      seen.add(value);
    }
  },
});
