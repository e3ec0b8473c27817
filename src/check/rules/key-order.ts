/** Entries are written alike. */
import { entryKeys, keyRank } from "../../model/entry-keys.js";
import { defineRule } from "../rule.js";

export const keyOrder = defineRule({
  name: "key-order",
  severity: "warning",
  summary: "The keys of an entry stand in the order that all entries have.",
  entry: ({ code, keys }, _catalog, report) => {
    const ranked = keys.names.flatMap((value, place) => {
      const rank = keyRank(value);
      return rank === undefined ? [] : [{ value, place, rank }];
    });
    for (const [index, { value, place, rank }] of ranked.entries()) {
      const before = ranked[index - 1];
      if (before === undefined || before.rank <= rank) continue;
      report(keys.placeOf(place), `In ${code}, \`${value}\` comes before \`${before.value}\`.`, {
        help: `The order is ${entryKeys.join(", ")}. \`errdex check --fix\` puts the keys in it, unless a comment or an empty line stands between them.`,
      });
      return;
    }
  },
});
