/** What the search knows of a code. */

/** A code as the search knows it. */
export interface SearchEntry {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly statuses: readonly number[];
  /** As vendors spell it. */
  readonly spellings: readonly string[];
  /** The words of its texts. */
  readonly words: string;
  /** The address of its page. */
  readonly page: string;
  readonly retired: boolean;
}

/** All that the search knows. */
export interface SearchData {
  readonly entries: readonly SearchEntry[];
  /** Words that too many codes have in their texts: they tell nothing apart. */
  readonly common: readonly string[];
}

/** A code as `search-index.js` has it. */
export type SearchRow = readonly [
  code: string,
  title: string,
  statuses: readonly number[],
  spellings: readonly string[],
  words: string,
  file: string,
  retired: 0 | 1,
];

/** What `search-index.js` hands over. */
export interface RawSearchData {
  readonly rows: readonly SearchRow[];
  readonly common: readonly string[];
}

/** The data with names, and with addresses of pages that are whole. */
export function readSearchData({ rows, common }: RawSearchData, base: string): SearchData {
  const entries = rows.map(
    ([code, title, statuses, spellings, words, file, retired], id): SearchEntry => {
      const page = new URL(file, base).href;
      return { id, code, title, statuses, spellings, words, page, retired: retired === 1 };
    },
  );
  return { entries, common };
}
