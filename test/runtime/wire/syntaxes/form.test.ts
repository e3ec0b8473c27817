import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { form } from "../../../../src/runtime/wire/syntaxes/form.js";

describe("reading a form", () => {
  it.each<[string, string, unknown]>([
    ["members", "error=access_denied&state=xyz", { error: "access_denied", state: "xyz" }],
    ["plus as a space", "a+b=The+user", { "a b": "The user" }],
    [
      "percent escapes",
      "a=must%20log%20in%3A%20now&%62=%2B%26%3d",
      { a: "must log in: now", b: "+&=" },
    ],
    ["UTF-8", "a=%C3%A9%F0%9F%98%80é😀", { a: "é😀é😀" }],
    ["broken percent escapes as they are", "a=100%&b=%zz%4", { a: "100%", b: "%zz%4" }],
    ["escapes that are no UTF-8", "a=%ff", { a: "\ufffd" }],
    ["a repeated name", "a=1&b=2&a=3&a=", { a: ["1", "3", ""], b: "2" }],
    ["a name without a value", "a&b=&c=1", { a: "", b: "", c: "1" }],
    ["= in a value", "a==b=c", { a: "=b=c" }],
    ["an empty name", "=1", { "": "1" }],
    ["nothing between separators", "&&a=1&&", { a: "1" }],
    ["a question mark in front as a part of the name", "?a=1", { "?a": "1" }],
    ["a byte order mark as a part of the name", "%EF%BB%BFa=1", { "\ufeffa": "1" }],
  ])("reads %s", (_, text, value) => {
    expect(form.read(text)).toEqual(value);
  });

  it("keeps members in their order", () => {
    expect(Object.keys(form.read("b=1&a=2&b=3") as object)).toEqual(["b", "a"]);
  });

  it.each([
    ["nothing", ""],
    ["words", "not found"],
    ["separators alone", "&".repeat(200_000)],
    ["100,001 members", Array(100_001).fill("a=1").join("&")],
    ["a megabyte of names", `${"a&".repeat(5e5)}b=1`],
    ["a text that is longer than any answer", `a=${"b".repeat(10_485_760)}`],
  ])("does not read %s", (_, text) => {
    expect(form.read(text)).toBeUndefined();
  });

  it.each([
    ["100,000 members", Array(100_000).fill("a=1").join("&")],
    ["a megabyte of =", "=".repeat(1e6)],
    ["a megabyte of %", `a=${"%".repeat(1e6)}`],
    ["a megabyte of a byte that begins a character", `a=${"%f0".repeat(3e5)}`],
  ])("reads %s", (_, text) => {
    expect(Object.keys(form.read(text) as object)).toHaveLength(1);
  });

  it("reads names that all objects have as any other", () => {
    const value = form.read("__proto__=1&constructor=2&__proto__=3&toString=4") as object;
    expect(Object.entries(value)).toEqual([
      ["__proto__", ["1", "3"]],
      ["constructor", "2"],
      ["toString", "4"],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(form.write(value)).toBe("__proto__=1&__proto__=3&constructor=2&toString=4");
  });
});

describe("writing a form", () => {
  it.each<[unknown, string]>([
    [
      { error: "access_denied", error_description: "No & no", state: "a b" },
      "error=access_denied&error_description=No+%26+no&state=a+b",
    ],
    [{ a: 1.5, b: false, c: null, d: undefined, e: "" }, "a=1.5&b=false&e="],
    [{ a: ["1", 2, true], b: [] }, "a=1&a=2&a=true"],
    [{ "a=b": "é+%", "?c": "\n" }, "a%3Db=%C3%A9%2B%25&%3Fc=%0A"],
  ])("writes %j", (value, text) => {
    expect(form.write(value)).toBe(text);
  });

  it.each<[string, unknown]>([
    ["no object", "a=b"],
    ["a list", [["a", "b"]]],
    ["nothing", {}],
    ["no value", { a: null, b: [] }],
    ["an object inside", { a: { b: "c" } }],
    ["a list inside a list", { a: [["b"]] }],
    ["null inside a list", { a: ["b", null] }],
    ["a number that is none", { a: Number.POSITIVE_INFINITY }],
    ["a bigint", { a: 1n }],
    ["half a pair", { a: "\ud83d" }],
    ["half a pair in a name, whatever stands behind it", { "\ud83d": "\ude00" }],
    ["100,001 members", { a: Array(100_001).fill("") }],
    ["a text that is longer than any answer", { a: "b".repeat(10_485_760) }],
  ])("does not write %s", (_, value) => {
    expect(form.write(value)?.length).toBeUndefined();
  });
});

describe("whatever it is, a form", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constantFrom("__proto__", "&", "=", "+", "%", "%20", "?", "\ufeff", "\r\n"),
  );
  const value = fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 3 }));

  it("reads back as it was written", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, value), { minLength: 1, maxLength: 5 }), (members) => {
        const whole = Object.fromEntries(members);
        const written = form.write(whole);
        expect(written).toMatch(/^[\w*.+%&=-]+$/);
        expect(form.read(written ?? "")).toEqual(whole);
      }),
    );
  });

  it("reads as the platform does", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (parts) => {
        const whole = `a=${parts.join("")}`;
        const read = Object.entries(form.read(whole) as object).flatMap(([name, each]) =>
          [each].flat().map((one: unknown) => [name, one]),
        );
        expect(read.sort()).toEqual([...new URLSearchParams(whole)].sort());
      }),
    );
  });
});
