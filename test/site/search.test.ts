import { describe, expect, it } from "vitest";
import { emitSite } from "../../src/emit/site/emit-site.js";
import { createSearch } from "../../src/site/search.js";
import { type RawSearchData, readSearchData } from "../../src/site/search-entry.js";
import { splitWords } from "../../src/site/search-words.js";
import { shippedCatalog } from "../shipped-catalog.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";
import { noAssets } from "../support/no-assets.js";

const dataOf = (catalog: typeof shippedCatalog) => {
  const files = emitSite(catalog, noAssets);
  const data: { errdexSearch?: RawSearchData } = {};
  new Function("globalThis", files.find(({ path }) => path === "search-index.js")?.text ?? "")(
    data,
  );
  return readSearchData(data.errdexSearch ?? { rows: [], common: [] }, "file:///site/");
};
const { entries, common } = dataOf(shippedCatalog);
const search = await createSearch({ entries, common });
const codes = (text: string) => search(text, 8).found.map(({ code }) => code);

describe("the search of a site", () => {
  it("finds each code by itself, in any casing and with any separators", () => {
    for (const { code } of entries) {
      const words = code.split("_");
      const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
      for (const text of [code, code.toUpperCase(), words.join(" "), words.join("-"), pascal])
        expect(codes(text)[0], text).toBe(code);
    }
  });

  it("finds each code by every spelling that a vendor has for it", () => {
    for (const { code, spellings } of entries)
      for (const spelling of spellings) expect(codes(spelling), spelling).toContain(code);
  });

  it.each([
    ["RATE_LIMIT", "rate_limited"],
    ["2fa_required", "two_factor_required"],
    ["INVALID_FILE_TYPE", "unsupported_file_type"],
    ["  quota exceeded ", "quota_exceeded"],
    ["quota_exeeded", "quota_exceeded"],
    ["raet limited", "rate_limited"],
    ["quot", "quota_exceeded"],
    ["legal hold", "not_under_hold"],
    ["limit of the plan", "quota_exceeded"],
    ["You are sending requests too fast. Wait 60 seconds before the next one.", "rate_limited"],
    ['{"error":"quota_exceeded"}', "quota_exceeded"],
  ])("finds what %s stands for", (text, code) => {
    expect(codes(text)[0]).toBe(code);
  });

  it.each(["429", "HTTP 429", "HTTP/1.1 429", "status: 429", "Error 429"])(
    "finds the codes with a status: %s",
    (text) => {
      const { found } = search(text, 20);
      const with429 = entries.filter(({ statuses }) => statuses.includes(429));
      expect(
        found
          .slice(0, with429.length)
          .map(({ code }) => code)
          .sort(),
      ).toEqual(with429.map(({ code }) => code).sort());
    },
  );

  it("finds the statuses that begin with half a status", () => {
    const { found, count } = search("42", 50);
    expect(count).toBe(found.length);
    for (const { statuses } of found) expect(String(statuses)).toMatch(/42/);
  });

  it("finds nothing for nothing, and survives whatever is pasted", () => {
    expect(search("  _- ", 8)).toEqual({ found: [], count: 0 });
    expect(search("zzzzqqqq xxxyyy", 8)).toEqual({ found: [], count: 0 });
    expect(search("constructor __proto__ toString", 8).found.length).toBeLessThan(9);
    expect(() => search("a ".repeat(5000), 8)).not.toThrow();
  });

  it("leaves out of a large catalog what every code says, and still finds all there is", async () => {
    const large = soundCatalogOf({
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(
        ...Array.from({ length: 600 }, (_, index) =>
          entryText(`code_${index}`, { title: `Problem of thing ${index}x` }),
        ),
      ),
    });
    const data = dataOf(large);
    expect(data.common).toEqual(expect.arrayContaining(["problem", "of", "thing", "left"]));
    const find = await createSearch(data);
    expect(find("Problem of thing 77x", 3).found[0]?.code).toBe("code_77");
    expect(find("problem of", 3)).toMatchObject({ count: 600 });
    expect(find("proble", 3)).toMatchObject({ count: 600 });
    expect(find("CODE-599", 3).found[0]?.code).toBe("code_599");
  });
});

describe("words", () => {
  it.each([
    ["quota_exceeded 429", ["quota", "exceeded", "429"]],
    ["चित्र नहीं मिला", ["चित्र", "नहीं", "मिला"]],
    ["配額已用完。", ["配額", "額已", "已用", "用完"]],
    ["API配額", ["api", "配額"]],
    ["サーバーが", ["サー", "ーバ", "バー", "ーが"]],
    ["ไม่พบ", ["ไม", "ม่", "่พ", "พบ"]],
    ["圖", ["圖"]],
    ["𠮷野家", ["𠮷野", "野家"]],
    ["cafe\u0301", ["cafe\u0301"]],
  ])("of %s", (text, want) => {
    expect(splitWords(text.toLowerCase())).toEqual(want);
    expect(splitWords(want.join(" "))).toEqual(want);
  });

  it.each([
    ["没有找到图片", "missing"],
    ["图片", "missing"],
    ["图", "missing"],
    ["超过", "full"],
    ["सीमा", "full"],
    ["सी", "full"],
  ])("are found where %s is typed", async (text, code) => {
    const catalog = soundCatalogOf({
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(
        entryText("missing", { title: "图片不存在", meaning: "没有找到图片。" }),
        entryText("full", { title: "सीमा पार", meaning: "已经超过了。" }),
      ),
    });
    const find = await createSearch(dataOf(catalog));
    expect(find(text, 5).found[0]?.code).toBe(code);
  });
});
