/** Translations: their tags, what they name, and what they leave out. */
import type { Report } from "../diagnostics/report.js";
import { type Guess, guesser, quoted, shortened } from "../diagnostics/suggest.js";
import type { Catalog, Entry } from "../model/catalog.js";
import type { EntryTranslation, Locale } from "../model/locale.js";
import { englishWords, type WordKey, wordPlaces } from "../model/site-words.js";
import type { Span } from "../model/source.js";
import type { CatalogCheck, EntryCheck } from "./rule.js";
import { checkTitlesOf } from "./texts.js";

/** Reports tags that are none, codes and categories that there are not, and titles that two codes share. */
export const checkLocales: CatalogCheck = (catalog, report) => {
  const seen = new Map<string, Locale>();
  const guess = guesser(() => catalog.entries.map(({ code }) => code));
  for (const locale of catalog.locales) {
    checkTag(locale, report);
    checkTwins(locale, seen, report);
    checkCategories(locale, catalog, report);
    checkCodes(locale, catalog, guess, report);
    checkWords(locale, report);
    checkTitlesOf(
      [...locale.entries].flatMap(([code, { title }]) =>
        title === undefined ? [] : { code, title },
      ),
      report,
    );
  }
};

function checkTag({ tag: { value, at }, fileName }: Locale, report: Report): void {
  const usual = canonical(value);
  if (usual === undefined) {
    report("locale-form", at, `${quoted(value)} is no language tag (BCP 47).`, {
      help: "Such as de, pt-BR or zh-Hant.",
    });
  } else if (usual !== value) {
    report("locale-form", at, `${quoted(value)} is usually written ${quoted(usual)}.`);
  } else if (fileName !== value) {
    report("locale-form", at, `The file is called ${fileName}, and its locale is ${value}.`, {
      help: `Rename the file to ${value}.yaml.`,
    });
  }
}

/** The tag as RFC 5646 section 4.5 writes it; undefined where it is none. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function checkTwins(locale: Locale, seen: Map<string, Locale>, report: Report): void {
  const first = seen.get(locale.tag.value);
  seen.set(locale.tag.value, first ?? locale);
  if (first === undefined) return;
  report("locale-form", locale.tag.at, `The locale ${quoted(locale.tag.value)} has two files.`, {
    related: [{ at: first.tag.at, message: "The first is here." }],
  });
}

function checkCategories(locale: Locale, { categories }: Catalog, report: Report): void {
  const known = new Set(categories.map(({ id }) => id));
  const guess = guesser(() => known);
  for (const [id, { at }] of locale.categories) {
    if (known.has(id)) continue;
    report(
      "category-unknown",
      at,
      `There is no category ${quoted(id)} in catalog.yaml.`,
      guess(id),
    );
  }
  for (const id of known) {
    if (locale.categories.has(id)) continue;
    report(
      "missing-translation",
      locale.tag.at,
      `${shortened(locale.tag.value)} has no title for the category ${quoted(id)}.`,
    );
  }
}

function checkCodes(
  locale: Locale,
  { entries, unreadable, hasUnknownCodes }: Catalog,
  guess: (code: string) => Guess,
  report: Report,
): void {
  const known = new Set(entries.map(({ code }) => code));
  for (const [code, { at }] of locale.entries) {
    if (known.has(code) || unreadable.has(code) || hasUnknownCodes) continue;
    report("code-unknown", at, `There is no code ${quoted(code)} in the catalog.`, guess(code));
  }
}

function checkWords({ words }: Locale, report: Report): void {
  const guess = guesser(() => Object.keys(englishWords));
  for (const [key, { value, at }] of words) {
    if (!Object.hasOwn(englishWords, key)) {
      report("locale-word", at, `The help site has no words for ${quoted(key)}.`, guess(key));
      continue;
    }
    const english = englishWords[key as WordKey];
    const known = wordPlaces(english);
    if (/[{}]/.test(value.replace(/\{\w+\}/g, "")))
      report("locale-word", at, "A brace stands alone.", {
        help: `In English this is ${quoted(english)}.`,
      });
    for (const place of wordPlaces(value).filter((each) => !known.includes(each))) {
      report("locale-word", at, `Nothing is put in for {${place}}.`, {
        help: `In English this is ${quoted(english)}.`,
      });
    }
  }
}

/** Warns of texts of the entry that a locale lacks. */
export const checkTranslated: EntryCheck = (entry, { locales }, report) => {
  if (entry.retired !== undefined) return;
  for (const locale of locales) {
    if (locale.unreadable.has(entry.code)) continue;
    const translation = locale.entries.get(entry.code);
    const at: Span = translation?.at ?? locale.tag.at;
    const missing = missingTexts(entry, translation);
    if (missing.length === 0) continue;
    const texts = missing.map(quoted).join(", ");
    report(
      "missing-translation",
      at,
      `${shortened(locale.tag.value)} does not translate ${texts} of ${entry.code}.`,
    );
  }
};

const texts = {
  title: ({ title }: Texts) => title,
  message: ({ messages }: Texts) => messages[0],
  meaning: ({ meaning }: Texts) => meaning,
  causes: ({ causes }: Texts) => causes[0],
  fixes: ({ fixes }: Texts) => fixes[0],
};

type Texts = Pick<Entry | EntryTranslation, "title" | "meaning" | "causes" | "fixes"> & {
  readonly messages: readonly unknown[];
};

function missingTexts(entry: Entry, translation: EntryTranslation | undefined): readonly string[] {
  return Object.entries(texts).flatMap(([name, read]) =>
    read(entry) !== undefined && (translation === undefined || read(translation) === undefined)
      ? [name]
      : [],
  );
}
