/** Where the pages of a help site are: the address of a code's page is its RFC 9457 `type`, so a file has to be there. */
import { type Catalog, compareText, type Entry } from "./catalog.js";
import { remembered } from "./remembered.js";

/** How the addresses of pages end, as static hosts serve files. */
export type AddressForm = "plain" | "folder" | "file";

/** The form of an address with `{code}` in it; undefined where no static file can be there. */
export function addressForm(docs: string): AddressForm | undefined {
  const found = /^[^{?#]*\/\{code\}(\/|\.html)?$/.exec(docs);
  if (found === null) return undefined;
  return found[1] === undefined ? "plain" : found[1] === "/" ? "folder" : "file";
}

/** Where the files of a site are. Paths are relative to its folder. */
export interface SiteAddresses {
  /** The folder as an absolute path on its host; undefined where no address is known. */
  readonly root: string | undefined;
  /** The file of a code's page. */
  page(code: string): string;
  /** The file of a category's page, which there is where an index of all codes would be too long. */
  category(id: string): string;
  /** The same page as Markdown. */
  markdown(code: string): string;
  /** The address of a code's page; undefined where none is known. */
  type(code: string): string | undefined;
  /** The page of a code that is taken from another catalog: that catalog's. Undefined for others. */
  elsewhere(code: string): string | undefined;
  /** The absolute address of a file; the path itself where none is known. */
  absolute(path: string): string;
}

/** The addresses of a catalog's site. */
export function siteAddresses({ docs, entries }: Pick<Catalog, "docs" | "entries">): SiteAddresses {
  const template = docs?.value;
  const form = template === undefined ? "plain" : (addressForm(template) ?? "plain");
  const base = template?.slice(0, template.indexOf("{code}"));
  return {
    root: base !== undefined && URL.canParse(base) ? new URL(base).pathname : undefined,
    page: (code) => (form === "folder" ? `${code}/index.html` : `${code}.html`),
    category: (id) => `category-${id}.html`,
    markdown: (code) => `${code}.md`,
    type: (code) => (otherPages(entries).get(code) ?? template)?.replaceAll("{code}", code),
    elsewhere: (code) => otherPages(entries).get(code)?.replaceAll("{code}", code),
    absolute: (path) => (base === undefined ? path : base + path),
  };
}

/** The addresses of pages of codes that are taken from other catalogs. */
const otherPages = remembered(
  (entries: readonly Entry[]) =>
    new Map(entries.flatMap(({ code, owner }) => (owner?.docs ? [[code, owner.docs]] : []))),
);

/** The files of a site that are no page of a code. */
export const siteFiles = [
  "404.html",
  "index.html",
  "index.json",
  "index.md",
  "llms.txt",
  "search-index.js",
  "search.js",
  "site.css",
  "site.js",
  "site.svg",
] as const;

/** Every code that ever had a page: those in use, retired ones, and what the ledger remembers. */
export function codesWithPages({ entries, released }: Catalog): readonly string[] {
  const past = [...(released?.past.codes.keys() ?? [])];
  const other = otherPages(entries);
  const own = entries.flatMap(({ code }) => (other.has(code) ? [] : [code]));
  return [...new Set([...own, ...past.filter((code) => !other.has(code))])].sort(compareText);
}

/** A code that cannot have a page of its own, and what stands in the way. */
export interface AddressClash {
  readonly code: string;
  /** Another code, a file of the site itself, or the name, which cannot be a file everywhere. */
  readonly with: { readonly code: string } | { readonly file: string } | "name";
}

// Windows opens a device for these, whatever the ending (Win32 naming conventions).
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** Codes that cannot have a page of their own on every disk and host: letters of either case are one there. */
export function addressClashes(catalog: Catalog): readonly AddressClash[] {
  const { page, markdown, category } = siteAddresses(catalog);
  const own = [
    ...siteFiles,
    ...catalog.categories.map(({ id }) => category(id)),
    ...catalog.locales.map(({ tag }) => tag.value),
  ];
  const owners = new Map<string, AddressClash["with"]>(
    own.map((file) => [file.toLowerCase(), { file }]),
  );
  return codesWithPages(catalog).flatMap((code): AddressClash[] => {
    if (/^\.|\.$/.test(code) || device.test(code)) return [{ code, with: "name" }];
    // The address as well: a host looks for a file of just that name first.
    const names = [page(code), markdown(code), code].map((name) => name.toLowerCase());
    const owner = names.map((name) => owners.get(name)).find((each) => each !== undefined);
    if (owner !== undefined) return [{ code, with: owner }];
    for (const name of names) owners.set(name, { code });
    return [];
  });
}
