/** All that a site says: a page for each code that there ever was, and the index over them. */
import type { Catalog } from "../../model/catalog.js";
import { grouped } from "../../model/grouped.js";
import { type Locale, outlineOf, type TranslatedMessage } from "../../model/locale.js";
import { localizedCatalog } from "../../model/localized-catalog.js";
import { codesOf } from "../../model/operation-codes.js";
import { codesWithPages, type SiteAddresses, siteAddresses } from "../../model/site-address.js";
import type { Words } from "../../model/site-words.js";
import type { EncodeOptions } from "../../runtime/index.js";
import { exampleAnswers } from "../example-answers.js";
import { translationOf } from "../typescript/translation-of.js";
import { type CodePage, entryPage, type PageContext, pastPage } from "./code-page.js";
import type { PageLine } from "./page-text.js";
import { relatedCodes } from "./related-codes.js";
import { severalAnswers } from "./several-answers.js";
import { snippetNames } from "./snippets.js";
import { type Spelling, spellingsByCode } from "./spellings.js";

/** What is the same on every page of a site. */
export interface SiteFrame {
  readonly title: string;
  /** Of its catalog. */
  readonly version: string | undefined;
  readonly language: SiteLanguage;
  /** The site of several catalogs that it is a part of. */
  readonly around: SiteAround | undefined;
}

/** A site of several catalogs, as one of its parts sees it. */
export interface SiteAround {
  /** From the folder of the part to that of the index of all: `../`. */
  readonly to: string;
  /** The page that an address leads to, relative to the folder of the index; undefined where it is not in there. */
  pageAt(address: string): string | undefined;
}

/** A site in one language. */
export interface Site extends SiteFrame {
  readonly catalog: Catalog;
  readonly addresses: SiteAddresses;
  /** In the order of the codes. */
  readonly pages: readonly CodePage[];
  /** In the order of the catalog; those that are no longer in use are not among them. */
  readonly groups: readonly PageGroup[];
  /** Whether each category has a page of its own, because an index of all codes would be too long. */
  readonly isLarge: boolean;
  /** What is taken from other catalogs, in the order in which these are named. */
  readonly others: readonly OtherPages[];
  /** The codes that are no longer in use. */
  readonly retired: readonly CodePage[];
  spellingsOf(code: string): readonly Spelling[];
  /** Its own statuses, and then those that a wire format gives it. */
  statusesOf(code: string): readonly number[];
  /** The messages of a code in the language, with `{field}` where a value stands. */
  messagesOf(code: string): readonly string[];
}

/** A language of the site, and the others that it comes in. */
export interface SiteLanguage {
  /** A language tag (BCP 47). */
  readonly lang: string;
  /** What its speakers call it. */
  readonly name: string;
  readonly words: Words;
  /** Where its pages are in the folder of the site: `de/`, or nothing for the language of the addresses themselves. */
  readonly folder: string;
  /** The texts of a language that is not the catalog's own. */
  readonly locale: Locale | undefined;
  /** From the folder of this language to that of another: `../de/`. */
  readonly others: readonly { readonly lang: string; readonly name: string; readonly to: string }[];
}

/** A category and its pages. */
export interface PageGroup {
  readonly id: string;
  readonly title: string;
  readonly pages: readonly CodePage[];
}

/** The codes of another catalog. */
export interface OtherPages {
  readonly name: string;
  /** Of the catalog. */
  readonly title: string;
  readonly pages: readonly PageLine[];
}

/** The most codes that an index lists. */
export const longIndex = 300;

/** Works out a site. */
export function siteOf(source: Catalog, language: SiteLanguage, around?: SiteAround): Site {
  const { words, locale } = language;
  const catalog = locale === undefined ? source : localizedCatalog(source, locale);
  const entries = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  const past = catalog.released?.past.codes ?? new Map();
  const answers = exampleAnswers(source, encodeOptions(source, locale));
  const operations = operationsByCode(catalog);
  const replaced = replacements(catalog);
  const addresses = siteAddresses(catalog);
  const context: PageContext = {
    catalog,
    words,
    names: snippetNames(catalog),
    answersOf: (code) => answers.get(code) ?? [],
    severalOf: severalAnswers(source, encodeOptions(source, locale)),
    operationsOf: (code) => operations.get(code) ?? [],
    relatedTo: relatedCodes(catalog),
    replacedBy: (code) => replaced.get(code) ?? [],
    lineOf: (code): PageLine => {
      const entry = entries.get(code);
      return {
        code,
        title: entry?.title?.value ?? past.get(code)?.title ?? code,
        status: entry?.statuses[0]?.value.toString(),
        elsewhere: addresses.elsewhere(code),
      };
    },
  };
  const pages = codesWithPages(catalog).map((code) => {
    const entry = entries.get(code);
    return entry === undefined
      ? pastPage(code, past.get(code) ?? { until: catalog.version.value }, context)
      : entryPage(entry, context);
  });
  const spellings = spellingsByCode(catalog);
  const onWires = wireStatuses(catalog);
  return {
    title: catalog.title.value,
    version: catalog.version.value,
    language,
    around,
    catalog,
    addresses,
    pages,
    others: otherPages(catalog, context),
    ...inGroups(pages, catalog),
    isLarge: pages.length > longIndex,
    spellingsOf: (code) => spellings.get(code) ?? [],
    statusesOf: (code) => [
      ...new Set([
        ...(entries.get(code)?.statuses ?? []).map(({ value }) => value),
        ...(onWires.get(code) ?? []),
      ]),
    ],
    messagesOf: (code) => {
      const translated = locale?.entries.get(code)?.messages.map(translatedText) ?? [];
      return translated.length > 0
        ? translated
        : (entries.get(code)?.messages.map(({ text }) => text) ?? []);
    },
  };
}

/** What a service encodes with that answers in the language. */
function encodeOptions(catalog: Catalog, locale: Locale | undefined): EncodeOptions {
  if (locale === undefined) return {};
  return { translations: [translationOf(catalog, locale)], acceptLanguage: locale.tag.value };
}

function translatedText(message: TranslatedMessage): string {
  return outlineOf(message)
    .map((part) => (part.kind === "text" ? part.text : `{${part.path.join(".")}}`))
    .join("");
}

/** Whether nobody sends the code any more. */
export function isRetired({ ending }: CodePage): boolean {
  return ending?.kind === "retired";
}

function inGroups(
  pages: readonly CodePage[],
  { categories, entries }: Catalog,
): Pick<Site, "groups" | "retired"> {
  const byCode = new Map(pages.map((page) => [page.code, page]));
  const groups = new Map(categories.map(({ id }): [string, CodePage[]] => [id, []]));
  for (const { code, category } of entries) {
    const page = byCode.get(code);
    if (page !== undefined && !isRetired(page)) groups.get(category.value)?.push(page);
  }
  return {
    groups: categories
      .map(({ id, title }) => ({ id, title, pages: groups.get(id) ?? [] }))
      .filter((group) => group.pages.length > 0),
    retired: pages.filter(isRetired),
  };
}

function otherPages({ uses, entries }: Catalog, { lineOf }: PageContext): readonly OtherPages[] {
  const byOwner = grouped(entries, ({ owner }) => owner?.name);
  return uses.flatMap(({ name, source }) => {
    const taken = byOwner.get(name) ?? [];
    const title = source?.catalog.title.value ?? name;
    return taken.length === 0
      ? []
      : [{ name, title, pages: taken.map(({ code }) => lineOf(code)) }];
  });
}

function wireStatuses({ wireFormats }: Catalog): ReadonlyMap<string, readonly number[]> {
  const byCode = grouped(
    wireFormats.flatMap(({ rows }) => rows),
    ({ code }) => code,
  );
  return new Map(
    [...byCode].map(([code, rows]) => [
      code,
      rows.flatMap(({ statuses }) => statuses.map(({ value }) => value)),
    ]),
  );
}

function operationsByCode({
  operations,
  groups,
}: Catalog): ReadonlyMap<string, Catalog["operations"]> {
  const pairs = operations.flatMap((operation) =>
    codesOf(operation, groups).map((code) => ({ code, operation })),
  );
  const byCode = grouped(pairs, ({ code }) => code);
  return new Map([...byCode].map(([code, all]) => [code, all.map(({ operation }) => operation)]));
}

function replacements({ entries }: Catalog): ReadonlyMap<string, readonly string[]> {
  const byCode = grouped(
    entries,
    ({ retired, deprecated }) => (retired ?? deprecated)?.replacedBy?.value,
  );
  return new Map(
    [...byCode].flatMap(([by, all]) =>
      by === undefined ? [] : [[by, all.map(({ code }) => code)] as const],
    ),
  );
}
