/** Every entry is whole: a rule for each part that it needs. A retired entry may lack any. */
import type { Entry } from "../../model/catalog.js";
import type { EntryKey } from "../../model/entry-keys.js";
import { defineRule } from "../rule.js";

/** The rule that asks for a part. */
function missing<const Part extends EntryKey>(
  part: Part,
  summary: string,
  read: (entry: Entry) => unknown,
) {
  return defineRule({
    name: `missing-${part}`,
    severity: "error",
    summary,
    // No answer can do without a status.
    exemptible: part !== "status",
    forProducers: part !== "status",
    reads: [part, "retired"],
    entry: (entry, _catalog, report) => {
      if (entry.retired === undefined && read(entry) === undefined)
        report(entry.at, `${entry.code} has no ${part}.`);
    },
  });
}

export const missingParts = [
  missing("status", "Every entry has a status.", (entry) =>
    entry.hasNoStatus ? "none" : entry.statuses[0],
  ),
  missing("title", "Every entry has a title.", ({ title }) => title),
  missing("message", "Every entry has a message.", ({ messages }) => messages[0]),
  missing("meaning", "Every entry says what it means.", ({ meaning }) => meaning),
  missing("causes", "Every entry says why it happens.", ({ causes }) => causes[0]),
  missing("fixes", "Every entry says what to try.", ({ fixes }) => fixes[0]),
  missing("resolver", "Every entry says who can mend it.", ({ resolver }) => resolver),
  missing("retry", "Every entry says whether trying again can help.", ({ retry }) => retry),
  missing("examples", "Every entry shows an example.", ({ examples }) => examples[0]),
  missing("since", "Every entry says since which version it exists.", ({ since }) => since),
] as const;
