/** Messages are sentences. */
import { defineRule } from "../rule.js";
import { shortTexts } from "../short-texts.js";

export const messageFullStop = defineRule({
  name: "message-full-stop",
  severity: "warning",
  exemptible: true,
  summary: "A message is a sentence, and ends like one.",
  entry: (entry, catalog, report) => {
    for (const { value, at } of shortTexts(entry, catalog).flatMap(({ messages }) => messages)) {
      // What stands for a value may end a sentence, and so may a quotation mark or a bracket.
      // Scripts without capitals have other marks, or none.
      if (/[\p{Lu}\p{Ll}\p{N},;]$/u.test(value))
        report(at, `The message of ${entry.code} ends without a full stop.`);
    }
  },
});
