/** Translations that are older than their English. */
import { describe, expect, it } from "vitest";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { type CatalogTexts, catalogOf, shown } from "../support/catalog-of.js";
import { contractFrom, idsOf, late, readCatalog, released } from "./compared.js";

const german = {
  title: "Zu spät",
  message: "Es ist nichts mehr da.",
  meaning: "Der Laden hat nichts mehr.",
  causes: "[Jemand war schneller.]",
  fixes: "[Bestelle etwas anderes.]",
};

/** The catalog with a German locale, at a version. */
function shop(
  english: Readonly<Record<string, string>> = {},
  texts: Readonly<Record<string, string | undefined>> = german,
  { version = "1.0.0", head = [] }: { version?: string; head?: readonly string[] } = {},
): CatalogTexts {
  const catalog = late(english, ...head);
  const members = Object.entries(texts).flatMap(([name, text]) =>
    text === undefined ? [] : [`    ${name}: ${text}\n`],
  );
  return {
    ...catalog,
    "catalog.yaml": String(catalog["catalog.yaml"]).replace("1.0.0", version),
    "locales/de.yaml": `locale: de\ncategories: { orders: Bestellungen }\nerrors:\n  late:\n${members.join("")}`,
  };
}

const said = (texts: CatalogTexts, ledger: string) =>
  shown(catalogOf({ ...texts, "released.json": ledger }).diagnostics).filter((text) =>
    /^(translation-stale|exemption|released)/.test(text),
  );
const stale = expect.stringMatching(
  /^translation-stale locales\/de\.yaml:4:3 The English of late changed, and de did not\. \| Translate it again\. If it is still right, say so with `allow`: `\{ rule: translation-stale, codes: \[late\], reason: … \}`, until the next release\.$/,
);
const reworded = { message: "The last one was sold." };
const allow = ["allow: [{ rule: translation-stale, codes: [late], reason: It says so already. }]"];
const next = { version: "1.0.1" };

describe("a translation since the last release", () => {
  const ledger = released(shop());

  it.each([
    ["nothing changed", shop(), []],
    ["the English changed and it did not", shop(reworded, german, next), [stale]],
    ["both changed", shop(reworded, { ...german, message: "Alles ist weg." }, next), []],
    ["it changed alone", shop({}, { ...german, title: "Viel zu spät" }), []],
    ["a text changed that helps people", shop({ causes: "[A cause., Another.]" }), [stale]],
    ["who can mend it changed, which is no text of a locale", shop({ resolver: "operator" }), []],
    ["it is still right, and says so", shop(reworded, german, { ...next, head: allow }), []],
    [
      "it says that it is still right, and nothing changed",
      shop({}, german, { head: allow }),
      [expect.stringMatching(/^exemption-unused /)],
    ],
  ])("where %s", (_, texts, expected) => {
    expect(said(texts, ledger)).toEqual(expected);
  });

  it("is not stale for an English text that it does not have", () => {
    const { meaning: _, ...some } = german;
    const before = released(shop({}, some));
    expect(said(shop({ meaning: "Something else." }, some), before)).toEqual([]);
    expect(said(shop({ ...reworded }, some, next), before)).toEqual([stale]);
  });

  it("stays stale over releases until it is changed", () => {
    const second = released(shop(reworded, german, next), shop());
    expect(said(shop(reworded, german, next), second)).toEqual([stale]);
    const mended = shop(reworded, { ...german, message: "Alles ist weg." }, next);
    expect(said(mended, second)).toEqual([]);
    expect(said(mended, released(mended, shop(), shop(reworded, german, next)))).toEqual([]);
    // What the English said before is what was translated.
    expect(said(shop(), second).filter((text) => !text.startsWith("released"))).toEqual([]);
  });

  it("that is still right is so for this English alone", () => {
    const confirmed = released(shop(reworded, german, { ...next, head: allow }), shop());
    expect(said(shop(reworded, german, next), confirmed)).toEqual([]);
    expect(said(shop(reworded, german, { ...next, head: allow }), confirmed)).toEqual([
      expect.stringMatching(/^exemption-unused /),
    ]);
    const later = shop({ message: "Quite another." }, german, { version: "1.0.2" });
    expect(said(later, confirmed)).toEqual([stale]);
  });

  it("is nothing that a ledger of old knows of", () => {
    const { texts, digest: _, ...old } = JSON.parse(ledger);
    expect(texts.late).toEqual({
      meaning: "shop none",
      translations: { de: [expect.any(String), expect.any(String)] },
    });
    expect(said(shop(reworded, german, next), JSON.stringify(old))).toEqual([]);
    expect(JSON.parse(released(shop(), shop())).texts).toEqual(texts);
  });

  it("asks for no version, as little as the texts that help people", () => {
    expect(
      said(shop({ meaning: "Something else." }, { ...german, meaning: "Anderes." }), ledger),
    ).toEqual([]);
  });
});

describe("a translation since a commit", () => {
  const changes = (base: CatalogTexts, current: CatalogTexts) =>
    idsOf(diffCatalogs(readCatalog(base), readCatalog(current)));

  it("that stayed as it was is listed", () => {
    expect(changes(shop(), shop(reworded))).toEqual([
      "translation-unchanged codes.late.locales.de",
      "message-changed codes.late.message",
    ]);
    const [change] = diffCatalogs(readCatalog(shop()), readCatalog(shop(reworded)));
    expect(change?.message).toBe(
      "The English of late changed, and de did not. Readers of that language are told what was true before.",
    );
    expect(change?.location?.file.path).toBe("locales/de.yaml");
  });

  it("that changed, is new or is still right is not", () => {
    const message = "message-changed codes.late.message";
    expect(changes(shop(), shop(reworded, { ...german, title: "Viel zu spät" }))).toEqual([
      message,
    ]);
    expect(changes(late(), shop(reworded))).toEqual([message]);
    expect(changes(shop(), shop(reworded, german, { head: allow }))).toEqual([message]);
  });

  it("is nothing that a ledger tells", () => {
    const found = diffCatalogs(contractFrom(released(shop())), readCatalog(shop(reworded)));
    expect(idsOf(found)).toEqual(["message-changed codes.late.message"]);
  });
});
