/** Catalog → help site. A total function: a catalog that passed its checks always becomes one. */
import type { Catalog } from "../../model/catalog.js";
import { fileAt, type GeneratedFile, lateFile } from "../../model/generated-file.js";
import { generatedNote } from "../generated-note.js";
import { htmlCodePage } from "./html-code-page.js";
import { htmlCategoryPage, htmlIndex, htmlMissingPage } from "./html-index.js";
import { siteIcon } from "./icons.js";
import { indexJson, llmsText } from "./machine-files.js";
import { markdownCodePage, markdownIndex } from "./markdown-pages.js";
import { searchIndex } from "./search-index.js";
import { siteLanguages } from "./site-languages.js";
import { type Site, siteOf } from "./site-model.js";
import { withNote } from "./site-note.js";

/** What comes with errdex and is the same for every catalog. */
export interface SiteAssets {
  readonly script: string;
  /** The script of the search, which no page needs before somebody searches. */
  readonly search: string;
  readonly style: string;
}

/** The files of a site: those of its own language at the addresses themselves, those of every other in a folder. */
export function emitSite(catalog: Catalog, assets: SiteAssets): readonly GeneratedFile[] {
  return siteLanguages(catalog).flatMap((language) =>
    siteFilesOf(siteOf(catalog, language), assets),
  );
}

/** The files of a site in one language. */
export function siteFilesOf(site: Site, assets: SiteAssets): readonly GeneratedFile[] {
  const note = generatedNote(site.catalog);
  return languageFiles(site, assets).map((file) =>
    withNote(fileAt(site.language.folder + file.path, file), note),
  );
}

/** What pages in every language load. */
export function commonFiles({ script, style }: SiteAssets): readonly GeneratedFile[] {
  return [
    { path: "site.css", text: style },
    { path: "site.js", text: script },
    { path: "site.svg", text: siteIcon },
  ];
}

function languageFiles(site: Site, assets: SiteAssets): readonly GeneratedFile[] {
  const { addresses, around, groups, isLarge, pages } = site;
  return [
    { path: "404.html", text: htmlMissingPage(site) },
    { path: "index.html", text: htmlIndex(site) },
    { path: "index.json", text: indexJson(site) },
    { path: "index.md", text: markdownIndex(site) },
    { path: "llms.txt", text: llmsText(site) },
    // In a site of several the search is that of the index over all.
    ...(around === undefined
      ? [
          { path: "search-index.js", text: searchIndex([{ site, to: "" }]) },
          { path: "search.js", text: assets.search },
        ]
      : []),
    ...commonFiles(assets),
    ...groups
      .filter(() => isLarge)
      .map((group) => lateFile(addresses.category(group.id), () => htmlCategoryPage(group, site))),
    ...pages.flatMap((page) => [
      lateFile(addresses.page(page.code), () => htmlCodePage(page, site)),
      lateFile(addresses.markdown(page.code), () => markdownCodePage(page, site)),
    ]),
  ];
}
