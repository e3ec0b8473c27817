/** Loads the site's own index when it is first needed, so that a page is there at once. */
import { type RawSearchData, readSearchData, type SearchData } from "./search-entry.js";

/**
 * Loads the index.
 *
 * As a script and not with fetch: pages that were opened as files may not fetch.
 */
export function loadSearchData(address: string): Promise<SearchData> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onerror = () => reject(new Error(address));
    script.onload = () => {
      const { errdexSearch } = globalThis as { errdexSearch?: RawSearchData };
      resolve(readSearchData(errdexSearch ?? { rows: [], common: [] }, script.src));
    };
    document.head.append(script);
  });
}
