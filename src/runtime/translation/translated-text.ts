/** Texts of translations as data. Generated from `catalog/locales/*.yaml`. */

/** The texts of one code. */
export interface TranslatedEntry {
  readonly title?: string;
  /** The first whose fields are all present is used. */
  readonly messages?: readonly TranslatedText[];
}

/** A text, or what it is put together from. */
export type TranslatedText = string | readonly TranslatedPiece[];

/** A stretch of text, or what becomes of a field. `of` is the path of the field. */
export type TranslatedPiece =
  | string
  | { readonly of: string }
  /** `minus` is taken off before. */
  | { readonly of: string; readonly number: NumberStyle; readonly minus?: number }
  | { readonly of: string; readonly date: DateStyle }
  | { readonly of: string; readonly time: DateStyle }
  /** Value → text, `other` among them. */
  | { readonly of: string; readonly select: TranslatedCases }
  /** Form of the language, or a number such as `=0` → text, `other` among them. `minus` is taken off for the form. */
  | { readonly of: string; readonly plural: TranslatedCases; readonly minus?: number }
  /** The same for ranks (1st, 2nd). */
  | { readonly of: string; readonly ordinal: TranslatedCases; readonly minus?: number };

/** How a number is written. */
export type NumberStyle = "decimal" | "integer" | "percent";
/** How long a date or time is written. */
export type DateStyle = "short" | "medium" | "long" | "full";

/** Texts among which a value chooses. */
export type TranslatedCases = Readonly<Record<string, TranslatedText>>;
