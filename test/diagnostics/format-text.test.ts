import fc from "fast-check";
import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { formatText } from "../../src/diagnostics/format-text.js";
import { findingAbout } from "../support/findings.js";
import { hostileText } from "../support/hostile-text.js";

const plain = pc.createColors(false);

const framed = (text: string, marked: string) =>
  formatText([findingAbout(text, marked)], plain)
    .split("\n")
    .slice(1, 3);

describe("diagnostics as text", () => {
  it("show place, severity, rule, sentence, line, caret, help and other places", () => {
    const text = "a: 1\nbc: 2\n";
    const help = "Delete it.";
    const related = [{ at: findingAbout(text, "a").at, message: "The first is here." }];
    expect(
      formatText(
        [
          findingAbout(text, "bc", { help, related }),
          findingAbout(text, "2", { severity: "warning" }),
        ],
        plain,
      ),
    ).toBe(
      [
        "catalog/a.yaml:2:1 error unknown-key It is wrong.",
        "  2 | bc: 2",
        "    | ^^",
        "  help: Delete it.",
        "  see: catalog/a.yaml:1:1 The first is here.",
        "",
        "catalog/a.yaml:2:5 warning unknown-key It is wrong.",
        "  2 | bc: 2",
        "    |     ^",
        "",
        "1 error, 1 warning",
      ].join("\n"),
    );
  });

  it("count in the plural where there are none", () => {
    expect(formatText([], plain)).toBe("0 errors, 0 warnings");
  });

  it.each([
    ["tabs", "\ta:\tbc", "bc", ["  1 |  a: bc", "    |     ^^"]],
    ["pictures", "😀 bc", "bc", ["  1 | 😀 bc", "    |    ^^"]],
    ["pictures made of several", "👨‍👩‍👧❤️ bc", "bc", ["  1 | 👨‍👩‍👧❤️ bc", "    |      ^^"]],
    ["wide characters", "雪の bc", "bc", ["  1 | 雪の bc", "    |      ^^"]],
    ["wide characters that are meant", "a: 雪の", "雪の", ["  1 | a: 雪の", "    |    ^^^^"]],
    [
      "accents that are characters of their own",
      "e\u0301 bc",
      "bc",
      ["  1 | e\u0301 bc", "    |   ^^"],
    ],
    ["terminal escapes", "\u001b[31m bc", "bc", ["  1 | \\u001b[31m bc", "    |            ^^"]],
    [
      "terminal escapes that are meant",
      "a \u202eb",
      "\u202e",
      ["  1 | a \\u202eb", "    |   ^^^^^^"],
    ],
    ["line ends of Windows", "a: bc\r\nd: e\r\n", "bc", ["  1 | a: bc", "    |    ^^"]],
    ["a place that goes on", "a: [b,\n  c]", "[b,\n  c]", ["  1 | a: [b,", "    |    ^^^"]],
    ["a place at the end", "a: ", "", ["  1 | a:", "    | ^"]],
  ])("put the caret under the place with %s", (_, text, marked, expected) => {
    expect(framed(text, marked)).toEqual(expected);
  });

  it("show of a long line what stands around the place", () => {
    const [line = "", caret = ""] = framed(`${"x".repeat(500)}bc${"y".repeat(500)}`, "bc");
    expect(line).toBe(`  1 | ${"x".repeat(60)}bc${"y".repeat(58)}`);
    expect(caret).toBe(`    | ${" ".repeat(60)}^^`);
  });

  it("cut no picture into halves", () => {
    const [line = "", caret = ""] = framed(`${"😀".repeat(100)}xbc${"😀".repeat(100)}`, "bc");
    expect(line).not.toMatch(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
    );
    expect(line.slice(caret.indexOf("^"))).toMatch(/^.*bc/u);
  });

  it("leave the line out where the file could not be read", () => {
    expect(formatText([findingAbout("", "")], plain)).toBe(
      "catalog/a.yaml:1:1 error unknown-key It is wrong.\n\n1 error, 0 warnings",
    );
  });

  it("let no text reach the terminal raw", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (before, marked) => {
        const text = before + marked;
        const at = { file: { path: text, text }, start: before.length, end: text.length };
        const said = formatText(
          [
            findingAbout(text, marked, {
              at,
              message: text,
              help: text,
              related: [{ at, message: text }],
            }),
          ],
          plain,
        );
        expect(said).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/,
        );
      }),
    );
  });

  it("stay fast on a file that is one long line", () => {
    const text = "x".repeat(1_000_000);
    const file = { path: "a.yaml", text };
    const many = Array.from({ length: 2000 }, (_, index) =>
      findingAbout(text, "x", { at: { file, start: index * 500, end: index * 500 + 1 } }),
    );
    expect(formatText(many, plain).split("\n\n")).toHaveLength(2001);
  });

  it("use colours where there are some", () => {
    expect(formatText([findingAbout("a: b", "b")], pc.createColors(true))).toContain(
      "\u001b[31merror\u001b[39m",
    );
  });
});
