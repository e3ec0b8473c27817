/** How titles and messages are laid out. */
import { defineRule } from "../rule.js";
import { shortTexts } from "../short-texts.js";

export const textLayout = defineRule({
  name: "text-layout",
  severity: "error",
  summary: "Titles and messages are one line, without space at the ends.",
  entry: (entry, catalog, report) => {
    const all = shortTexts(entry, catalog).flatMap(({ title, messages }) => [
      ...(title === undefined ? [] : [title]),
      ...messages,
    ]);
    for (const { value, at } of all) {
      if (value.includes("\n")) report(at, "A title or message is one line.");
      else if (value !== value.trim()) report(at, "A title or message has no space at its ends.");
    }
  },
});
