import { describe, expect, it } from "vitest";
import {
  fileTooLarge,
  forbidden,
  fromJSON,
  preservationWindowActive,
  rateLimited,
} from "../../../src/image-hosting/index.js";
import { de } from "../../../src/image-hosting/locales/de.js";
import { $messages as messages } from "../../../src/image-hosting/messages.js";
import { flat } from "../../../src/image-hosting/wire.js";
import { createError, translation } from "../../../src/runtime/generated.js";
import { translate } from "../../../src/runtime/index.js";
import type { TranslatedText } from "../../../src/runtime/translation/translated-text.js";
import { shippedExamples } from "../../shipped-catalog.js";

const filled = (locale: string, text: TranslatedText, fields: object) =>
  translation("c", locale, {}, { code: JSON.stringify({ messages: [text] }) }).message(
    "code",
    fields,
  );

describe("an error in another language", () => {
  it("has title and message", () => {
    expect(translate(forbidden(), de)).toEqual({
      title: "Keine Erlaubnis",
      message: "Das darfst du hier nicht.",
    });
  });

  it.each([
    [1, 1, "Die Datei hat 1 Byte, und erlaubt ist höchstens 1 Byte."],
    [157286400, 2, "Die Datei hat 157.286.400 Bytes, und erlaubt sind höchstens 2 Bytes."],
  ])("counts %i and %i", (size_bytes, max_bytes, want) => {
    expect(translate(fileTooLarge({ size_bytes, max_bytes }), de).message).toBe(want);
  });

  it("uses the first message whose fields are present", () => {
    expect(translate(fileTooLarge({ max_bytes: 5 }), de).message).toBe(
      "Eine Datei darf höchstens 5 Bytes haben.",
    );
    expect(translate(rateLimited({ action: { type: "wait", seconds: 1 } }), de).message).toBe(
      "Du sendest zu schnell Anfragen. Warte 1 Sekunde bis zur nächsten.",
    );
  });

  it.each([
    ["2026-09-01", "1.9.2026"],
    ["2026-09-01T23:30:00Z", "1.9.2026"],
    ["2026-09-01t23:30:00.123456-02:00", "2.9.2026"],
    ["item 5", undefined],
    ["Order 2026", undefined],
    ["May", undefined],
    ["5", undefined],
    ["2026", undefined],
    ["2026-09", undefined],
    ["2026-09-01T23:30:00", undefined],
    ["2026-09-01T23:30Z", undefined],
    ["2026-09-01 23:30:00Z", undefined],
    ["2026-02-30", undefined],
    ["2026-02-30T00:00:00Z", undefined],
    ["2026-13-01", undefined],
    ["2026-09-01T25:00:00Z", undefined],
    ["Tue, 01 Sep 2026 23:30:00 GMT", undefined],
  ])("reads %j as the date %s", (d, want) => {
    expect(filled("de", [{ of: "d", date: "medium" }], { d })?.replace(/\b0/g, "")).toBe(want);
  });

  it("gives dates in UTC, and passes over a date that is none", () => {
    const until = (preserve_until: string) =>
      translate(preservationWindowActive({ preserve_until }), de).message;
    expect(until("2026-09-01T23:30:00-02:00")).toBe(
      "Dieses Bild muss bis zum 2. September 2026 um 01:30 UTC aufbewahrt werden.",
    );
    expect(until("someday")).toBe(
      "Die Zeit, in der dieses Bild aufbewahrt werden muss, ist noch nicht vorbei.",
    );
  });

  it("speaks for errors that came over a wire or from JSON, whatever message they brought", () => {
    const arrived = flat.decode(flat.encode(forbidden({}, { message: "No entry." })));
    expect(arrived.message).toBe("No entry.");
    expect(translate(arrived, de).message).toBe("Das darfst du hier nicht.");
    const copy = fromJSON(JSON.parse(JSON.stringify(forbidden())));
    expect(translate(copy, de).message).toBe("Das darfst du hier nicht.");
  });

  const unknown = (status: number) =>
    flat.decode({ status, body: { error: "new_code", message: "ECONNREFUSED 10.0.0.7" } });

  it.each([
    [401, "Bitte melde dich zuerst an.", "Please sign in first."],
    [418, /^Das ging nicht/, /^This could not be done/],
    [502, /^Bei uns ist etwas schiefgegangen/, /^Something went wrong on our side/],
    [0, /^Etwas ist schiefgegangen/, /^Something went wrong\./],
  ])("has a sentence for the status %i where nobody knows the code", (status, german, english) => {
    expect(translate(unknown(status), de).message).toMatch(german);
    expect(translate(unknown(status), undefined).message).toMatch(english);
    const swiss = { ...de, catalog: "other", locale: "de-CH" };
    expect(translate(unknown(status), swiss).message).toMatch(german);
  });

  it("has the sentence of the translation where it brings one", () => {
    const french = translation("image-hosting", "fr", {}, {}, { "4xx": "Non.", other: "Aïe." });
    expect(translate(unknown(404), french).message).toBe("Non.");
    expect(translate(unknown(503), french).message).toBe("Aïe.");
    const bare = translation("image-hosting", "fr", {}, {});
    expect(translate(unknown(401), bare).message).toBe("Please sign in first.");
  });

  it("says what an inferred code means, never what the answer said", () => {
    const page = "<h1>Not Found</h1>";
    const inferred = flat.decode({ status: 404, body: page });
    expect(inferred.inferred).toBe(true);
    expect(translate(inferred, de).message).toBe(de.message("not_found", {}));
    expect(translate(inferred, undefined).message).toBe("What you are looking for is not here.");
  });

  it("leaves an error in English as it is where its code is known", () => {
    expect(translate(forbidden({}, { message: "No entry." }), undefined)).toEqual({
      title: undefined,
      message: "No entry.",
    });
  });

  it("leaves errors of other catalogs alone", () => {
    const other = createError({ catalog: "other", code: "forbidden", status: 403 }, () => "Mine.");
    expect(translate(other as never, de)).toEqual({ title: undefined, message: "Mine." });
    for (const code of ["constructor", "__proto__", "toString"]) {
      expect([de.title(code), de.message(code, {}), de.original(code, {})]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it.each(shippedExamples.map((each) => [`${each.code}: ${each.example.title}`, each] as const))(
    "speaks German of %s, and knows its English",
    (_, { create }) => {
      const error = create();
      const { title, message } = translate(error, de);
      expect(title).toBeTruthy();
      expect(message).not.toBe(error.message);
      expect(message).not.toMatch(/[{}]|undefined|null|\[object/);
      expect(de.original(error.code, error)).toBe(error.message);
    },
  );

  it("has English to compare with for every code that it translates", () => {
    for (const code of Object.keys(messages)) expect(de.title(code)).toBeTruthy();
  });
});

describe("a text of a translation", () => {
  it("is undefined where a value is absent or of another kind", () => {
    for (const n of [undefined, null, "1", {}, Number.NaN]) {
      const number = filled("de", [{ of: "n", number: "decimal" }], { n });
      expect(number).toBe(Number.isNaN(n) ? "NaN" : undefined);
      expect(filled("de", [{ of: "a.n", plural: { other: "x" } }], { a: n })).toBeUndefined();
    }
    expect(filled("de", [{ of: "d", date: "short" }], { d: 1 })).toBeUndefined();
    expect(filled("de", [{ of: "s", select: { other: "x" } }], {})).toBeUndefined();
  });

  it("chooses exact numbers before forms, and forms by what is left after the offset", () => {
    const text: TranslatedText = [
      {
        of: "n",
        plural: {
          "=2": "du und noch jemand",
          one: ["eins: ", { of: "n", number: "decimal", minus: 1 }],
          other: "mehr",
        },
        minus: 1,
      },
    ];
    expect([1, 2, 3].map((n) => filled("de", text, { n }))).toEqual([
      "mehr",
      "du und noch jemand",
      "mehr",
    ]);
    expect(filled("de", [{ of: "n", plural: { one: "x", other: "y" }, minus: 1 }], { n: 2 })).toBe(
      "x",
    );
  });

  it("knows the forms of its language", () => {
    const text: TranslatedText = [
      { of: "n", plural: { one: "plik", few: "pliki", many: "plików", other: "pliku" } },
    ];
    expect([1, 2, 5, 22, 1.5].map((n) => filled("pl", text, { n }))).toEqual([
      "plik",
      "pliki",
      "plików",
      "pliki",
      "pliku",
    ]);
    const rank: TranslatedText = [
      { of: "n", number: "decimal" },
      { of: "n", ordinal: { one: "st", two: "nd", few: "rd", other: "th" } },
    ];
    expect([1, 2, 3, 11].map((n) => filled("en", rank, { n }))).toEqual([
      "1st",
      "2nd",
      "3rd",
      "11th",
    ]);
  });

  it("takes members that every object has for no case", () => {
    expect(filled("de", [{ of: "s", select: { other: "x" } }], { s: "constructor" })).toBe("x");
  });

  it("is English in its forms where the platform does not know the language", () => {
    expect(filled("tlh", [{ of: "n", number: "decimal" }], { n: 1234.5 })).toBe("1,234.5");
  });

  it("falls to the next, and to nothing, where the platform refuses", () => {
    expect(filled("no tag at all", [{ of: "n", number: "decimal" }], { n: 1 })).toBeUndefined();
  });
});
