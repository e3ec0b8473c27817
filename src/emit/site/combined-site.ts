/** Several catalogs → one help site: an index over all, and the site of each in a folder. */
import { posix } from "node:path";
import type { Catalog } from "../../model/catalog.js";
import { fileAt, type GeneratedFile } from "../../model/generated-file.js";
import type { Locale } from "../../model/locale.js";
import { siteAddresses } from "../../model/site-address.js";
import { generatedNote } from "../generated-note.js";
import {
  type CombinedIndex,
  combinedJson,
  combinedLlms,
  combinedMarkdown,
} from "./combined-index.js";
import { commonFiles, type SiteAssets, siteFilesOf } from "./emit-site.js";
import { htmlCombinedIndex, htmlCombinedMissing } from "./html-combined-index.js";
import type { Placement } from "./place-catalogs.js";
import { searchIndex } from "./search-index.js";
import { siteLanguages } from "./site-languages.js";
import { longIndex, type Site, type SiteLanguage, siteOf } from "./site-model.js";
import { withNote } from "./site-note.js";

/** A folder of a combined site, and what is in it. */
export interface CombinedFolder {
  /** Relative to the folder of the site; nothing, or with `/` at its end. */
  readonly folder: string;
  /** Whose pages these are; undefined for the index over all. */
  readonly catalog: Catalog | undefined;
  readonly files: readonly GeneratedFile[];
}

/** A catalog in each of its languages, its own first. */
interface Part {
  readonly catalog: Catalog;
  readonly folder: string;
  readonly sites: readonly Site[];
}

/** The folders of a site of several catalogs. Its languages are those that any of them has. */
export function emitCombinedSite(
  { placed, base }: Placement,
  assets: SiteAssets,
): readonly CombinedFolder[] {
  const pages = new Map(placed.flatMap((each) => pagesOf(each)));
  const parts = placed.map(
    ({ catalog, folder }): Part => ({
      catalog,
      folder,
      sites: siteLanguages(catalog).map((language) =>
        siteOf(catalog, language, {
          to: wayBetween(folder + language.folder, language.folder),
          pageAt: (address) => pages.get(address)?.(language),
        }),
      ),
    }),
  );
  const note = generatedNote(...placed.map(({ catalog }) => catalog));
  const languages = siteLanguages({ locales: localesOf(placed.map(({ catalog }) => catalog)) });
  return [
    {
      folder: "",
      catalog: undefined,
      files: languages.flatMap((language) =>
        indexFiles(indexOf(parts, language, base), note, assets).map((file) =>
          withNote(fileAt(language.folder + file.path, file), note),
        ),
      ),
    },
    ...parts.map(({ catalog, folder, sites }) => ({
      folder,
      catalog,
      files: sites.flatMap((site) => siteFilesOf(site, assets)),
    })),
  ];
}

/** One locale of each language: its words are those of the index. */
function localesOf(catalogs: readonly Catalog[]): readonly Locale[] {
  const byTag = new Map<string, Locale>();
  for (const locale of catalogs.flatMap(({ locales }) => locales))
    if (!byTag.has(locale.tag.value)) byTag.set(locale.tag.value, locale);
  return [...byTag.values()];
}

/** The pages of a catalog: address → the way from the index in a language, to the page in it if there is one. */
function pagesOf({ catalog, folder }: Placement["placed"][number]) {
  const { page, type, elsewhere } = siteAddresses(catalog);
  const tags = new Set(siteLanguages(catalog).map(({ lang }) => lang));
  return catalog.entries.flatMap(({ code }) => {
    const address = elsewhere(code) === undefined ? type(code) : undefined;
    if (address === undefined) return [];
    const pageIn = (language: SiteLanguage) =>
      wayBetween(language.folder, folder + (tags.has(language.lang) ? language.folder : "")) +
      page(code);
    return [[address, pageIn] as const];
  });
}

function wayBetween(from: string, to: string): string {
  const way = posix.relative(from, to);
  return way === "" ? "" : `${way}/`;
}

function indexOf(
  parts: readonly Part[],
  language: SiteLanguage,
  base: string | undefined,
): CombinedIndex {
  const shown = parts.flatMap(({ folder, sites: [own, ...others] }) => {
    if (own === undefined) return [];
    const site = others.find((each) => each.language.lang === language.lang) ?? own;
    return [{ site, to: wayBetween(language.folder, folder + site.language.folder) }];
  });
  const count = shown.reduce((sum, { site }) => sum + site.pages.length, 0);
  return {
    title: language.words.home,
    version: undefined,
    language,
    around: undefined,
    base: base === undefined ? undefined : base + language.folder,
    parts: shown,
    isLarge: count > longIndex,
  };
}

function indexFiles(
  index: CombinedIndex,
  note: string,
  assets: SiteAssets,
): readonly GeneratedFile[] {
  return [
    { path: "404.html", text: htmlCombinedMissing(index) },
    { path: "index.html", text: htmlCombinedIndex(index) },
    { path: "index.json", text: combinedJson(index, note) },
    { path: "index.md", text: combinedMarkdown(index) },
    { path: "llms.txt", text: combinedLlms(index) },
    { path: "search-index.js", text: searchIndex(index.parts) },
    { path: "search.js", text: assets.search },
    ...commonFiles(assets),
  ];
}
