/** A locale of a catalog, working: for pages that show answers in it. */
import type { Catalog } from "../../model/catalog.js";
import type { Locale } from "../../model/locale.js";
import { type Translation, translation } from "../../runtime/generated.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { translationTable } from "./translation-table.js";

/** What the module that `errdex build` writes for the locale exports. */
export function translationOf(catalog: Catalog, locale: Locale): Translation {
  return translation(
    catalog.name.value,
    locale.tag.value,
    compileCatalog(catalog).messages,
    translationTable(catalog, locale),
  );
}
