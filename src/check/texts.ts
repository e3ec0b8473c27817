/** Texts are laid out alike, and titles differ. */
import type { Report } from "../diagnostics/report.js";
import type { Located, Span } from "../model/source.js";
import type { CatalogCheck, EntryCheck } from "./rule.js";

/** Reports titles and messages that are more than a line, have space at their ends, or end unlike the others. */
export const checkTexts: EntryCheck = (entry, _catalog, report) => {
  checkTextsOf(entry, entry.code, report);
};

/** What an entry and its translations have alike. */
interface ShortTexts {
  readonly title: Located<string> | undefined;
  readonly messages: readonly { readonly text: string; readonly at: Span }[];
}

/** Checks a title and messages. */
export function checkTextsOf({ title, messages }: ShortTexts, code: string, report: Report): void {
  const texts = messages.map(({ text, at }) => ({ value: text, at }));
  for (const text of title === undefined ? texts : [title, ...texts]) checkLayout(text, report);
  if (title !== undefined && /[^.]\.$/.test(title.value))
    report("title-full-stop", title.at, `The title of ${code} ends with a full stop.`);
  for (const { text, at } of messages) {
    // What stands for a value may end a sentence, and so may a quotation mark or a bracket.
    // Scripts without capitals have other marks, or none.
    if (/[\p{Lu}\p{Ll}\p{N},;]$/u.test(text))
      report("message-full-stop", at, `The message of ${code} ends without a full stop.`);
  }
}

function checkLayout({ value, at }: Located<string>, report: Report): void {
  if (value.includes("\n")) report("text-layout", at, "A title or message is one line.");
  else if (value !== value.trim())
    report("text-layout", at, "A title or message has no space at its ends.");
}

/** Reports titles that two entries share: a title is what people search for. */
export const checkTitles: CatalogCheck = ({ entries }, report) => {
  checkTitlesOf(
    entries.flatMap(({ code, title }) => (title === undefined ? [] : { code, title })),
    report,
  );
};

/** A title and whose it is. */
interface Titled {
  readonly code: string;
  readonly title: Located<string>;
}

/** Checks the titles of one language. */
export function checkTitlesOf(all: readonly Titled[], report: Report): void {
  const seen = new Map<string, Titled>();
  for (const each of all) {
    const key = each.title.value.toLowerCase();
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, each);
      continue;
    }
    report("title-duplicate", each.title.at, `${first.code} has this title already.`, {
      related: [{ at: first.title.at, message: "The first is here." }],
    });
  }
}
