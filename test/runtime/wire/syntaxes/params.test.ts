import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { params } from "../../../../src/runtime/wire/syntaxes/params.js";

describe("reading parameters", () => {
  it.each<[string, unknown]>([
    ['Bearer realm="x", error="invalid_token"', { Bearer: { realm: "x", error: "invalid_token" } }],
    ["Bearer error=invalid_token", { Bearer: { error: "invalid_token" } }],
    ["Bearer", { Bearer: {} }],
    [" Bearer ", { Bearer: {} }],
    ['DPoP algs="ES256", Bearer error="e"', { DPoP: { algs: "ES256" }, Bearer: { error: "e" } }],
    ["Negotiate, Bearer", { Negotiate: {}, Bearer: {} }],
    ['Negotiate, Basic realm="a, b=c"', { Negotiate: {}, Basic: { realm: "a, b=c" } }],
    ["Basic abc==", { Basic: {} }],
    ["Basic abc", { Basic: {} }],
    ["Basic a=", { Basic: {} }],
    ["Negotiate a/b+c~== , Bearer a=b", { Negotiate: {}, Bearer: { a: "b" } }],
    ["Bearer a=1, Basic b=2, Bearer c=3", { Bearer: { a: "1" }, Basic: { b: "2" } }],
    ["Bearer a=1, a=2", { Bearer: { a: "1" } }],
    ["bearer Realm=x", { bearer: { Realm: "x" } }],
    ["limit=100, remaining=0", { limit: "100", remaining: "0" }],
    ['a=1; b="2"', { a: "1", b: "2" }],
    ["a=1, Bearer b=2", { a: "1", Bearer: { b: "2" } }],
    [",, a=1 ,;, b=2 ,", { a: "1", b: "2" }],
    ['Bearer \t a = "b"\t;\tc\t=d', undefined],
    ['Bearer  a = "b"\t;\tc\t=d', { Bearer: { a: "b", c: "d" } }],
    ["Bearer, a=b", { Bearer: { a: "b" } }],
    ['a=""', { a: "" }],
    ['a="\\"\\\\\\b"', { a: '"\\b' }],
    ['a="\t é\u00ff"', { a: "\t é\u00ff" }],
    ["filename*=UTF-8''a%20b", { "filename*": "UTF-8''a%20b" }],
    ['Bearer a="b=c", d=e', { Bearer: { a: "b=c", d: "e" } }],
  ])("reads %s", (text, value) => {
    expect(params.read(text)).toEqual(value);
  });

  it.each([
    ["nothing", ""],
    ["white space", " \t"],
    ["separators", ",;,"],
    ["a text alone", '"a"'],
    ["a value alone", "=a"],
    ["a name without a value", "a="],
    ["a text without an end", 'a="b'],
    ["a text whose end is quoted", 'a="b\\"'],
    ["a text with something behind it", 'a="b"c'],
    ["parameters without a separator", 'Bearer a="b" c="d"'],
    ["a token68 with something behind it", "Basic abc def"],
    ["a token68 with too much behind it", "Basic abc==d"],
    ["a value that is no token", "a=b/c"],
    ["a value with a space", "a=b c"],
    ["a name that is no token", "a/b=c"],
    ["words", "The token has expired, sorry about that"],
    ["a URL", "https://example.com/?a=b"],
    ["JSON", '{"a":"b"}'],
    ["a name that is no ASCII", "é=a"],
    ["a control character", 'a="\u0000"'],
    ["a quoted control character", 'a="\\\u0001"'],
    ["DEL", 'a="\u007f"'],
    ["a line end", 'a="b\r\nc"'],
    ["a line end between", "a=b,\nc=d"],
    ["a line end behind", "a=b\n"],
    ["a line end behind a scheme", "Bearer\n"],
  ])("does not read %s", (_, text) => {
    expect(params.read(text)).toBeUndefined();
  });

  it.each([
    ["names", "a"],
    ["spaces", " "],
    ["separators", ","],
    ["schemes", "a,"],
    ["parameters", "a=b,"],
    ["quotes", '"'],
    ["quoted characters", "\\"],
    ["=", "="],
    ["names and spaces", "a "],
    ["names and =", "a="],
  ])("ends with a megabyte of %s", (_, part) => {
    for (const length of [65_536, 1e6]) {
      for (const before of ["", "a", "a ", "a=", 'a="', "a b", "a b="]) {
        const text = (before + part.repeat(length)).slice(0, length);
        for (const each of [text, `${text.slice(1)}"`, `${text.slice(1)}\n`]) {
          const value = params.read(each);
          if (length > 65_536) expect(value).toBeUndefined();
          else expect(["object", "undefined"]).toContain(typeof value);
        }
      }
    }
  });

  it("reads names that all objects have as any other", () => {
    const text = '__proto__ __proto__="1", constructor="2", toString';
    const value = params.read(text) as object;
    expect(Object.keys(value)).toEqual(["__proto__", "toString"]);
    expect(Object.entries(Object.values(value)[0])).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(params.write(value)).toBe(text);
  });
});

describe("writing parameters", () => {
  it.each<[unknown, string]>([
    [
      { Bearer: { error: "invalid_token", error_description: "The access token expired" } },
      'Bearer error="invalid_token", error_description="The access token expired"',
    ],
    [{ Bearer: {} }, "Bearer"],
    [{ Bearer: { a: null, b: undefined }, c: null }, "Bearer"],
    [{ DPoP: { algs: "ES256" }, Bearer: {} }, 'DPoP algs="ES256", Bearer'],
    [{ limit: 100, isLast: false }, 'limit="100", isLast="false"'],
    [{ Bearer: { a: 1 }, b: "2" }, 'b="2", Bearer a="1"'],
    [{ a: '"\\\té' }, 'a="\\"\\\\\té"'],
    [{ a: "" }, 'a=""'],
  ])("writes %j", (value, text) => {
    expect(params.write(value)).toBe(text);
  });

  it.each<[string, unknown]>([
    ["no object", "a"],
    ["a list", ["a"]],
    ["nothing", {}],
    ["no value", { a: null }],
    ["a list inside", { a: ["b"] }],
    ["an object inside a scheme", { a: { b: {} } }],
    ["a number that is none", { a: Number.NaN }],
    ["a bigint", { a: 1n }],
    ["a line end", { a: "b\r\nSet-Cookie: c=d" }],
    ["a control character", { a: "\u0000" }],
    ["DEL", { a: "\u007f" }],
    ["characters that no header has", { a: "→" }],
    ["characters that no header has, in a scheme", { a: { b: "→", c: "d" } }],
    ["an empty name", { "": "a" }],
    ["a name that is no token", { "a b": "c" }],
    ["a name with a line end", { "a\n": "c" }],
    ["a scheme that is no token", { "a,b": {} }],
    ["more than it reads", { a: "b".repeat(65_536) }],
  ])("does not write %s", (_, value) => {
    expect(params.write(value)).toBeUndefined();
  });
});

describe("whatever they are, parameters", () => {
  const name = fc.oneof(
    fc.stringMatching(/^[\w!#$%&'*+.^`|~-]{1,5}$/),
    fc.constantFrom("__proto__", "constructor", "a", "b"),
  );
  const text = fc.stringMatching(/^[\t -~\x80-\xff]{0,8}$/);
  const parameters = fc.array(fc.tuple(name, text), { maxLength: 3 }).map(Object.fromEntries);
  const value = fc
    .array(fc.tuple(name, fc.oneof(text, parameters)), { minLength: 1, maxLength: 4 })
    .map(Object.fromEntries);

  it("read back as they were written", () => {
    fc.assert(
      fc.property(value, (members) => {
        expect(params.read(params.write(members) ?? "")).toEqual(members);
      }),
      { numRuns: 500 },
    );
  });

  it("are written as they are read, whatever the text", () => {
    const pieces = fc.constantFrom(
      "Bearer",
      " ",
      "\t",
      ",",
      ";",
      "=",
      '"',
      "\\",
      "a",
      "b/c",
      "==",
      "\n",
      "é",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 1 }))),
        (parts) => {
          const read = params.read(parts.join(""));
          const written = read === undefined ? undefined : params.write(read);
          if (written !== undefined) expect(params.read(written)).toEqual(read);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
