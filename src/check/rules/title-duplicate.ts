/** A title is what people search for: in each language two entries differ in it. */
import type { Located } from "../../model/source.js";
import { type Complain, defineRule } from "../rule.js";

export const titleDuplicate = defineRule({
  name: "title-duplicate",
  severity: "error",
  lowerable: true,
  summary: "A title belongs to one entry.",
  catalog: ({ entries, locales }, report) => {
    checkTitles(
      entries.map(({ code, title }) => [code, title]),
      report,
    );
    for (const locale of locales)
      checkTitles(
        [...locale.entries].map(([code, { title }]) => [code, title]),
        report,
      );
  },
});

type Titled = readonly [code: string, title: Located<string> | undefined];

/** Checks the titles of one language. */
function checkTitles(all: readonly Titled[], report: Complain): void {
  const seen = new Map<string, { readonly code: string; readonly title: Located<string> }>();
  for (const [code, title] of all) {
    if (title === undefined) continue;
    const first = seen.get(title.value.toLowerCase());
    if (first === undefined) seen.set(title.value.toLowerCase(), { code, title });
    else
      report(title.at, `${first.code} has this title already.`, {
        related: [{ at: first.title.at, message: "The first is here." }],
      });
  }
}
