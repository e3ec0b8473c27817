import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCatalogFiles } from "../../src/disk/read-catalog-files.js";
import { exampleAnswers } from "../../src/emit/example-answers.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import type { Answer } from "../../src/runtime/index.js";
import { createSearch } from "../../src/site/search.js";
import { splitWords } from "../../src/site/search-words.js";
import { casesOf, formatsFolder } from "../gauntlet/cases.js";
import { shippedCatalog } from "../shipped-catalog.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";
import { hostileText } from "../support/hostile-text.js";
import { searchDataOf, searchOf } from "./search-of.js";

const { entries } = searchDataOf(shippedCatalog);
const search = await searchOf(shippedCatalog);
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
    expect(search("  _- ", 8)).toMatchObject({ found: [], count: 0 });
    expect(search("zzzzqqqq xxxyyy", 8)).toMatchObject({ found: [], count: 0 });
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
    const data = searchDataOf(large);
    expect(data.common).toEqual(expect.arrayContaining(["problem", "of", "thing", "left"]));
    const find = await createSearch(data);
    expect(find("Problem of thing 77x", 3).found[0]?.code).toBe("code_77");
    expect(find("problem of", 3)).toMatchObject({ count: 600 });
    expect(find("proble", 3)).toMatchObject({ count: 600 });
    expect(find("CODE-599", 3).found[0]?.code).toBe("code_599");
  });
});

describe("what people paste", () => {
  const first = (text: string) => search(text, 8).found[0]?.code;
  const pinArkive = (status: number, body: object) =>
    `HTTP/1.1 ${status}\n\n${JSON.stringify(body)}`;
  const verbose = [
    "* Connected to api.example.com (203.0.113.7) port 443",
    "> POST /v1/upload HTTP/2",
    "> Host: api.example.com",
    ">",
    "< HTTP/2 403",
    "< content-type: application/json",
    "< ",
    "{ [120 bytes data]",
    '{"error":"key_limit_reached","message":"Three keys are active."}',
    "* Connection #0 to host api.example.com left intact",
  ].join("\r\n");

  it.each([
    ["a message", "Monthly upload limit reached.", "quota_exceeded"],
    [
      "a message that asks for something",
      "Unverified upload limit reached. Verify your email first.",
      "quota_exceeded",
    ],
    ["a message with values", "File too large: 150.00 MB.", "file_too_large"],
    [
      "a body",
      '{"error":"Unauthorized","message":"No.","code":"INVALID_API_KEY"}',
      "invalid_token",
    ],
    [
      "a body of many lines",
      '{\n  "success": false,\n  "error": "No.",\n  "code": "INTERNAL"\n}',
      "internal_error",
    ],
    [
      "what Python prints",
      "{'error': 'missing_scope', 'required': 'write', 'limit': None}",
      "insufficient_scope",
    ],
    [
      "what JavaScript prints",
      "{ error: 'upload_failed', message: 'File too large.' }",
      "upload_failed",
    ],
    [
      "a body in a text",
      'failed: "{\\"error\\":\\"fetch_failed\\",\\"message\\":\\"URL returned 404\\"}"',
      "fetch_failed",
    ],
    ["half a body", '{"message":"…","code":"2fa_invalid","retr', "two_factor_invalid"],
    ["a line of a log", 'level=error status=429 code=RATE_LIMIT msg="slow"', "rate_limited"],
    ["what curl prints", verbose, "key_limit_reached"],
    [
      "a redirect and what it led to",
      'HTTP/1.1 302 Found\nLocation: /y\n\nHTTP/1.1 409 Conflict\n\n{"error":"no_incident"}',
      "no_incident",
    ],
    ["a status line", "HTTP/1.1 499", "client_closed_request"],
    ["a status line with a phrase", "HTTP/2 504 Gateway Timeout", "gateway_timeout"],
    [
      "a status without a code: 400",
      pinArkive(400, { error: "Bad Request", message: "Invalid CID format" }),
      "bad_request",
    ],
    [
      "a status without a code: 403",
      pinArkive(403, { error: "Forbidden", message: "Not in your plan." }),
      "forbidden",
    ],
    [
      "a status without a code: 413",
      pinArkive(413, { error: "Payload Too Large", message: "No." }),
      "file_too_large",
    ],
    [
      "a status without a code: 429",
      pinArkive(429, { error: "Too Many Requests", message: "Slow down." }),
      "rate_limited",
    ],
    ["a phrase alone", '{"error":"Not Found","message":"Nothing here."}', "not_found"],
    [
      "a sentence and a status",
      'HTTP/1.1 422\n\n{"error":"The name is missing"}',
      "validation_error",
    ],
    [
      "a page of a proxy",
      "<html><head><title>502 Bad Gateway</title></head><body><hr>nginx</body></html>",
      "bad_gateway",
    ],
    ["what axios says", "AxiosError: Request failed with status code 429", "rate_limited"],
    [
      "what requests says",
      "HTTPError: 413 Client Error: Payload Too Large for url: https://x.example/",
      "request_too_large",
    ],
    [
      "the address of a page",
      "https://errors.example.com/image-hosting/token_expired",
      "token_expired",
    ],
    [
      "a problem of RFC 9457",
      '{"type":"https://errors.example.com/image-hosting/conflict","status":409}',
      "conflict",
    ],
    ["the name of a setting", "backendTimeout", "gateway_timeout"],
  ])("%s leads to its code first", (_, text, code) => {
    expect(first(text)).toBe(code);
  });

  it.each([
    ["File too large: 150.00 MB. Maximum file size is 70 MB.", "file_too_large", "upload_failed"],
    [
      '{"error":"upload_failed","message":"File too large: 150.00 MB."}',
      "upload_failed",
      "file_too_large",
    ],
  ])("what a vendor sends in its stead stands beside: %s", (text, ...both) => {
    expect(search(text, 2).found.map(({ code }) => code)).toEqual(both);
  });

  it("every answer of every wire format leads to the code that a client reads from it", () => {
    const wrong: string[] = [];
    for (const all of exampleAnswers(shippedCatalog).values())
      for (const { answer, readAs, format } of all) {
        const found = first(answerText(answer));
        if (found !== readAs && readAs !== "unrecognized")
          wrong.push(`${format.name.value}: ${readAs}, not ${found}`);
      }
    expect(wrong).toEqual([]);
  });

  it("says why a code was found", () => {
    const body = { error: "Forbidden", message: "The upload limit of the plan is reached" };
    const reasons = search(
      `HTTP/1.1 403\n\n${JSON.stringify({ ...body, code: "PLAN_REQUIRED" })}`,
      4,
    );
    expect(reasons.isAnswer).toBe(true);
    expect(reasons.found[0]).toMatchObject({ code: "plan_required", by: "code" });
    expect(search("HTTP/1.1 403", 9).found[0]).toMatchObject({ code: "forbidden", by: "status" });
    expect(search("upload limit", 9).isAnswer).toBe(false);
    expect(search("upload limit", 9).found[0]).toMatchObject({
      code: "quota_exceeded",
      by: "words",
    });
  });

  it.each([
    ["upgrade", ["file_too_large", "plan_required", "quota_exceeded"]],
    ["verify", ["key_limit_reached", "quota_exceeded"]],
    ["sign in", ["auth_required", "token_expired"]],
    ["wait", ["rate_limited"]],
  ])("what people are to do leads to the codes whose fixes say so: %s", (verb, codes) => {
    const found = search(verb, codes.length).found.map(({ code }) => code);
    expect(found.sort()).toEqual(codes);
  });

  it("whatever is pasted does no harm", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), hostileText, fc.json()), (text) => {
        expect(search(text, 5).found.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 500 },
    );
    for (const piece of [
      'a:"',
      "a='\\",
      "<a>",
      "< HTTP/1.1 200\n",
      "HTTP/1.1 500\na: b\n\n",
      "&a=",
      "x_",
      "- ",
      "429 Too Many ",
    ])
      expect(() => search(piece.repeat(100_000), 5)).not.toThrow();
    expect(
      search('{"error":"__proto__","code":"constructor"}', 5).found.length,
    ).toBeLessThanOrEqual(5);
  });
});

describe("answers of APIs in production", () => {
  // What they stand for is told by values and places that only a decoder of the format looks at.
  const told = new Map<string, number>([
    ["azure-odata", 2],
    ["drf", 3],
    ["github", 2],
    ["graphql", 1],
    ["jsend", 1],
    ["mcp", 1],
    ["nestjs", 1],
  ]);

  it.each(readdirSync(formatsFolder))("%s: lead to their code first", async (format) => {
    const folder = `${formatsFolder}${format}/catalog`;
    const { catalog } = loadCatalog(await readCatalogFiles(folder, folder));
    const find = await searchOf(catalog as typeof shippedCatalog);
    const wrong = casesOf(format).decode.filter(({ answer, expect: { code } }) => {
      const isKnown = code !== undefined && code !== "unrecognized";
      return isKnown && find(answerText(answer), 3).found[0]?.code !== code;
    });
    expect(wrong.map(({ name }) => name)).toHaveLength(told.get(format) ?? 0);
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
    const find = await searchOf(catalog);
    expect(find(text, 5).found[0]?.code).toBe(code);
  });
});

/** An answer as `curl --include` prints it. */
function answerText({ status, headers = {}, body }: Answer): string {
  const head = [
    ...(status === undefined ? [] : [`HTTP/1.1 ${status}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
  return [...head, "", text].join("\n");
}
