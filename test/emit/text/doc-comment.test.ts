import { runInNewContext } from "node:vm";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import ts from "typescript";
import { expect, it } from "vitest";
import { docComment, docText } from "../../../src/emit/text/doc-comment.js";
import { hostileText } from "../../support/hostile-text.js";

const misleading =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

it("makes one comment of any texts, with code behind it that still runs", () => {
  fc.assert(
    fc.property(
      fc.array(hostileText, { maxLength: 4 }),
      fc.constantFrom("", "  "),
      (texts, indent) => {
        const comment = docComment(texts.map(docText), indent);
        const code = `${comment}(7)`;
        expect(runInNewContext(code)).toBe(7);
        expect(comment).not.toMatch(misleading);
        expect(ts.getLeadingCommentRanges(code, 0) ?? []).toHaveLength(comment === "" ? 0 : 1);
      },
    ),
  );
});

it("makes one comment of any texts, whatever stands beside them", () => {
  const beside = fc.constantFrom("", "*", "**", "/", "- ", " ", "\\");
  const line = fc
    .tuple(beside, fc.oneof(hostileText, fc.constantFrom("/", "/a", "*", "a*")), beside)
    .map(([before, text, after]) => before + docText(text) + after);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), fc.boolean(), (lines, isOne) => {
      const comment = docComment(isOne ? [lines.join("\n")] : lines);
      const code = `${comment}(7)`;
      expect(runInNewContext(code)).toBe(7);
      expect(ts.getLeadingCommentRanges(code, 0) ?? []).toHaveLength(comment === "" ? 0 : 1);
    }),
  );
});

it("keeps a text that begins with a slash inside bold marks", () => {
  expect(docComment([`**${docText("/health does not answer")}**`])).toBe(
    "/** **\\/health does not answer** */\n",
  );
});

it("lets no text name a map", () => {
  for (const mark of ["//# ", "/*# ", "//@ ", "//#\t"])
    expect(docComment([docText(`a ${mark}sourceMappingURL=b`)])).not.toMatch(
      /\/[/*][#@]\s*source(Mapping)?URL=/,
    );
});

it("brings no HTML, links or images to whatever shows the comment, and no open code", () => {
  const markdown = new MarkdownIt({ html: true });
  const special = fc.constantFrom(
    ...[
      "<b>",
      "</b>",
      "<!-- a -->",
      "<?a?>",
      "`<b>`",
      "``",
      "`",
      "[a](b)",
      "![a](b)",
      "\\",
      "\\<b>",
    ],
  );
  const text = fc
    .array(fc.oneof(special, hostileText, fc.constant("a")), { maxLength: 6 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (given) => {
      const [, inline] = markdown.parse(`a ${docText(given)} \`a\` ${docText(given)} b`, {});
      const types = (inline?.children ?? []).map(({ type }) => type);
      expect(types.filter((type) => /html|link|image/.test(type))).toEqual([]);
      expect(
        inline?.children?.some((each) => each.type === "code_inline" && each.content === "a"),
      ).toBe(true);
    }),
  );
  expect(docText("use `<b>`, a < b, a[0] (b) and 5 * 3 of name@example.com")).toBe(
    "use `<b>`, a < b, a[0] (b) and 5 * 3 of name@example.com",
  );
});

it("lets no text bring tags into a comment", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const code = `${docComment(["A title", docText(text), docText(`@deprecated ${text}`)])}export function f(): void {}\n`;
      const [statement] = ts.createSourceFile(
        "a.ts",
        code,
        ts.ScriptTarget.ES2022,
        true,
      ).statements;
      expect(statement && ts.getJSDocTags(statement)).toEqual([]);
    }),
  );
});

it("leaves out empty paragraphs, and the comment where all are empty", () => {
  expect(docComment(["", "  "])).toBe("");
  expect(docComment(["One", "", "Two\nThree"], "  ")).toBe(
    "  /**\n   * One\n   *\n   * Two\n   * Three\n   */\n",
  );
  expect(docComment(["One"])).toBe("/** One */\n");
});
