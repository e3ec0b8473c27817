/** Messages in other languages: their fields, numbers, dates and forms. */
import type { Report } from "../diagnostics/report.js";
import { guesser, quoted } from "../diagnostics/suggest.js";
import type { Catalog, Entry } from "../model/catalog.js";
import { type FieldType, isNull, variantsOf } from "../model/field.js";
import { followPath, isPrintable } from "../model/field-path.js";
import { type FilledPart, filledParts, type Locale } from "../model/locale.js";
import { checkAlternatives } from "./messages.js";
import type { EntryCheck } from "./rule.js";
import { checkTextsOf } from "./texts.js";

/** Checks what every locale says of the entry as its own texts are checked, and the types that ICU asks for. */
export function checkTranslatedMessages({ locales }: Catalog): EntryCheck {
  // Asked once a language: the platform takes long to answer.
  const known = locales.map((locale) => ({
    locale,
    cardinal: pluralForms(locale, "cardinal"),
    ordinal: pluralForms(locale, "ordinal"),
  }));
  return (entry, catalog, report) => {
    for (const { locale, cardinal, ordinal } of known) {
      const translation = locale.entries.get(entry.code);
      if (translation === undefined) continue;
      checkTextsOf(translation, entry.code, report);
      const messages = translation.messages.map(({ at, parts }) => ({
        at,
        places: filledParts(parts),
        isBroken: parts.length === 0,
      }));
      checkAlternatives(messages, entry, catalog, report);
      for (const part of messages.flatMap(({ places }) => places)) {
        checkType(part, entry, catalog, report);
        if (part.kind === "plural")
          checkForms(part, part.ordinal ? ordinal : cardinal, locale, report);
      }
    }
  };
}

type Used = Exclude<FilledPart["kind"], "placeholder">;

interface Wanted {
  readonly wants: string;
  readonly isFit: (type: FieldType) => boolean;
}

const number: Wanted = {
  wants: "a number",
  isFit: (type) =>
    (type.kind === "scalar" && (type.type === "integer" || type.type === "number")) ||
    (type.kind === "enum" && type.values.every((value) => typeof value === "number")),
};

const isFormat = (type: FieldType, ...formats: readonly string[]): boolean =>
  type.kind === "scalar" && formats.includes(type.format ?? "");

/** What each use needs of a field. */
const wanted: Readonly<Record<Used, Wanted>> = {
  number,
  plural: number,
  date: { wants: "a date-time or date", isFit: (type) => isFormat(type, "date-time", "date") },
  time: { wants: "a date-time", isFit: (type) => isFormat(type, "date-time") },
  select: { wants: "a single value", isFit: ({ kind }) => kind !== "array" },
};

function checkType(part: FilledPart, { fields }: Entry, { types }: Catalog, report: Report): void {
  const found = followPath(fields, part.path, types);
  // What has no place in a message at all has been reported.
  if (part.kind === "placeholder" || !found.found || !isPrintable(found.type, types)) return;
  const variants = variantsOf(found.type, types).filter((type) => !isNull(type));
  const { wants, isFit } = wanted[part.kind];
  if (!variants.every(isFit)) {
    const shown = `{${part.path.join(".")}}`;
    report("placeholder-type", part.at, `${shown} is not ${wants}, as ${part.kind} needs it.`);
  } else if (part.kind === "select") checkValues(part, variants, report);
}

/** Reports cases for values that the field never has. */
function checkValues(
  { cases, path }: Extract<FilledPart, { kind: "select" }>,
  variants: readonly FieldType[],
  report: Report,
): void {
  const known = new Set(variants.flatMap(valuesOf));
  if (known.has(undefined)) return;
  const values = new Set([...known].map(String));
  const guess = guesser(() => values);
  for (const { key, at } of cases) {
    if (key === "other" || values.has(key)) continue;
    report("select-case", at, `{${path.join(".")}} is never ${quoted(key)}.`, guess(key));
  }
}

/** The values of the type as texts; undefined among them where they cannot be listed. */
function valuesOf(type: FieldType): readonly unknown[] {
  if (type.kind === "enum") return type.values.filter((value) => value !== null);
  return type.kind === "scalar" && type.type === "boolean" ? [true, false] : [undefined];
}

function checkForms(
  { cases, at }: Extract<FilledPart, { kind: "plural" }>,
  forms: readonly string[] | undefined,
  { tag }: Locale,
  report: Report,
): void {
  for (const { key, at: place } of cases) {
    const number = String(Number(key.slice(1)));
    if (key.startsWith("=") && key !== `=${number}`)
      report("plural-forms", place, `${quoted(key)} is never chosen.`, {
        help: `Write =${number}.`,
      });
  }
  if (forms === undefined) return;
  const keys = new Set(cases.map(({ key }) => key));
  const missing = forms.filter((form) => !keys.has(form));
  if (missing.length > 0) {
    report(
      "plural-forms",
      at,
      `In ${tag.value} a plural has ${missing.map(quoted).join(", ")} too.`,
      {
        help: `The forms: ${forms.map(quoted).join(", ")}.`,
      },
    );
  }
  for (const { key, at: place } of cases) {
    if (key.startsWith("=") || forms.includes(key)) continue;
    report("plural-forms", place, `In ${tag.value} no plural is ${quoted(key)}.`, {
      help: `The forms: ${forms.map(quoted).join(", ")}. For a number write =1.`,
    });
  }
}

/** The plural forms of a language (Unicode CLDR); undefined where nothing is known of it. */
function pluralForms({ tag }: Locale, type: "cardinal" | "ordinal"): readonly string[] | undefined {
  try {
    if (Intl.PluralRules.supportedLocalesOf(tag.value).length === 0) return undefined;
    return new Intl.PluralRules(tag.value, { type }).resolvedOptions().pluralCategories;
  } catch {
    return undefined; // no language tag, which is reported
  }
}
