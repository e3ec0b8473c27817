/** The search of a catalog's site, as a browser gets it. */
import { emitSite } from "../../src/emit/site/emit-site.js";
import type { Catalog } from "../../src/model/catalog.js";
import { createSearch, type Search } from "../../src/site/search.js";
import {
  noSearchData,
  type RawSearchData,
  readSearchData,
  type SearchData,
} from "../../src/site/search-entry.js";
import { noAssets } from "../support/no-assets.js";

/** What its index says. */
export function searchDataOf(catalog: Catalog): SearchData {
  const files = emitSite(catalog, noAssets);
  const data: { errdexSearch?: RawSearchData } = {};
  const index = files.find(({ path }) => path === "search-index.js");
  new Function("globalThis", index?.text ?? "")(data);
  return readSearchData(data.errdexSearch ?? noSearchData, "file:///site/");
}

/** What searches in it. */
export function searchOf(catalog: Catalog): Promise<Search> {
  return createSearch(searchDataOf(catalog));
}
