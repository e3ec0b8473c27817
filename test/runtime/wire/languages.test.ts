import { describe, expect, it } from "vitest";
import { translationOf } from "../../../src/emit/typescript/translation-of.js";
import {
  forbidden,
  insufficientScope,
  invalidToken,
  quotaExceeded,
  rateLimited,
} from "../../../src/image-hosting/index.js";
import { de } from "../../../src/image-hosting/locales/de.js";
import * as formats from "../../../src/image-hosting/wire.js";
import { flat, imagizer, imgPro, picora, problem } from "../../../src/image-hosting/wire.js";
import type { Locale } from "../../../src/model/locale.js";
import { createError, translation, wireFormat } from "../../../src/runtime/generated.js";
import { translate, withEncodeOptions } from "../../../src/runtime/index.js";
import { shippedCatalog, shippedExamples } from "../../shipped-catalog.js";

const german = { translations: [de], acceptLanguage: "de-AT, en;q=0.5" };

describe("an answer in the language that was asked for", () => {
  it("has message and title in it, and says so", () => {
    expect(problem.encode(forbidden(), german)).toEqual({
      status: 403,
      headers: {
        "Content-Type": "application/problem+json",
        Vary: "Accept-Language",
        "Content-Language": "de",
      },
      body: {
        type: "https://errors.example.com/image-hosting/forbidden",
        title: "Keine Erlaubnis",
        status: 403,
        detail: "Das darfst du hier nicht.",
      },
    });
  });

  it.each(Object.entries(formats))("is the same answer but for its texts in %s", (_, format) => {
    for (const { create } of shippedExamples) {
      const error = create() as never;
      const english = format.encode(error);
      const other = format.encode(error, german);
      expect(other.status).toBe(english.status);
      const { Vary, "Content-Language": language, ...headers } = other.headers;
      expect(headers).toEqual(english.headers);
      expect([Vary, language]).toEqual(
        other.body === undefined ? [undefined, undefined] : ["Accept-Language", "de"],
      );
      const again = format.encode(error, { ...german, acceptLanguage: "fr" });
      expect(again.body).toEqual(english.body);
      expect(again.headers["Content-Language"]).toBe(language && "en");
    }
  });

  it.each(["de;q=0", "fr", "", ",;=", "en", null, undefined])(
    "is English for %j, and says so",
    (acceptLanguage) => {
      const answer = flat.encode(forbidden(), { translations: [de], acceptLanguage });
      expect(answer.body).toEqual(flat.encode(forbidden()).body);
      expect(answer.headers).toMatchObject({ Vary: "Accept-Language", "Content-Language": "en" });
    },
  );

  it("says nothing of languages where none is offered", () => {
    expect(flat.encode(forbidden(), { acceptLanguage: "de" })).toEqual(flat.encode(forbidden()));
    const none = flat.encode(forbidden(), { translations: [], acceptLanguage: "de" });
    expect(none.headers).toEqual({ "Content-Type": "application/json" });
  });

  it("keeps a message that a call replaced, and does not guess its language", () => {
    const { body, headers } = problem.encode(
      forbidden({}, { message: "Not before noon." }),
      german,
    );
    expect(body).toMatchObject({ title: "No permission", detail: "Not before noon." });
    expect(headers).not.toHaveProperty("Content-Language");
    expect(headers).toHaveProperty("Vary", "Accept-Language");
  });

  it("leaves what is passed through in its language", () => {
    const answer = flat.encode(forbidden());
    const options = { ...german, passThrough: true } as const;
    expect(flat.encode(flat.decode(answer), options)).toEqual(answer);
    const unknown = { status: 400, headers: {}, body: { error: "new_code", message: "New." } };
    expect(flat.encode(flat.decode(unknown), options).body).toEqual(unknown.body);
    const text = flat.encode(flat.decode(answer), { ...german, passThrough: "text" });
    expect(text.body).toEqual(answer.body);
    expect(text.headers).not.toHaveProperty("Content-Language");
  });

  it("translates what came over another wire, whatever message arrived", () => {
    const arrived = imgPro.decode({
      status: 403,
      headers: {},
      body: { error: "forbidden", message: "No." },
    });
    expect(arrived).toMatchObject({ code: "forbidden", message: "No." });
    const { body, headers } = problem.encode(arrived, german);
    expect(body).toMatchObject({ title: "Keine Erlaubnis", detail: "Das darfst du hier nicht." });
    expect(headers).toHaveProperty("Content-Language", "de");
    const english = problem.encode(arrived, { ...german, acceptLanguage: "fr" });
    expect(english.body).toMatchObject({
      title: "No permission",
      detail: "You are not allowed to do this here.",
    });
    expect(english.headers).toHaveProperty("Content-Language", "en");
    const again = problem.encode(flat.decode(flat.encode(forbidden())), german);
    expect(again.body).toMatchObject({ detail: "Das darfst du hier nicht." });
  });

  it("is not made by another catalog's translation, even where a code is called the same", () => {
    const other = translation("other", "de", {}, { forbidden: '{"messages":["Nein."]}' });
    const options = { translations: [other], acceptLanguage: "de" };
    expect(problem.encode(forbidden(), options).body).toMatchObject({
      detail: "You are not allowed to do this here.",
    });
  });

  it("tells of a folded error in its own words", () => {
    const error = insufficientScope({ required_scope: "files:write" });
    expect(imgPro.encode(error, german).body).toEqual({
      error: "forbidden",
      message: "Dafür ist die Berechtigung files:write nötig, und dein Token hat sie nicht.",
    });
    expect(picora.encode(invalidToken(), german).body).toMatchObject({
      error: "Der Dienst kennt das gesendete Token oder den gesendeten API-Schlüssel nicht.",
    });
  });

  it("speaks German for what else was thrown, too", () => {
    const { body } = problem.encode(new Error("table users") as never, german);
    expect(body).toMatchObject({
      title: "Unerwarteter Fehler im Dienst",
      detail: "Der Dienst konnte das wegen eines eigenen Fehlers nicht zu Ende bringen.",
    });
  });

  it("leaves the message of another catalog's error alone", () => {
    const other = createError({ catalog: "other", code: "forbidden", status: 403 }, () => "Mine.");
    const { body, headers } = flat.encode(other as never, german);
    expect(body).toMatchObject({ message: "Mine." });
    expect(headers).not.toHaveProperty("Content-Language");
  });

  it("has no language where there is no body", () => {
    expect(imagizer.encode(forbidden(), german).headers).toEqual({});
  });

  it("takes options that were set once", () => {
    const { encode } = withEncodeOptions(flat, { translations: [de] });
    const answer = encode(rateLimited({ retry_after: 1, limit: 5 }), { acceptLanguage: "de" });
    expect(answer.body).toMatchObject({
      message: "Du hast die Grenze von 5 Anfragen erreicht. Versuche es in 1 Sekunde noch einmal.",
    });
  });

  it("reads the same in both languages", () => {
    const error = quotaExceeded({
      action: { type: "upgrade", url: "https://a.example", label: "Go" },
      usage: { plan: "free", uploads_used: 1000, uploads_limit: 1000 },
    });
    const { message, ...fields } = flat.decode(flat.encode(error, german)).toJSON();
    const { message: english, ...same } = flat.decode(flat.encode(error)).toJSON();
    expect([message, english]).toEqual([
      "Du hast 1.000 von 1.000 Uploads verbraucht.",
      "You have used 1000 of 1000 uploads.",
    ]);
    expect({ ...fields, received: 0 }).toEqual({ ...same, received: 0 });
  });
});

it("is the same in the module and where the compiler makes it itself", () => {
  const [german] = shippedCatalog.locales;
  const made = translationOf(shippedCatalog, german as Locale);
  for (const { create } of shippedExamples) {
    const error = create();
    expect(translate(error, made)).toEqual(translate(error, de));
    expect(made.original(error.code, error)).toBe(error.message);
  }
});

describe("Vary", () => {
  const encode = (headers: Record<string, string>) => {
    const format = wireFormat(
      {
        name: "w",
        catalog: "c",
        bodies: [],
        rows: [{ entry: { code: "a", statuses: [400] } }],
      },
      {
        body: { from: ["$message"] },
        headers,
        fallback: { byStatus: {}, code: "a", message: "A." },
        messages: { a: ["A."] },
      },
    );
    const error = createError({ catalog: "c", code: "a", status: 400 }, () => "A.");
    const xx = translation("c", "de", { a: ["A."] }, {});
    return format.encode(error as never, { translations: [xx] }).headers;
  };

  it.each([
    [{}, { Vary: "Accept-Language" }],
    [{ vary: "Origin, Accept" }, { vary: "Origin, Accept, Accept-Language" }],
    [{ Vary: "Origin, accept-language" }, { Vary: "Origin, accept-language" }],
    [{ Vary: "*" }, { Vary: "*" }],
  ])("of %j becomes %j", (given, want) => {
    expect(encode(given)).toEqual({
      "Content-Type": "application/json",
      "Content-Language": "en",
      ...want,
    });
  });
});
