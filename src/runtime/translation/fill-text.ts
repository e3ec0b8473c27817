/** Fills the texts of a translation, by what the platform knows of languages (ECMA-402). */
import { isRecord } from "../is-record.js";
import { detach, memberIn } from "../own-member.js";
import type {
  DateStyle,
  NumberStyle,
  TranslatedCases,
  TranslatedPiece,
  TranslatedText,
} from "./translated-text.js";

/** Gives a text; undefined where a field that it needs is absent, or is no value of the kind. */
export type FillText = (text: TranslatedText, fields: object) => string | undefined;

/** The function that fills texts in a language. What it asks of the platform it asks once. */
export function textFiller(locale: string): FillText {
  // Where the platform does not know the language, English is better than whatever the machine speaks.
  const languages = [locale, "en"];
  const numbers = madeOnce((style: NumberStyle) => {
    return new Intl.NumberFormat(languages, detach(numberOptions(style)));
  });
  const dates = madeOnce((style: DateStyle) => {
    return new Intl.DateTimeFormat(languages, detach({ dateStyle: style, timeZone }));
  });
  const times = madeOnce((style: DateStyle) => {
    return new Intl.DateTimeFormat(languages, detach({ ...timeOptions(style), timeZone }));
  });
  const rules = madeOnce((type: "cardinal" | "ordinal") => {
    return new Intl.PluralRules(languages, detach({ type }));
  });

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
    if ("date" in piece || "time" in piece) {
      const time = timeOf(value);
      if (time === undefined) return undefined;
      return ("date" in piece ? dates(piece.date) : times(piece.time)).format(time);
    }
    if (!("number" in piece || "plural" in piece || "ordinal" in piece))
      return Array.isArray(value) ? value.join(", ") : String(value);
    if (typeof value !== "number") return undefined;
    const rest = value - (piece.minus ?? 0);
    if ("number" in piece) return numbers(piece.number).format(rest);
    const [cases, type] =
      "plural" in piece
        ? ([piece.plural, "cardinal"] as const)
        : ([piece.ordinal, "ordinal"] as const);
    const exact = `=${value}`;
    return fill(
      caseOf(cases, Object.hasOwn(cases, exact) ? exact : rules(type).select(rest)),
      fields,
    );
  }

  return fill;
}

// A service does not know where its readers are. So that nobody takes the time for theirs, it says which it is.
const timeZone = "UTC";

function timeOptions(style: DateStyle): Intl.DateTimeFormatOptions {
  if (style === "long" || style === "full") return { timeStyle: style };
  return {
    hour: "numeric",
    minute: "2-digit",
    ...(style === "medium" && { second: "2-digit" }),
    timeZoneName: "short",
  };
}

// RFC 3339 section 5.6. Other texts the platform would guess at, in the time zone of the machine.
const dateOrTime = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/;

function timeOf(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  const [text, day] = dateOrTime.exec(value.toUpperCase()) ?? [];
  if (text === undefined || day === undefined) return undefined;
  const [time, start] = [Date.parse(text), Date.parse(day)];
  // The 30th of February is the 2nd of March to some platforms.
  const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(day);
  return isDay && !Number.isNaN(time) ? time : undefined;
}

function numberOptions(style: NumberStyle): Intl.NumberFormatOptions {
  return style === "integer" ? { maximumFractionDigits: 0 } : style === "percent" ? { style } : {};
}

function valueAt(path: string, fields: object): unknown {
  return path
    .split(".")
    .reduce(
      (inner: unknown, step) => (isRecord(inner) ? memberIn(inner, step) : undefined),
      fields,
    );
}

function caseOf(cases: TranslatedCases, key: string): TranslatedText {
  return (Object.hasOwn(cases, key) ? cases[key] : cases.other) ?? "";
}

function madeOnce<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    let found = made.get(key);
    if (found === undefined) {
      found = make(key);
      made.set(key, found);
    }
    return found;
  };
}
