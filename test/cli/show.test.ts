import { describe, expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

const texts = inCatalog({
  "catalog.yaml": headText("docs: https://errors.example.com/{code}").replace(
    "Orders }",
    "Orders, empty: Nothing }",
  ),
  "errors/a.yaml": errorsText(
    entryText("sold_out", {
      status: "[409, 410]",
      deprecated: "{ since: 1.0.0, replaced_by: late, reason: Too vague. }",
    }),
    entryText("late", { title: "Late", retry: "backoff", status: "499", never_sent: "true" }),
    "  gone:\n    retired: { since: 1.0.0, reason: Nobody used it. }\n",
    entryText("old", { title: "Old", retired: "{ since: 1.0.0 }" }),
  ),
});

describe("errdex list", () => {
  it("shows the codes by category", async () => {
    expect(await workplace(texts).errdex(["list"])).toEqual({
      code: 0,
      err: "",
      out: [
        "3 Orders",
        "  late      499      Late",
        "  old       409      Old (retired)",
        "  sold_out  409 410  Out of stock (deprecated)",
        "",
        "0 Nothing\n",
      ].join("\n"),
    });
  });

  it("gives programs the same by code", async () => {
    const { code, out } = await workplace(texts).errdex(["list", "--format", "json"]);
    expect(code).toBe(0);
    const common = { category: "orders", since: "1.0.0", resolver: "user" };
    expect(JSON.parse(out)).toEqual({
      catalog: "shop",
      version: "1.0.0",
      codes: [
        { ...common, code: "late", statuses: [499], title: "Late", retry: "backoff" },
        { ...common, code: "old", statuses: [409], title: "Old", retry: "never", retired: true },
        {
          ...common,
          code: "sold_out",
          statuses: [409, 410],
          title: "Out of stock",
          retry: "never",
          deprecated: true,
        },
      ],
    });
  });

  it("refuses a catalog with errors, and shows them", async () => {
    const { code, out, err } = await workplace({ ...texts, "catalog/errors/b.yaml": "[" }).errdex([
      "list",
    ]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("yaml-syntax");
  });
});

describe("errdex explain", () => {
  it("shows the help page of a code", async () => {
    expect((await workplace(texts).errdex(["explain", "sold_out"])).out).toBe(
      [
        "Out of stock",
        "sold_out · HTTP 409 Conflict, 410 Gone · Orders",
        "This code is going away. It is deprecated since version 1.0.0. Too vague.",
        "Use this instead: late",
        "",
        "The shop has none.",
        "",
        "Why it happens",
        "  - Somebody else bought it.",
        "",
        "What to try",
        "  - Order another.",
        "",
        "Who can mend it: the person who uses it",
        "Try again: no: without a change it fails again",
        "Since: 1.0.0",
        "Page: https://errors.example.com/sold_out\n",
      ].join("\n"),
    );
  });

  it("knows how vendors spell a code, in whatever case, and says what an answer carries", async () => {
    const shop = workplace(
      inCatalog({
        "catalog.yaml": headText(),
        "errors/a.yaml": errorsText(
          entryText("sold_out", {
            fields:
              "{ left?: { type: integer, minimum: 0 }, trace?: { type: string, internal: true } }",
          }),
          entryText("late", { title: "Late", message: "Too late." }),
        ),
        "wire/one.yaml":
          "wire: one\ntitle: One\nbody: { e: $code, left?: $left }\ncodes: { sold_out: { code: NO_STOCK }, late: { code: E7 } }\n",
        "wire/two.yaml":
          "wire: two\ntitle: Two\nbody: { e: $code, left?: $left }\ncodes: { sold_out: { code: E7 } }\n",
        "operations.yaml":
          "operations: { buy: { title: Buy, method: POST, path: /orders, codes: [sold_out] } }\n",
      }),
    );
    const { code, out } = await shop.errdex(["explain", "NO_STOCK"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Out of stock\nsold_out · HTTP 409/);
    expect(out).toContain("Fields\n  - left: integer, may be missing, at least 0\n");
    expect(out).toContain("Who answers with it\n  - Buy: POST /orders\n");
    expect(out).toContain("Spelled: NO_STOCK (One), E7 (Two)\n");
    expect(out).not.toContain("trace");
    expect((await shop.errdex(["explain", "no_stock"])).out).toBe(out);
    const both = await shop.errdex(["explain", "E7"]);
    expect(both.out.match(/^(sold_out|late) · /gm)).toHaveLength(2);
    const data = JSON.parse((await shop.errdex(["explain", "E7", "--format", "json"])).out);
    expect(data.map((each: { code: string }) => each.code)).toEqual(["sold_out", "late"]);
    expect((await shop.errdex(["explain", "NO_STOK"])).err).toContain('Did you mean "NO_STOCK"?');
  });

  it("gives programs the help page of a code", async () => {
    const { out } = await workplace(texts).errdex(["explain", "sold_out", "--format", "json"]);
    expect(JSON.parse(out)).toEqual({
      code: "sold_out",
      statuses: [409, 410],
      category: "orders",
      title: "Out of stock",
      messages: ["Nothing is left."],
      meaning: "The shop has none.",
      causes: ["Somebody else bought it."],
      fixes: ["Order another."],
      resolver: "user",
      retry: "never",
      since: "1.0.0",
      fields: [],
      spellings: [],
      deprecated: { since: "1.0.0", replacedBy: "late", reason: "Too vague." },
      page: "https://errors.example.com/sold_out",
    });
  });

  it("shows what is left of a code that is gone", async () => {
    expect((await workplace(texts).errdex(["explain", "gone"])).out).toBe(
      "gone\ngone · Orders\nThis code is no longer in use. It ended with version 1.0.0. Nobody used it.\n\nPage: https://errors.example.com/gone\n",
    );
  });

  it("shows what a rule wants, with and without a catalog", async () => {
    const expected =
      "missing-title (error)\nEvery entry has a title.\nA code can be exempted from it by `allow` in catalog.yaml, with a reason.\nPage: docs/rules/missing-title.md\n";
    expect(await workplace(texts).errdex(["explain", "missing-title"])).toEqual({
      code: 0,
      out: expected,
      err: "",
    });
    expect((await workplace().errdex(["explain", "missing-title"])).out).toBe(expected);
    const { out } = await workplace().errdex(["explain", "type-unused", "--format", "json"]);
    expect(JSON.parse(out)).toEqual({
      rule: "type-unused",
      severity: "warning",
      summary: "A type is used.",
      exemptible: false,
      lowerable: true,
      forProducers: false,
    });
  });

  it("looks in the catalog that is named", async () => {
    const place = workplace(
      Object.fromEntries(Object.entries(texts).map(([path, text]) => [`elsewhere/${path}`, text])),
    );
    expect(
      (await place.errdex(["explain", "late", "--catalog", "elsewhere/catalog"])).out,
    ).toContain("late · HTTP 499 · Orders");
    expect((await place.errdex(["explain", "late"])).code).toBe(2);
  });
});

describe("errdex explain --locale", () => {
  const translated = {
    ...texts,
    "catalog/locales/de.yaml":
      "locale: de\ncategories: { orders: Bestellungen }\nerrors: { sold_out: { title: Ausverkauft, fixes: [Warte.] } }\n",
  };

  it("shows the texts of a code in another language, and English where it lacks one", async () => {
    const { code, out } = await workplace(translated).errdex([
      "explain",
      "sold_out",
      "--locale",
      "de",
    ]);
    expect(code).toBe(0);
    expect(out).toContain("Ausverkauft\nsold_out · HTTP 409 Conflict, 410 Gone · Bestellungen\n");
    expect(out).toContain("  - Warte.\n");
    expect(out).toContain("The shop has none.");
  });

  it("ends with 2 where the catalog does not have the language", async () => {
    const { code, err } = await workplace(translated).errdex([
      "explain",
      "sold_out",
      "--locale",
      "fr",
    ]);
    expect(code).toBe(2);
    expect(err).toBe('errdex: The catalog shop has no locale "fr". Known: "de".\n');
  });
});
