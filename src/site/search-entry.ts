/** What the search knows of a catalog. */

/** A code as the search knows it. */
export interface SearchEntry {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  /** Its own first, then those that a wire format gives it. */
  readonly statuses: readonly number[];
  /** As vendors spell it. */
  readonly spellings: readonly string[];
  /** The words of its messages. */
  readonly messages: string;
  /** The words of what to try. */
  readonly fixes: string;
  /** The words of its other texts. */
  readonly words: string;
  /** The names of its fields, and the values that these may have. */
  readonly fields: string;
  /** The address of its page. */
  readonly page: string;
  readonly retired: boolean;
  /** The places in the list of the codes that some format sends in its stead. */
  readonly folds: readonly number[];
  /** Whose code it is, where several catalogs are searched. */
  readonly catalog: string | undefined;
}

/** A wire format as the search knows it: as much as it takes to find the code in an answer. */
export interface SearchFormat {
  /** The members and headers that hold the code, in lower case, those that say most first. */
  readonly codeKeys: readonly string[];
  /** Those that hold a text for people. */
  readonly messageKeys: readonly string[];
  /** For each of its bodies the members that are always there. */
  readonly bodies: readonly (readonly string[])[];
  /** What it takes an answer for that has no code, by status: `403`, `4xx`. */
  readonly inferred: ReadonlyMap<string, string>;
}

/** All that the search knows. */
export interface SearchData {
  readonly entries: readonly SearchEntry[];
  readonly formats: readonly SearchFormat[];
  /** The names of statuses, in lower case. */
  readonly phrases: ReadonlyMap<string, number>;
  /** Words that too many codes have in their texts: they tell nothing apart. */
  readonly common: readonly string[];
}

/** A code as `search-index.js` has it. */
export type SearchRow = readonly [
  code: string,
  title: string,
  statuses: readonly number[],
  spellings: readonly string[],
  messages: string,
  fixes: string,
  words: string,
  fields: string,
  file: string,
  retired: 0 | 1,
  folds: readonly number[],
  catalog?: string,
];

/** A wire format as `search-index.js` has it. */
export type SearchFormatRow = readonly [
  codeKeys: readonly string[],
  messageKeys: readonly string[],
  bodies: readonly (readonly string[])[],
  inferred: readonly (readonly [status: string, code: string])[],
];

/** What `search-index.js` hands over. */
export interface RawSearchData {
  readonly rows: readonly SearchRow[];
  readonly formats: readonly SearchFormatRow[];
  readonly phrases: readonly (readonly [status: number, phrase: string])[];
  readonly common: readonly string[];
}

/** An index of nothing. */
export const noSearchData: RawSearchData = { rows: [], formats: [], phrases: [], common: [] };

/** The data with names, and with addresses of pages that are whole. */
export function readSearchData(raw: RawSearchData, base: string): SearchData {
  const entries = raw.rows.map((row, id): SearchEntry => {
    const [code, title, statuses, spellings, messages, fixes, words, fields, ...place] = row;
    const [file, retired, folds, catalog] = place;
    const texts = { code, title, statuses, spellings, messages, fixes, words, fields, catalog };
    return { id, ...texts, page: new URL(file, base).href, retired: retired === 1, folds };
  });
  return {
    entries,
    formats: raw.formats.map(([codeKeys, messageKeys, bodies, inferred]) => ({
      ...{ codeKeys, messageKeys, bodies },
      inferred: new Map(inferred),
    })),
    phrases: new Map(raw.phrases.map(([status, phrase]) => [phrase.toLowerCase(), status])),
    common: raw.common,
  };
}
