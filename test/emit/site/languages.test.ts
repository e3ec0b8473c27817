import { expect, it } from "vitest";
import { readSiteAssets } from "../../../src/disk/read-site-assets.js";
import { emitSite } from "../../../src/emit/site/emit-site.js";
import { englishWords } from "../../../src/model/site-words.js";
import { withEntry } from "../../check/rows/row.js";
import { shippedCatalog, shippedEntries } from "../../shipped-catalog.js";
import { soundCatalogOf } from "../../support/catalog-of.js";

const assets = await readSiteAssets();
const files = new Map(emitSite(shippedCatalog, assets).map(({ path, text }) => [path, text]));
const page = (path: string): string => files.get(path) ?? "";

it("the site in German has every file of the site in English", () => {
  const paths = [...files.keys()];
  const german = paths.flatMap((path) => (path.startsWith("de/") ? [path.slice(3)] : []));
  expect(german.sort()).toEqual(paths.filter((path) => !path.startsWith("de/")).sort());
});

it("the shipped German says everything that the site says", () => {
  const [german] = shippedCatalog.locales;
  expect([...(german?.words.keys() ?? [])].sort()).toEqual(Object.keys(englishWords).sort());
});

it("a page is in its language, answers included, and leads to the same page in the other", () => {
  const german = page("de/rate_limited.html");
  expect(german).toContain('<html lang="de">');
  for (const said of ["Zu viele Anfragen", "Warum es passiert", "Nach Wartezeit wiederholen"])
    expect(german).toContain(said);
  expect(german).toContain("Content-Language");
  expect(german).not.toContain("Try again in");
  expect(german).toContain('hreflang="en" href="../rate_limited.html"');
  expect(german).toContain("/image-hosting/de/rate_limited.html");
  const english = page("rate_limited.html");
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('href="de/rate_limited.html" hreflang="de" lang="de">Deutsch</a>');
  expect(english).not.toContain("Content-Language");
});

it("the Markdown, llms.txt and index.json of a language are in it", () => {
  expect(page("de/rate_limited.md")).toContain("## Warum es passiert");
  expect(page("de/llms.txt")).toContain("# Fehler beim Bild-Hosting");
  const { codes } = JSON.parse(page("de/index.json"));
  const limited = codes.find(({ code }: { code: string }) => code === "rate_limited");
  expect(limited.title).toBe("Zu viele Anfragen");
  expect(limited.messages.join(" ")).toMatch(/\{retry_after\}/);
  expect(limited.messages.join(" ")).not.toContain("Try again");
});

it("the search of a language knows its words and those of the answers in English", () => {
  const index = page("de/search-index.js");
  for (const { code } of shippedEntries) expect(index).toContain(`"${code}"`);
  expect(index).toContain("anfragen");
  expect(index).toContain("seconds");
});

it.each([
  ["ar", ' dir="rtl"'],
  ["he", ' dir="rtl"'],
  ["az-Arab", ' dir="rtl"'],
  ["ur", ' dir="rtl"'],
  ["az", ""],
  ["ja", ""],
])("a page in %s runs from the side on which its script begins", (tag, dir) => {
  const locale = `locale: ${tag}\ntitle: X\n`;
  const catalog = soundCatalogOf({ ...withEntry({}), [`locales/${tag}.yaml`]: locale });
  const made = new Map(emitSite(catalog, assets).map(({ path, text }) => [path, text]));
  expect(made.get(`${tag}/sold_out.html`)).toContain(`<html lang="${tag}"${dir}>`);
  expect(made.get("sold_out.html")).toContain('<html lang="en">');
});

it("the style knows beginnings and ends, not left and right, and code runs from left to right", () => {
  expect(assets.style).not.toMatch(/[{;](?:(?:margin|padding|border)-)?(?:left|right):/);
  expect(assets.style).toMatch(/code,kbd,pre\{direction:ltr;unicode-bidi:isolate/);
});
