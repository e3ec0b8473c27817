/** What the messages of translations put in, and of which types it is. */
import type { Catalog, Entry } from "../model/catalog.js";
import { type FieldType, isNull, variantsOf } from "../model/field.js";
import { followPath, isPrintable } from "../model/field-path.js";
import { type FilledPart, filledParts, type Locale } from "../model/locale.js";

/** Where a translation puts something in. */
export interface TranslatedPart {
  readonly locale: Locale;
  readonly part: FilledPart;
}

/** All that the translations of an entry put in. */
export function translatedParts(entry: Entry, { locales }: Catalog): readonly TranslatedPart[] {
  return locales.flatMap((locale) => {
    const messages = locale.entries.get(entry.code)?.messages ?? [];
    return messages.flatMap(({ parts }) => filledParts(parts).map((part) => ({ locale, part })));
  });
}

type Used = Exclude<FilledPart["kind"], "placeholder">;

/** What a use needs of a field. */
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

/** How a part and the field that it names fit together. */
export interface PartFit {
  /** What the part needs, in words. */
  readonly wants: string;
  readonly isFit: boolean;
  /** All that the field can be but null. */
  readonly variants: readonly FieldType[];
}

/** Undefined where any field will do, and where the field has no place in a message at all. */
export function partFit(
  part: FilledPart,
  { fields }: Entry,
  { types }: Catalog,
): PartFit | undefined {
  const found = followPath(fields, part.path, types);
  if (part.kind === "placeholder" || !found.found || !isPrintable(found.type, types))
    return undefined;
  const variants = variantsOf(found.type, types).filter((type) => !isNull(type));
  const { wants, isFit } = wanted[part.kind];
  return { wants, isFit: variants.every(isFit), variants };
}
