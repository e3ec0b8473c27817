/** Characters that no text of a catalog holds: they are invisible, or mislead whoever reads them. */

import type { SourceFile, Span } from "../model/source.js";
import type { Report } from "./load-rules.js";

const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Marks of one direction (UAX #9 section 2.6). Arabic and Hebrew need them; unlike embeddings they move only what is beside them. */
const mark = /^[\u061c\u200e\u200f]$/;

/**
 * Reports each line that has one: comments too, for one that turns the writing direction misleads a reviewer.
 *
 * @param marked where the marks U+061C, U+200E and U+200F may stand, in the order of the file.
 */
export function reportUnsafeLines(
  file: SourceFile,
  report: Report,
  marked: readonly Span[] = [],
): void {
  const text = file.text.replaceAll("\r\n", " \n");
  let nextLine = 0;
  let next = 0;
  for (const { index, 0: character } of text.matchAll(unsafe)) {
    if (index < nextLine) continue;
    while ((marked[next]?.end ?? text.length) <= index) next += 1;
    if (mark.test(character) && (marked[next]?.start ?? text.length) <= index) continue;
    complain(character, { file, start: index, end: index + 1 }, report);
    const lineEnd = text.indexOf("\n", index);
    nextLine = lineEnd === -1 ? text.length : lineEnd;
  }
}

/** Reports a quoted text that has one as an escape, where no reader of the file sees it. */
export function reportUnsafeEscape(
  value: string,
  { at, isMarked }: { readonly at: Span; readonly isMarked: boolean },
  report: Report,
): void {
  const found = value.match(unsafe)?.find((character) => !(isMarked && mark.test(character)));
  const raw = at.file.text.slice(at.start, at.end);
  if (found !== undefined && !raw.includes(found)) complain(found, at, report);
}

function complain(character: string, { file, start, end }: Span, report: Report): void {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  report(
    "text-unsafe",
    { file, start, end },
    `The character U+${code} is not allowed: it is invisible, or misleads whoever reads it.`,
  );
}
