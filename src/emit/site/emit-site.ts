/** Catalog → help site. A total function: a catalog that passed its checks always becomes one. */
import type { Catalog } from "../../model/catalog.js";
import type { GeneratedFile } from "../generated-file.js";
import { htmlCodePage } from "./html-code-page.js";
import { htmlCategoryPage, htmlIndex, htmlMissingPage } from "./html-index.js";
import { siteIcon } from "./icons.js";
import { indexJson, llmsText } from "./machine-files.js";
import { markdownCodePage, markdownIndex } from "./markdown-pages.js";
import { searchIndex } from "./search-index.js";
import { type SiteLanguage, siteOf } from "./site-model.js";
import { englishWords } from "./words.js";

/** What comes with errdex and is the same for every catalog. */
export interface SiteAssets {
  readonly script: string;
  readonly style: string;
}

/** English, and no other language. */
export const english: SiteLanguage = { lang: "en", words: englishWords, folder: "", others: [] };

/** The files of a site in one language, relative to the folder of the language. */
export function emitSite(
  catalog: Catalog,
  { script, style }: SiteAssets,
  language: SiteLanguage = english,
): readonly GeneratedFile[] {
  const site = siteOf(catalog, language);
  const { addresses, groups, isLarge, pages } = site;
  return [
    { path: "404.html", text: htmlMissingPage(site) },
    { path: "index.html", text: htmlIndex(site) },
    { path: "index.json", text: indexJson(site) },
    { path: "index.md", text: markdownIndex(site) },
    { path: "llms.txt", text: llmsText(site) },
    { path: "search-index.js", text: searchIndex(site) },
    { path: "site.css", text: style },
    { path: "site.js", text: script },
    { path: "site.svg", text: siteIcon },
    ...groups
      .filter(() => isLarge)
      .map((group) => ({
        path: addresses.category(group.id),
        text: htmlCategoryPage(group, site),
      })),
    ...pages.flatMap((page) => [
      { path: addresses.page(page.code), text: htmlCodePage(page, site) },
      { path: addresses.markdown(page.code), text: markdownCodePage(page, site) },
    ]),
  ];
}
