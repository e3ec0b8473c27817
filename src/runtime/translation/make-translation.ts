/** A catalog in another language. */
import { formatMessage } from "../format-message.js";
import { detach, own } from "../own-member.js";
import type { Owners } from "../owners.js";
import { chooseTranslation } from "./choose-translation.js";
import { type FillText, textFiller } from "./fill-text.js";
import type { TranslatedEntry } from "./translated-text.js";
import type { Translation } from "./translation.js";

/**
 * The translation of a catalog. Generated modules call it once for each language.
 *
 * @param entries code → its {@link TranslatedEntry} as JSON. Few codes are ever met, so that each is read when it is; and
 * literals of ten thousand codes would cost whoever compiles them a gigabyte.
 * @param statuses status, class of statuses or `other` → what people are told of an error whose code nobody knows.
 * @param owners the codes that the catalog takes from others.
 */
export function translation(
  catalog: string,
  locale: string,
  originals: Readonly<Record<string, readonly string[]>>,
  entries: Readonly<Record<string, string>>,
  statuses: Readonly<Record<string, string>> = {},
  owners?: Owners,
): Translation {
  const read = new Map<string, TranslatedEntry>();
  let fill: FillText | undefined;
  const entryOf = (code: string): TranslatedEntry | undefined => {
    const json = own(entries, code);
    if (json !== undefined && !read.has(code)) read.set(code, detach(JSON.parse(json)));
    return read.get(code);
  };
  return {
    catalog,
    owners,
    locale,
    title: (code) => entryOf(code)?.title,
    message(code, fields) {
      try {
        fill ??= textFiller(locale);
        for (const text of entryOf(code)?.messages ?? []) {
          const filled = fill(text, fields);
          if (filled !== undefined) return filled;
        }
      } catch {
        // A platform that knows no languages must not cost an error its code: it is told in English.
      }
      return undefined;
    },
    original: (code, fields) => formatMessage(own(originals, code) ?? [], fields),
    status: (key) => own(statuses, key),
    choose: chooseTranslation,
  };
}
