import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sse } from "../../../../src/runtime/wire/syntaxes/sse.js";

describe("reading a stream of events", () => {
  it.each<[string, string, unknown]>([
    ["an event", 'event: error\ndata: {"type":"error"}\n\n', [{ type: "error" }]],
    ["several", 'data: 1\n\ndata: "a"\n\ndata: [true]\n\n', [1, "a", [true]]],
    ["null", "data: null\n\n", [null]],
    ["CR", "data: 1\r\rdata: 2\r\r", [1, 2]],
    ["CRLF", "data: 1\r\n\r\ndata: 2\r\n\r\n", [1, 2]],
    ["a mixture of line ends", "data: 1\r\n\ndata: 2\n\rdata: 3", [1, 2, 3]],
    ["a byte order mark", "\ufeffdata: 1\n\n", [1]],
    ["no space after the colon", "data:1\n\n", [1]],
    ["several lines of data", 'data: {"a":\ndata:  [1,\ndata\ndata:2]}\n\n', [{ a: [1, 2] }]],
    [
      "other fields and comments",
      ": hello\nid: 1\nretry: 5\nevent: a\ndata: 1\nDATA: 2\ndatas: 3\n data: 4\n\n",
      [1],
    ],
    ["an event without data before one with", "event: ping\n\ndata: 1\n\n", [1]],
    [
      "data that is no JSON beside data that is",
      "data: hello\n\ndata: 1\n\ndata: [DONE]\n\ndata\n\n",
      [1],
    ],
    ["a stream that breaks off behind a line", "data: 1\n\ndata: 2\n", [1, 2]],
    ["a stream that breaks off in a line", 'data: 1\n\ndata: {"a":2}', [1, { a: 2 }]],
    ["a stream that breaks off inside JSON", 'data: 1\n\ndata: {"a":', [1]],
    ["more blank lines than it needs", "\n\n\ndata: 1\n\n\n\n", [1]],
  ])("reads %s", (_, text, value) => {
    expect(sse.read(text)).toEqual(value);
  });

  it.each([
    ["nothing", ""],
    ["words", "not found"],
    ["JSON", '{"data":1}'],
    ["events without data", "event: a\n\n"],
    ["data that is no JSON", "data: hello\n\n"],
    ["a second byte order mark", "\ufeff\ufeffdata: 1\n\n"],
    ["data with too many levels", `data: ${"[".repeat(101)}${"]".repeat(101)}\n\n`],
    ["data with too many elements", `data: [${Array(100_001).fill(1).join()}]\n\n`],
  ])("does not read %s", (_, text) => {
    expect(sse.read(text)).toBeUndefined();
  });

  it("leaves out data that passes a limit, and nothing else", () => {
    const deep = `data: ${"[".repeat(101)}${"]".repeat(101)}\n\n`;
    expect(sse.read(`data: 1\n\n${deep}data: 2\n\n`)).toEqual([1, 2]);
  });

  it("looks at the last 10,000 events", () => {
    const numbers = Array.from({ length: 35_000 }, (_, index) => index);
    const values = sse.read(numbers.map((each) => `data: ${each}\n\n`).join("")) as number[];
    expect(values).toEqual(numbers.slice(-10_000));
  });

  it.each<[string, string, unknown]>([
    ["line ends", "\n".repeat(1e6), undefined],
    ["carriage returns", "\r".repeat(1e6), undefined],
    ["lines of data", "data:\n".repeat(2e5), undefined],
    ["lines of data that begin a list", `data: [\n${"data: 1,\n".repeat(1e5)}`, undefined],
    ["events", "data:{\n\n".repeat(1e5), undefined],
    ["one line", `data: "${"a".repeat(1e6)}`, undefined],
    ["spaces", `data:${" ".repeat(1e6)}1`, [1]],
    ["levels", `data: ${"[".repeat(1e6)}\n\n`, undefined],
    ["fields without an end", `data${"a".repeat(1e6)}`, undefined],
    ["comments", `${":\n".repeat(5e5)}data: 1`, [1]],
    ["a text that is longer than any answer", `data: 1\n\n${":".repeat(10_485_760)}`, undefined],
  ])("ends with a megabyte of %s", (_, text, value) => {
    expect(sse.read(text)).toEqual(value);
  });
});

describe("writing a stream of events", () => {
  it("writes an event for each value", () => {
    expect(sse.write([{ type: "error", text: "a\r\nb\ud83d" }, 1, null])).toBe(
      'data: {"type":"error","text":"a\\r\\nb\\ud83d"}\n\ndata: 1\n\ndata: null\n\n',
    );
  });

  const cyclic: unknown[] = [];
  cyclic.push(cyclic);

  it.each<[string, unknown]>([
    ["no list", { a: 1 }],
    ["no value", []],
    ["a value that JSON does not have", [1, undefined]],
    ["a function", [() => 1]],
    ["a bigint", [1n]],
    ["levels without end", [cyclic]],
    ["10,001 values", Array(10_001).fill(1)],
    ["a text that is longer than any answer", ["a".repeat(5e6), "a".repeat(6e6)]],
  ])("does not write %s", (_, value) => {
    expect(sse.write(value)?.length).toBeUndefined();
  });
});

describe("whatever it is, a stream of events", () => {
  it("reads back as it was written", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), (values) => {
        const written = sse.write(values) ?? "";
        const plain = JSON.parse(JSON.stringify(values));
        for (const text of [written, written.replaceAll("\n", "\r\n"), written.slice(0, -2)])
          expect(sse.read(text)).toEqual(plain);
      }),
    );
  });

  it("is undefined or a list, of any text", () => {
    const pieces = fc.constantFrom(
      "data",
      ":",
      " ",
      "\n",
      "\r",
      "1",
      "[",
      "]",
      '"',
      "\ufeff",
      "event",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 2 }))),
        (parts) => {
          const value = sse.read(parts.join(""));
          expect(value === undefined || (Array.isArray(value) && value.length > 0)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
