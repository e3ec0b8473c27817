/** What a ledger knows of texts that it does not have: short digests, by which they are known again. */

/** The texts of one code. */
export interface TextMark {
  /** The beginnings of the words of the meaning; undefined where there is none. */
  readonly meaning: string | undefined;
  /** By the tag of the locale. */
  readonly translations: ReadonlyMap<string, TranslationMark>;
}

/** What a locale says of a code, and the English that it was made from. */
export interface TranslationMark {
  readonly text: string;
  readonly source: string;
}
