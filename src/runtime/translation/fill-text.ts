/** Fills the texts of a translation, by what the platform knows of languages (ECMA-402). */
import { isRecord } from "../is-record.js";
import type { TranslatedCases, TranslatedPiece, TranslatedText } from "./translated-text.js";

/** Gives a text; undefined where a field that it needs is absent, or is no value of the kind. */
export type FillText = (text: TranslatedText, fields: object) => string | undefined;

/** The function that fills texts in a language. What it makes of the platform it makes once. */
export function textFiller(locale: string): FillText {
  // Where the platform does not know the language, English is better than whatever the machine speaks.
  const languages = [locale, "en"];
  const numbers = new Map<object, Intl.NumberFormat>();
  const dates = new Map<object, Intl.DateTimeFormat>();
  const plurals = new Map<object, Intl.PluralRules>();

  const fill: FillText = (text, fields) => {
    if (typeof text === "string") return text;
    let filled = "";
    for (const piece of text) {
      const part = typeof piece === "string" ? piece : fillPiece(piece, fields);
      if (part === undefined) return undefined;
      filled += part;
    }
    return filled;
  };

  function fillPiece(piece: Exclude<TranslatedPiece, string>, fields: object): string | undefined {
    const value = valueAt(piece.of, fields);
    if (value === undefined || value === null) return undefined;
    if ("select" in piece) return fill(caseOf(piece.select, String(value)), fields);
    if ("date" in piece) {
      const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
      if (Number.isNaN(time)) return undefined;
      return madeOnce(
        dates,
        piece.date,
        (options) => new Intl.DateTimeFormat(languages, options),
      ).format(time);
    }
    if ("number" in piece) {
      if (typeof value !== "number") return undefined;
      return madeOnce(
        numbers,
        piece.number,
        (options) => new Intl.NumberFormat(languages, options),
      ).format(value - (piece.minus ?? 0));
    }
    if ("plural" in piece) {
      if (typeof value !== "number") return undefined;
      const { plural, rules = cardinal, minus = 0 } = piece;
      if (Object.hasOwn(plural, `=${value}`)) return fill(caseOf(plural, `=${value}`), fields);
      const form = madeOnce(
        plurals,
        rules,
        (options) => new Intl.PluralRules(languages, options),
      ).select(value - minus);
      return fill(caseOf(plural, form), fields);
    }
    return Array.isArray(value) ? value.join(", ") : String(value);
  }

  return fill;
}

const cardinal: Intl.PluralRulesOptions = {};

function valueAt(path: string, fields: object): unknown {
  return path
    .split(".")
    .reduce((inner: unknown, step) => (isRecord(inner) ? inner[step] : undefined), fields);
}

function caseOf(cases: TranslatedCases, key: string): TranslatedText {
  return (Object.hasOwn(cases, key) ? cases[key] : cases.other) ?? "";
}

function madeOnce<Options extends object, Made>(
  made: Map<object, Made>,
  options: Options,
  make: (options: Options) => Made,
): Made {
  let found = made.get(options);
  if (found === undefined) {
    found = make(options);
    made.set(options, found);
  }
  return found;
}
