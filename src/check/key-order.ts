/** Entries are written alike. */
import { entryKeys, keyRank } from "../model/entry-keys.js";
import type { EntryCheck } from "./rule.js";

/** Reports the first key of an entry that stands behind one that comes later in all others. */
export const checkKeyOrder: EntryCheck = ({ code, keys }, _catalog, report) => {
  const ranked = keys.flatMap(({ value, at }) => {
    const rank = keyRank(value);
    return rank === undefined ? [] : [{ value, at, rank }];
  });
  for (const [index, { value, at, rank }] of ranked.entries()) {
    const before = ranked[index - 1];
    if (before === undefined || before.rank <= rank) continue;
    report("key-order", at, `In ${code}, \`${value}\` comes before \`${before.value}\`.`, {
      help: `The order is ${entryKeys.join(", ")}. \`errdex check --fix\` mends it.`,
    });
    return;
  }
};
