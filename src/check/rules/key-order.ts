/** Entries are written alike. */
import { entryKeys, keyRank } from "../../model/entry-keys.js";
import { defineRule } from "../rule.js";

export const keyOrder = defineRule({
  name: "key-order",
  severity: "warning",
  summary: "The keys of an entry stand in the order that all entries have.",
  entry: ({ code, keys }, _catalog, report) => {
    const ranked = keys.flatMap(({ value, at }) => {
      const rank = keyRank(value);
      return rank === undefined ? [] : [{ value, at, rank }];
    });
    for (const [index, { value, at, rank }] of ranked.entries()) {
      const before = ranked[index - 1];
      if (before === undefined || before.rank <= rank) continue;
      report(at, `In ${code}, \`${value}\` comes before \`${before.value}\`.`, {
        help: `The order is ${entryKeys.join(", ")}. \`errdex check --fix\` mends it.`,
      });
      return;
    }
  },
});
