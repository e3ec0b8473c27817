/** Titles are no sentences. */
import { defineRule } from "../rule.js";
import { shortTexts } from "../short-texts.js";

export const titleFullStop = defineRule({
  name: "title-full-stop",
  severity: "warning",
  exemptible: true,
  summary: "A title ends without a full stop.",
  entry: (entry, catalog, report) => {
    for (const { title } of shortTexts(entry, catalog))
      if (title !== undefined && /[^.]\.$/.test(title.value))
        report(title.at, `The title of ${entry.code} ends with a full stop.`);
  },
});
