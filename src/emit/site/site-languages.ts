/** The languages that a site comes in: the catalog's own, and those of its locales. */
import type { Catalog } from "../../model/catalog.js";
import { wordsOf } from "../../model/site-words.js";
import type { SiteLanguage } from "./site-model.js";

/** The catalog's own language is taken to be this one; a locale of that name may replace its words. */
const ownTag = "en";

/** The catalog's own language first. */
export function siteLanguages({ locales }: Pick<Catalog, "locales">): readonly SiteLanguage[] {
  const others = locales.filter(({ tag }) => tag.value !== ownTag);
  const tags = [ownTag, ...others.map(({ tag }) => tag.value)];
  return tags.map((lang) => {
    const locale = locales.find(({ tag }) => tag.value === lang);
    const isOwn = lang === ownTag;
    return {
      lang,
      name: nameOf(lang),
      words: wordsOf(locale),
      folder: isOwn ? "" : `${lang}/`,
      locale,
      others: tags
        .filter((tag) => tag !== lang)
        .map((tag) => ({
          lang: tag,
          name: nameOf(tag),
          to: `${isOwn ? "" : "../"}${tag === ownTag ? "" : `${tag}/`}`,
        })),
    };
  });
}

/** What speakers of the language call it. */
function nameOf(tag: string): string {
  // Without extensions such as a calendar, which are no part of a name.
  const { baseName } = new Intl.Locale(tag);
  return new Intl.DisplayNames([tag], { type: "language" }).of(baseName) ?? tag;
}
