import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json } from "../../../../src/runtime/wire/syntaxes/json.js";

const levels = (count: number) => "[".repeat(count) + "]".repeat(count);

describe("reading JSON in a text", () => {
  it.each<[string, unknown]>([
    ['{"a":[1,null]}', { a: [1, null] }],
    [" [] \n", []],
    ["null", null],
    ["0", 0],
    ['"a"', "a"],
    [levels(100), JSON.parse(levels(100))],
  ])("reads %s", (text, value) => {
    expect(json.read(text)).toEqual(value);
  });

  it.each([
    ["nothing", ""],
    ["words", "not found"],
    ["a text without quotes", "a"],
    ["a list without an end", "[1"],
    ["two values", "{}{}"],
    ["101 levels", levels(101)],
    ["a megabyte of levels", levels(5e5)],
    ["levels without an end", "[".repeat(1e6)],
    ["objects without an end", '{"a":'.repeat(2e5)],
    ["100,001 elements", `[${Array(100_001).fill(1).join()}]`],
    [
      "100,001 members",
      `{${Array.from({ length: 100_001 }, (_, index) => `"${index}":1`).join()}}`,
    ],
    ["a text without an end", `"${"\\\\".repeat(5e5)}`],
    ["a text that is longer than any answer", `"${"a".repeat(10_485_760)}"`],
  ])("does not read %s", (_, text) => {
    expect(json.read(text)).toBeUndefined();
  });

  it("reads names that all objects have as any other", () => {
    const text = '{"__proto__":{"a":1},"constructor":2}';
    expect(Object.keys(json.read(text) as object)).toEqual(["__proto__", "constructor"]);
    expect(json.write(json.read(text))).toBe(text);
  });
});

describe("writing JSON in a text", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.a = [cyclic];

  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["a function", () => 1],
    ["a bigint", { a: 1n }],
    ["levels without end", cyclic],
    ["101 levels", JSON.parse(levels(101))],
    ["100,001 elements", Array(100_001).fill(1)],
    ["a text that is longer than any answer", "a".repeat(10_485_760)],
  ])("does not write %s", (_, value) => {
    expect(typeof json.write(value)).toBe("undefined");
  });

  it("reads back as it was written, whatever it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(json.read(json.write(value) ?? "")).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
