import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translation } from "../../../src/runtime/generated.js";
import { chooseTranslation } from "../../../src/runtime/index.js";

const offered = ["de", "pt-BR", "zh-Hant-TW"].map((locale) => translation("c", locale, {}, {}));
const chosen = (header: string | null | undefined) => chooseTranslation(header, offered)?.locale;

describe("the language of an answer", () => {
  it.each([
    ["de", "de"],
    ["de-CH", "de"],
    ["DE-ch-1996", "de"],
    ["pt-br", "pt-BR"],
    ["pt", "pt-BR"],
    ["pt-PT", undefined],
    ["zh-Hant-TW", "zh-Hant-TW"],
    ["zh-Hant", "zh-Hant-TW"],
    ["zh-TW", "zh-Hant-TW"],
    ["zh-HK", undefined],
    ["zh", undefined],
    ["zh-CN", undefined],
    // RFC 4647 section 3.4: a single letter is taken off with what follows it.
    ["de-x-bavaria", "de"],
    ["fr, de", "de"],
    ["fr, pt-BR;q=0.7, de;q=0.8", "de"],
    ["pt-BR, de", "pt-BR"],
    ["de, en", "de"],
    ["en, de", undefined],
    ["en-GB, de;q=0.9", undefined],
    ["de;q=0.2, en;q=0.3", undefined],
    ["de;q=0", undefined],
    ["de-CH;q=0, de", "de"],
    ["de-CH, de;q=0", undefined],
    ["fr;q=0, *;q=0.1", undefined],
    ["*", undefined],
    ["en;q=0, *", "de"],
    ["en;q=0, de;q=0, *", "pt-BR"],
    ["*;q=0, de", "de"],
    ["*;q=0", undefined],
    // RFC 9110 section 12.5.4: `*` is what no other range is.
    ["en;q=0.1, *", "de"],
    ["en;q=0.1, de;q=0.2, *", "pt-BR"],
    ["en;q=0.1, de;q=0, *;q=0.5", "pt-BR"],
    ["de, *;q=0.5", "de"],
    ["de;q=0.3, *;q=0.5", undefined],
    ["en, *", undefined],
    ["en;q=0.1, de;q=0.2, pt;q=0.2, zh;q=0.2, *", "de"],
    ["en;q=0", undefined],
    ["de ; q=1.000 , en ;\tq=0.5", "de"],
    ["de;q=0.", undefined],
    ["de;q=1.", "de"],
    ["", undefined],
    [null, undefined],
    [undefined, undefined],
  ])("for %j is %s", (header, want) => {
    expect(chosen(header)).toBe(want);
  });

  it.each([
    // What is likely (UTS 35): people of Taiwan do not read Simplified Chinese.
    [["zh"], "zh-TW", undefined],
    [["zh"], "zh-Hant", undefined],
    [["zh"], "zh-SG", "zh"],
    [["zh-Hant"], "zh-TW", "zh-Hant"],
    [["zh-Hant"], "zh-HK", "zh-Hant"],
    [["zh-Hant"], "zh", undefined],
    [["zh-Hant", "zh-HK"], "zh-HK", "zh-HK"],
    [["zh-HK", "zh-Hant"], "zh-MO", "zh-Hant"],
    [["sr"], "sr-Latn", undefined],
    [["sr-Latn"], "sr-ME", "sr-Latn"],
    // Old tags are their new ones.
    [["he"], "iw", "he"],
    [["iw"], "he-IL", "iw"],
    [["id"], "in", "id"],
    // Another region is another language, unless none is named.
    [["pt-BR"], "pt-PT", undefined],
    [["de"], "de-AT", "de"],
    [["de-AT"], "de-CH", undefined],
    [["de-AT"], "de", undefined],
  ])("of %j, for %s, is %s", (locales, header, want) => {
    const translations = locales.map((locale) => translation("c", locale, {}, {}));
    expect(chooseTranslation(header, translations)?.locale).toBe(want);
  });

  it.each([
    "de;q=2",
    "de;q=0.1234",
    "de;q=-1",
    "de;level=1",
    "d3",
    "de_DE",
    "deutschland",
    "de de",
    ";q=1",
    "äöü",
    "de;q",
  ])("passes over what is malformed: %s", (malformed) => {
    expect(chosen(malformed)).toBeUndefined();
    expect(chosen(`${malformed}, de;q=0.1`)).toBe("de");
  });

  it("is English where nothing is offered", () => {
    expect(chooseTranslation("de", [])).toBeUndefined();
  });

  it("may be an English that is offered", () => {
    const british = translation("c", "en-GB", {}, {});
    const english = translation("c", "en", {}, {});
    expect(chooseTranslation("en-GB", [british])).toBe(british);
    expect(chooseTranslation("en", [british])).toBeUndefined();
    expect(chooseTranslation("fr", [english])).toBe(english);
  });

  const pieces = [
    "de",
    "DE-ch",
    "*",
    "en",
    ",",
    ";",
    "q=",
    "0",
    "0.5",
    "1",
    "-",
    "x",
    " ",
    "\t",
    "pt-BR",
    "=",
    "ä",
    "\u0000",
  ];

  it("is chosen whatever the header holds", () => {
    const headers = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(...pieces)).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(headers, (header) => {
        expect([undefined, "de", "pt-BR", "zh-Hant-TW"]).toContain(chosen(header));
      }),
      { numRuns: 2000 },
    );
  });

  it("is one that the header does not exclude", () => {
    const quality = fc.constantFrom("", ";q=0", ";q=0.5", ";q=1");
    const range = fc.constantFrom("de", "de-CH", "pt-BR", "en", "fr", "zh-Hant-TW");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(range, quality), { selector: ([tag]) => tag }),
        (ranges) => {
          const excluded = ranges.flatMap(([tag, q]) => (q === ";q=0" ? tag : []));
          expect(excluded).not.toContain(
            chosen(ranges.map((each) => each.join("")).join(", ")) ?? "",
          );
        },
      ),
    );
  });

  it.each([
    "de,",
    "de-a-b-c-d-e-f-g-h,",
    "de;q=0,",
    "a-a-",
    "de;q=0.",
    " ",
    "de  ;",
    ",",
    "*;q=0,",
    "-",
  ])("is chosen in linear time for many of %j", (piece) => {
    const time = (count: number) => {
      const header = piece.repeat(count);
      const start = performance.now();
      chosen(header);
      return performance.now() - start;
    };
    time(1000);
    // Quadratic time would be minutes.
    expect(time(300_000)).toBeLessThan(3000);
  });
});
