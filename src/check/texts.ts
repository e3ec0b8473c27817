/** Texts are laid out alike, and titles differ. */
import type { Report } from "../diagnostics/report.js";
import type { Entry } from "../model/catalog.js";
import type { Located } from "../model/source.js";
import type { CatalogCheck, EntryCheck } from "./rule.js";

/** Reports titles and messages that are more than a line or have space at their ends. */
export const checkTexts: EntryCheck = (entry, _catalog, report) => {
  for (const text of oneLiners(entry)) checkLayout(text, report);
};

function oneLiners({ title, messages }: Entry): readonly Located<string>[] {
  const texts = messages.map(({ text, at }) => ({ value: text, at }));
  return title === undefined ? texts : [title, ...texts];
}

function checkLayout({ value, at }: Located<string>, report: Report): void {
  if (value.includes("\n")) report("text-layout", at, "A title or message is one line.");
  else if (value !== value.trim())
    report("text-layout", at, "A title or message has no space at its ends.");
}

/** Reports titles that two entries share: a title is what people search for. */
export const checkTitles: CatalogCheck = ({ entries }, report) => {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.title === undefined) continue;
    const key = entry.title.value.toLowerCase();
    const first = seen.get(key);
    if (first?.title === undefined) {
      seen.set(key, entry);
      continue;
    }
    report("title-duplicate", entry.title.at, `${first.code} has this title already.`, {
      related: [{ at: first.title.at, message: "The first is here." }],
    });
  }
};
