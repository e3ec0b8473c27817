/** Loads the search and the site's own index when they are first needed, so that a page is there at once. */
import type { createSearch, Search } from "./search.js";
import { noSearchData, type RawSearchData, readSearchData } from "./search-entry.js";

/** What the two scripts leave. */
interface Loaded {
  readonly errdexSearch?: RawSearchData;
  readonly errdexCreateSearch?: typeof createSearch;
}

/**
 * Loads the search.
 *
 * @param index the address of the index; the script of the search is beside it.
 */
export async function loadSearch(index: string): Promise<Search> {
  const [base] = await Promise.all([run(index), run(index.replace(/[^/]*$/, "search.js"))]);
  const { errdexSearch = noSearchData, errdexCreateSearch } = globalThis as Loaded;
  if (errdexCreateSearch === undefined) throw new Error("search.js");
  return errdexCreateSearch(readSearchData(errdexSearch, base));
}

// As a script and not with fetch: pages that were opened as files may not fetch.
function run(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onerror = () => reject(new Error(address));
    script.onload = () => resolve(script.src);
    document.head.append(script);
  });
}
