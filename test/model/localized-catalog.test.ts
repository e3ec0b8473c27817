import { describe, expect, it } from "vitest";
import { type Locale, outlineOf } from "../../src/model/locale.js";
import { localizedCatalog } from "../../src/model/localized-catalog.js";
import { localeText } from "../check/rows/locales.js";
import { withEntries } from "../check/rows/row.js";
import { shippedCatalog } from "../shipped-catalog.js";
import { entryText, soundCatalogOf } from "../support/catalog-of.js";

const catalog = soundCatalogOf({
  ...withEntries([
    entryText("sold_out", {
      fields: "{ n: integer, who: string }",
      examples: "[{ title: A, fields: { n: 1, who: x } }]",
    }),
    entryText("late", { title: "Too late" }),
  ]),
  "locales/de.yaml": localeText(
    'message: "{n, plural, one {Eins} other {# Stück}} für {who, select, a {A} other {{who}}}."',
    "fixes: -",
  ).replace("locale: de", "locale: de\ntitle: Fehler\nwords: { home: Alle }"),
});
const locale = catalog.locales[0] as Locale;
const localized = localizedCatalog(catalog, locale);

describe("a catalog in another language", () => {
  it("has its title, categories and entries in it", () => {
    expect(localized.title.value).toBe("Fehler");
    expect(localized.categories.map(({ title }) => title)).toEqual(["Bestellungen"]);
    expect(localized.entries[0]).toMatchObject({
      title: { value: "Ausverkauft" },
      meaning: { value: "Der Laden hat keine mehr." },
      causes: [{ value: "Jemand anderes hat es gekauft." }],
    });
  });

  it("stays as it is where the locale says nothing", () => {
    const [first, second] = localized.entries;
    expect(first?.fixes).toEqual(catalog.entries[0]?.fixes);
    expect(first?.messages).toEqual(catalog.entries[0]?.messages);
    expect(second).toBe(catalog.entries[1]);
    expect(localized.types).toBe(catalog.types);
  });

  it("leaves the catalog alone that it was made from", () => {
    expect(catalog.title.value).toBe("Errors of the shop");
    expect(catalog.entries[0]?.title?.value).toBe("Out of stock");
  });

  it("has messages that can be shown with their placeholders", () => {
    const [message] = locale.entries.get("sold_out")?.messages ?? [];
    const parts = message === undefined ? [] : outlineOf(message);
    const text = parts.map((part) =>
      part.kind === "text" ? part.text : `{${part.path.join(".")}}`,
    );
    expect(text.join("")).toBe("{n} Stück für {who}.");
  });

  it("brings the words of the help site along", () => {
    expect([...locale.words].map(([key, { value }]) => [key, value])).toEqual([["home", "Alle"]]);
  });
});

it("ships in German, all of it", () => {
  const [german] = shippedCatalog.locales;
  expect(german?.tag.value).toBe("de");
  const inGerman = localizedCatalog(shippedCatalog, german as Locale);
  expect(inGerman.entries.length).toBeGreaterThanOrEqual(46);
  for (const [index, entry] of inGerman.entries.entries()) {
    const english = shippedCatalog.entries[index];
    expect(entry.title?.value).not.toBe(english?.title?.value);
    expect(entry.meaning?.value).not.toBe(english?.meaning?.value);
    expect(entry.causes.length).toBe(english?.causes.length);
    expect(entry.fixes.length).toBe(english?.fixes.length);
    expect(german?.entries.get(entry.code)?.messages.length).toBe(english?.messages.length);
  }
});
