/** A locale as the data that translations are made of at run time. */
import { match } from "ts-pattern";
import { type Catalog, type Entry, liveEntries } from "../../model/catalog.js";
import type { DateStyle, EntryTranslation, Locale, TranslatedPart } from "../../model/locale.js";
import type { TranslatedEntry, TranslatedPiece, TranslatedText } from "../../runtime/index.js";

/** The texts of every code that the locale translates, in the order of the codes. */
export function translationTable(
  catalog: Catalog,
  locale: Locale,
): Readonly<Record<string, TranslatedEntry>> {
  const rows = liveEntries(catalog).flatMap((entry): [string, TranslatedEntry][] => {
    const translation = locale.entries.get(entry.code);
    const row = translation === undefined ? {} : rowOf(entry, translation);
    return Object.keys(row).length === 0 ? [] : [[entry.code, row]];
  });
  return Object.fromEntries(rows);
}

/** The catalog's own messages as templates for `formatMessage`, by code. */
export function originalMessages(catalog: Catalog): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    liveEntries(catalog).map(({ code, title, messages }) => [
      code,
      // An error without a message says its title.
      messages.length > 0
        ? messages.map(({ text }) => text)
        : [(title?.value ?? code).replace(/[{}]/g, "$&$&")],
    ]),
  );
}

function rowOf(
  { messages: originals }: Entry,
  { title, messages }: EntryTranslation,
): TranslatedEntry {
  const texts = messages.map(({ parts }) => textOf(parts));
  const said = originals.length === 0 && title !== undefined ? [title.value] : texts;
  return {
    ...(title !== undefined && { title: title.value }),
    ...(said.length > 0 && { messages: said }),
  };
}

function textOf(parts: readonly TranslatedPart[]): TranslatedText {
  const pieces = parts.map(pieceOf);
  return pieces.every((piece) => typeof piece === "string") ? pieces.join("") : pieces;
}

function pieceOf(part: TranslatedPart): TranslatedPiece {
  return match(part)
    .with({ kind: "text" }, ({ text }) => text)
    .with({ kind: "placeholder" }, ({ path }) => ({ of: path.join(".") }))
    .with({ kind: "number" }, ({ path, style, offset }) => ({
      of: path.join("."),
      number: numberOptions[style],
      ...minus(offset),
    }))
    .with({ kind: "date" }, ({ path, style }) => ({
      of: path.join("."),
      date: { dateStyle: style, timeZone },
    }))
    .with({ kind: "time" }, ({ path, style }) => ({
      of: path.join("."),
      date: { ...timeOptions[style], timeZone },
    }))
    .with({ kind: "select" }, ({ path, cases }) => ({ of: path.join("."), select: casesOf(cases) }))
    .with({ kind: "plural" }, ({ path, cases, ordinal, offset }) => ({
      of: path.join("."),
      plural: casesOf(cases),
      ...(ordinal && { rules: { type: "ordinal" as const } }),
      ...minus(offset),
    }))
    .exhaustive();
}

const numberOptions = {
  decimal: {},
  integer: { maximumFractionDigits: 0 },
  percent: { style: "percent" },
} as const;

// A service does not know where its readers are. So that nobody takes the time for theirs, it says which it is.
const timeZone = "UTC";
const hours = { hour: "numeric", minute: "2-digit", timeZoneName: "short" } as const;
const timeOptions: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  short: hours,
  medium: { ...hours, second: "2-digit" },
  long: { timeStyle: "long" },
  full: { timeStyle: "full" },
};

function minus(offset: number): { readonly minus?: number } {
  return offset === 0 ? {} : { minus: offset };
}

function casesOf(
  cases: readonly { readonly key: string; readonly parts: readonly TranslatedPart[] }[],
): Readonly<Record<string, TranslatedText>> {
  return Object.fromEntries(cases.map(({ key, parts }) => [key, textOf(parts)]));
}
