/** What the site's own index says: loaded when it is first needed, so that a page is there at once. */
import type { SearchEntry } from "./search-entry.js";

type Row = readonly [
  code: string,
  title: string,
  statuses: readonly number[],
  spellings: readonly string[],
  words: string,
  file: string,
  retired: 0 | 1,
];

/**
 * Loads the index.
 *
 * As a script and not with fetch: pages that were opened as files may not fetch.
 */
export function loadSearchData(address: string): Promise<readonly SearchEntry[]> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onerror = () => reject(new Error(address));
    script.onload = () => {
      const rows = (globalThis as { errdexSearch?: readonly Row[] }).errdexSearch ?? [];
      resolve(rows.map((row, id) => entryOf(row, id, script.src)));
    };
    document.head.append(script);
  });
}

function entryOf(row: Row, id: number, base: string): SearchEntry {
  const [code, title, statuses, spellings, words, file, retired] = row;
  const page = new URL(file, base).href;
  return { id, code, title, statuses, spellings, words, page, retired: retired === 1 };
}
