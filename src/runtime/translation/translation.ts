/** What a catalog in another language can be asked. */

import type { Owners } from "../owners.js";

/** The texts of a catalog in a language. Generated modules have one for each of theirs. */
export interface Translation {
  readonly catalog: string;
  /** The codes that the catalog takes from others: it has texts for these, too. */
  readonly owners?: Owners | undefined;
  /** A BCP 47 language tag. */
  readonly locale: string;
  title(code: string): string | undefined;
  /** The first message whose fields are all present, filled; undefined where there is none. */
  message(code: string, fields: object): string | undefined;
  /** What the catalog itself says, in its own language: what another message differs from. */
  original(code: string, fields: object): string | undefined;
  /** What people are told of a status (`404`), of a class (`5xx`), or of any (`other`), where nobody knows the code. */
  status?(key: string): string | undefined;
  /** `chooseTranslation`, which so comes along with the first translation, and not with every wire format. */
  choose(
    acceptLanguage: string | null | undefined,
    translations: readonly Translation[],
  ): Translation | undefined;
}
