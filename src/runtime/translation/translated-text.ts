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
  | {
      readonly of: string;
      readonly number: Intl.NumberFormatOptions;
      /** Taken off before. */
      readonly minus?: number;
    }
  | { readonly of: string; readonly date: Intl.DateTimeFormatOptions }
  /** Value → text, `other` among them. */
  | { readonly of: string; readonly select: TranslatedCases }
  /** Form of the language, or a number such as `=0` → text, `other` among them. */
  | {
      readonly of: string;
      readonly plural: TranslatedCases;
      readonly rules?: Intl.PluralRulesOptions;
      /** Taken off before the form is chosen. */
      readonly minus?: number;
    };

/** Texts among which a value chooses. */
export type TranslatedCases = Readonly<Record<string, TranslatedText>>;
