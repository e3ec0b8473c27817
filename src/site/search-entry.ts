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
