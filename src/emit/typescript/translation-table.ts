/** A locale as the data that translations are made of at run time. */
import { match } from "ts-pattern";
import { type Catalog, type Entry, liveEntries } from "../../model/catalog.js";
import type { Case, EntryTranslation, Locale, TranslatedPart } from "../../model/locale.js";
import type {
  TranslatedCases,
  TranslatedEntry,
  TranslatedPiece,
  TranslatedText,
} from "../../runtime/translation/translated-text.js";

/** The texts of every code that the locale translates, as JSON, in the order of the codes. */
export function translationTable(
  catalog: Catalog,
  locale: Locale,
): Readonly<Record<string, string>> {
  const rows = liveEntries(catalog).flatMap((entry): [string, string][] => {
    const translation = locale.entries.get(entry.code);
    const row = translation === undefined ? {} : rowOf(entry, translation);
    return Object.keys(row).length === 0 ? [] : [[entry.code, JSON.stringify(row)]];
  });
  return Object.fromEntries(rows);
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
  if (part.kind === "text") return part.text;
  const of = part.path.join(".");
  return match(part)
    .with({ kind: "placeholder" }, () => ({ of }))
    .with({ kind: "number" }, ({ style, offset }) => ({ of, number: style, ...minus(offset) }))
    .with({ kind: "date" }, ({ style }) => ({ of, date: style }))
    .with({ kind: "time" }, ({ style }) => ({ of, time: style }))
    .with({ kind: "select" }, ({ cases }) => ({ of, select: casesOf(cases) }))
    .with({ kind: "plural", ordinal: true }, ({ cases, offset }) => ({
      of,
      ordinal: casesOf(cases),
      ...minus(offset),
    }))
    .with({ kind: "plural" }, ({ cases, offset }) => ({
      of,
      plural: casesOf(cases),
      ...minus(offset),
    }))
    .exhaustive();
}

function minus(offset: number): { readonly minus?: number } {
  return offset === 0 ? {} : { minus: offset };
}

function casesOf(cases: readonly Case[]): TranslatedCases {
  return Object.fromEntries(cases.map(({ key, parts }) => [key, textOf(parts)]));
}
