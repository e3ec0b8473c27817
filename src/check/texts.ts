/** Texts are safe to show and laid out alike. */
import type { Report } from "../diagnostics/report.js";
import type { Catalog, Entry } from "../model/catalog.js";
import type { Located, Span } from "../model/source.js";
import type { CatalogCheck } from "./rule.js";

const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Looks at the whole text of each file: a comment that turns the writing direction misleads a reviewer too.
 * Escapes in quoted texts are caught where they end up, in the texts of entries.
 */
export const checkTexts: CatalogCheck = (catalog, report) => {
  for (const file of catalog.files) {
    const found = unsafe.exec(file.text.replaceAll("\r\n", " \n"));
    if (found !== null)
      complain(found[0], { file, start: found.index, end: found.index + 1 }, report);
  }
  for (const { value, at } of textsOf(catalog)) {
    const found = unsafe.exec(value);
    const raw = at.file.text.slice(at.start, at.end);
    if (found !== null && !unsafe.test(raw)) complain(found[0], at, report);
  }
  for (const entry of catalog.entries) {
    for (const text of [...oneLiners(entry)]) checkLayout(text, report);
  }
};

function complain(character: string, at: Span, report: Report): void {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  report(
    "text-unsafe",
    at,
    `The character U+${code} is not allowed: it is invisible, or misleads whoever reads it.`,
  );
}

function textsOf(catalog: Catalog): readonly Located<string>[] {
  return catalog.entries.flatMap((entry) => [
    ...oneLiners(entry),
    ...[entry.meaning, ...entry.causes, ...entry.fixes].filter((text) => text !== undefined),
    ...entry.examples.map(({ title, at }) => ({ value: title, at })),
  ]);
}

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
