/** Texts that hold more than one value, in both directions. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PatternPart, pattern } from "../../../src/runtime/wire/syntaxes/pattern.js";

const code = { name: "code" };
const message = { name: "message" };
const line = pattern(["ERR ", code, " ", message]);
const type = pattern([{ maybe: [{ skip: "" }, "#"] }, code, { maybe: [":", { skip: "" }] }]);
const explained = pattern([code, { maybe: [" : ", { name: "explanation" }] }]);

describe("patterns", () => {
  it.each([
    ["a whole body", line, "ERR 1042 Bad amount", { code: "1042", message: "Bad amount" }],
    ["an empty value", line, "ERR  ", { code: "", message: "" }],
    ["LF behind it", line, "ERR 1 a\n", { code: "1", message: "a" }],
    ["CR behind it", line, "ERR 1 a\r", { code: "1", message: "a" }],
    ["CRLF behind it", line, "ERR 1 a\r\n", { code: "1", message: "a" }],
    ["one line end of two", line, "ERR 1 a\n\n", { code: "1", message: "a\n" }],
    ["neither optional part", type, "NotFound", { code: "NotFound" }],
    ["the first optional part", type, "com.acme.v1#NotFound", { code: "NotFound" }],
    ["the second optional part", type, "Invalid:http://acme.com/a/", { code: "Invalid" }],
    ["both optional parts", type, "com.acme#Invalid:http://acme.com/", { code: "Invalid" }],
    ["the shortest text", explained, "a : b : c", { code: "a", explanation: "b : c" }],
    ["no optional part", explained, "a: b", { code: "a: b" }],
    ["a literal behind all", pattern([code, "!"]), "a!!", { code: "a!" }],
    ["a line end of its own", pattern([code, "\n"]), "a\n", { code: "a" }],
    ["a line end of its own that is missing", pattern([code, "\r\n"]), "a", { code: "a" }],
    ["texts that are ignored", pattern([{ skip: "a" }, "/", { skip: "" }]), "x/y/z", {}],
    ["one text twice", pattern([code, "-", code]), "ab-ab", { code: "ab" }],
    [
      "a line end inside",
      pattern([code, { maybe: ["\n", message] }]),
      "a\nb\n",
      { code: "a", message: "b" },
    ],
  ])("read %s", (_, { read }, text, values) => {
    expect(read(text)).toEqual(values);
  });

  it.each([
    ["something before it", line, " ERR 1 a"],
    ["something behind it", pattern([code, "!"]), "a! "],
    ["less than it has", line, "ERR 1"],
    ["a literal that overlaps another", pattern(["aba", code, "aba"]), "ababa"],
    ["two texts for one placeholder", pattern([code, "-", code]), "ab-a"],
    ["nothing", line, ""],
  ])("do not read %s", (_, { read }, text) => {
    expect(read(text)).toBeUndefined();
  });

  it("prefer optional parts from left to right, and those inside others", () => {
    const { read } = pattern([
      { maybe: [{ name: "a" }, "."] },
      { maybe: [{ name: "b" }, { maybe: ["~", { name: "c" }] }, "."] },
      { name: "d" },
    ]);
    expect(read("1.2.3")).toEqual({ a: "1", b: "2", d: "3" });
    expect(read("1.2")).toEqual({ a: "1", d: "2" });
    expect(read("1.2~3.4")).toEqual({ a: "1", b: "2", c: "3", d: "4" });
    expect(read("1")).toEqual({ d: "1" });
  });

  it.each([
    ["texts", line, { code: "1042", message: "Bad amount" }, "ERR 1042 Bad amount"],
    ["numbers and booleans", line, { code: 1042, message: false }, "ERR 1042 false"],
    ["no part without values", type, { code: "NotFound" }, "NotFound"],
    ["a part with a value", explained, { code: "a", explanation: "b" }, "a : b"],
    ["a part with an empty value", explained, { code: "a", explanation: "" }, "a : "],
    ["no part with null", explained, { code: "a", explanation: null }, "a"],
    [
      "what is ignored on reading",
      pattern([{ skip: "com.acme" }, "#", code]),
      { code: "a" },
      "com.acme#a",
    ],
    ["members that have no place", explained, { code: "a", other: {} }, "a"],
    ["the line end of the pattern", pattern([code, "\n"]), { code: "a" }, "a\n"],
    ["one value twice", pattern([code, "-", code]), { code: "a" }, "a-a"],
  ])("write %s", (_, { write }, value, text) => {
    expect(write(value)).toBe(text);
  });

  it("write a part for the part inside it", () => {
    const { write } = pattern([
      code,
      { maybe: ["(", { maybe: [message, "!"] }, { maybe: ["/", { name: "at" }] }, ")"] },
    ]);
    expect(write({ code: "a" })).toBe("a");
    expect(write({ code: "a", message: "b" })).toBe("a(b!)");
    expect(write({ code: "a", at: "c" })).toBe("a(/c)");
  });

  it.each([
    ["lacks a value", line, { code: "1" }],
    [
      "has a value that another part needs beside it",
      pattern([code, { maybe: [message, "/", { name: "at" }] }]),
      { code: "1", message: "a" },
    ],
    ["would be read as another code", line, { code: "a b", message: "c" }],
    ["would be read as an optional part", explained, { code: "a : b" }],
    ["would lose its line end", line, { code: "1", message: "a\n" }],
    ["is no object", line, "ERR 1 a"],
    ["is nothing", line, undefined],
    ["is a list", line, ["1"]],
    ["has a list", line, { code: "1", message: [] }],
    ["has no number", line, { code: Number.NaN, message: "a" }],
    ["stands twice and has what separates it", pattern([code, "-", code]), { code: "a-b" }],
    ["inherits its values", line, Object.create({ code: "1", message: "a" })],
  ])("write nothing for a value that %s", (_, { write }, value) => {
    expect(write(value)).toBeUndefined();
  });

  it("have placeholders that are named like a prototype", () => {
    const { read, write } = pattern([{ name: "__proto__" }, "/", { name: "constructor" }]);
    const value = read("a/b") as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.entries(value)).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
    expect(write(value)).toBe("a/b");
    expect(write({})).toBeUndefined();
  });
});

describe("patterns of markup", () => {
  const page = pattern(["<title>Error</title>\n<pre>", message, "</pre>\n"], "markup");

  it("write a message as text", () => {
    const text = page.write({ message: `</pre><script>alert("it's & that")</script>` });
    expect(text).toBe(
      "<title>Error</title>\n<pre>&lt;/pre&gt;&lt;script&gt;alert(&quot;it&#39;s &amp; that&quot;)&lt;/script&gt;</pre>\n",
    );
    expect(page.read(text as string)).toEqual({
      message: `</pre><script>alert("it's & that")</script>`,
    });
  });

  it.each([
    ["&amp;lt;", "&lt;"],
    ["&#65;&#x42;&#X1f600;", "AB😀"],
    ["a&nbsp;b&apos;", "a\u00a0b'"],
    ["Error: boom<br> &nbsp; at x", "Error: boom<br> \u00a0 at x"],
    [
      "&copy; &toString; &constructor; & &; &#; &#x; &lt",
      "&copy; &toString; &constructor; & &; &#; &#x; &lt",
    ],
    ["&#0;&#xD800;&#x110000;&#99999999;", "&#0;&#xD800;&#x110000;&#99999999;"],
  ])("read %s", (written, text) => {
    expect(page.read(`<title>Error</title>\n<pre>${written}</pre>\n`)).toEqual({ message: text });
  });

  it("write any message as text that comes back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const written = page.write({ message: text });
        expect(page.read(written as string)).toEqual({ message: text });
        expect(written?.slice(27, -7)).not.toMatch(/[<>"']/);
      }),
    );
  });
});

/** A pattern as people may write one, no placeholder directly behind another. */
const anyPattern = fc
  .array(
    fc.tuple(
      fc.constantFrom("a", "b", "c", "*"),
      fc.constantFrom("/", ":", "ab", "aa", "\n", "-/"),
      fc.boolean(),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) =>
    pieces.flatMap(([name, literal, isOptional]): readonly PatternPart[] => {
      const placeholder = name === "*" ? { skip: "x" } : { name };
      return isOptional ? [{ maybe: [placeholder, literal] }] : [placeholder, literal];
    }),
  );
const text = fc.string({
  unit: fc.constantFrom("a", "b", "x", "/", ":", "-", "\n", "\r"),
  maxLength: 12,
});

describe("any pattern", () => {
  it("reads the values that it writes", () => {
    const values = fc.dictionary(fc.constantFrom("a", "b", "c"), text, { noNullPrototype: true });
    fc.assert(
      fc.property(anyPattern, values, (parts, value) => {
        const { read, write } = pattern(parts);
        const written = write(value);
        if (written === undefined) return;
        const names = new Set(
          parts.flatMap((part) => JSON.stringify(part).match(/(?<="name":")./g) ?? []),
        );
        const placed = Object.entries(value).filter(([name]) => names.has(name));
        expect(read(written)).toEqual(Object.fromEntries(placed));
      }),
    );
  });

  it("reads what a regular expression reads", () => {
    fc.assert(
      fc.property(anyPattern, text, (parts, given) => {
        const seen = new Set<string>();
        const isRepeated = (name: string) => seen.has(name) || !seen.add(name);
        const flat = parts.flatMap((part) =>
          typeof part === "object" && "maybe" in part ? part.maybe : [part],
        );
        fc.pre(
          !flat.some((part) => typeof part === "object" && "name" in part && isRepeated(part.name)),
        );
        const isMatch = new RegExp(`^${sourceOf(parts)}$`).test(given.replace(/(?:\r\n?|\n)$/, ""));
        fc.pre(!JSON.stringify(parts).includes("\\n"));
        expect(pattern(parts).read(given) !== undefined).toBe(isMatch);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["a", "ERR ".repeat(250_000)],
    ["b", `${"x#".repeat(500_000)}`],
    ["c", " : ".repeat(333_333)],
    ["d", "a".repeat(1_000_000)],
    ["e", "\r".repeat(1_000_000)],
    ["f", `${"a".repeat(500_000)}-${"a".repeat(499_999)}b`],
    ["g", "&#&#x&".repeat(166_666)],
  ])("bears a megabyte that almost fits (%s)", (_, given) => {
    const six = Array.from(
      { length: 6 },
      (_, index): PatternPart => ({
        maybe: [{ name: `n${index}` }, "aaaaaaaaab"],
      }),
    );
    for (const each of [
      line,
      type,
      explained,
      pattern([...six, "end"]),
      pattern([code, "-", message, "/", code, "/", code]),
      pattern([code, "-", code], "markup"),
    ]) {
      expect(() => each.read(given)).not.toThrow();
      expect(() => each.write({ code: given, message: given })).not.toThrow();
    }
  });
});

function sourceOf(parts: readonly PatternPart[]): string {
  return parts
    .map((part) =>
      typeof part === "string" ? part : "maybe" in part ? `(?:${sourceOf(part.maybe)})?` : "[^]*?",
    )
    .join("");
}
