/** Texts are laid out alike, and titles differ. */
import type { Report } from "../diagnostics/report.js";
import type { Entry } from "../model/catalog.js";
import type { Located } from "../model/source.js";
import type { CatalogCheck, EntryCheck } from "./rule.js";

/** Reports titles and messages that are more than a line, have space at their ends, or end unlike the others. */
export const checkTexts: EntryCheck = (entry, _catalog, report) => {
  for (const text of oneLiners(entry)) checkLayout(text, report);
  const { title, messages, code } = entry;
  if (title !== undefined && /[^.]\.$/.test(title.value))
    report("title-full-stop", title.at, `The title of ${code} ends with a full stop.`);
  for (const { text, at } of messages) {
    // What stands for a value may end a sentence, and so may a quotation mark or a bracket.
    if (/[\p{L}\p{N},;]$/u.test(text))
      report("message-full-stop", at, `The message of ${code} ends without a full stop.`);
  }
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
