/** What takes the place of a code is not replaced by it in turn. */
import type { Entry } from "../../model/catalog.js";
import { entryMeant } from "../../model/used-catalog.js";
import { defineRule } from "../rule.js";

export const replacedCircle = defineRule({
  name: "replaced-circle",
  severity: "error",
  summary: "Whoever follows `replaced_by` from code to code comes to an end.",
  catalog: ({ entries }, report) => {
    const next = (entry: Entry) => {
      const by = (entry.retired ?? entry.deprecated)?.replacedBy;
      return by && { by, entry: entryMeant(by.value, { entries }) };
    };
    const done = new Set<Entry>();
    for (const start of entries) {
      const way: Entry[] = [];
      let at: Entry | undefined = start;
      while (at !== undefined && !done.has(at)) {
        done.add(at);
        way.push(at);
        at = next(at)?.entry;
      }
      const from = at === undefined ? -1 : way.indexOf(at);
      const last = way.at(-1);
      const by = last && next(last)?.by;
      if (from < 0 || by === undefined) continue;
      const circle = [...way.slice(from), at as Entry].map(({ code }) => code);
      report(by.at, `Codes are replaced by one another in a circle: ${circle.join(" → ")}.`, {
        help: "The last of them is replaced by none of these.",
      });
    }
  },
});
