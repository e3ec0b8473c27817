import fc from "fast-check";
import { load } from "js-yaml";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import {
  frontMatter,
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownText,
} from "../../../src/emit/text/markdown.js";
import { hostileText } from "../../support/hostile-text.js";

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
  readonly info: string;
}

// The parser of VitePress.
const parser = new MarkdownIt({ html: true });
const parse = (text: string) => parser.parse(text, {});

/** The text of inline tokens; undefined where there is anything else in them. */
function textOf(tokens: readonly Token[]): string | undefined {
  const children = tokens.flatMap((token) => token.children ?? []);
  return children.every(({ type }) => type === "text" || type === "text_special")
    ? braced(children.map(({ content }) => content).join(""))
    : undefined;
}

/** Two braces have something invisible between them, lest Vue take them for its own. */
function braced(text: string): string {
  return text.replace(/\{\u2060(?=\{)/g, "{");
}

/** What is left of a text: one line without controls. */
function kept(text: string): string {
  return braced(text)
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(
      /[\0-\x08\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g,
      "\ufffd",
    )
    .trim();
}

const special = fc.constantFrom(
  ...["{{ x }}", "<b>", ":::tip", ":smile:", ":name[x]", "import a", "export {}", "---", "1. a"],
  ...[
    "# a",
    "- a",
    "+ a",
    "a\n===",
    "> a",
    "![a](b)",
    "[a](b)",
    "**a**",
    "_a_",
    "~~~",
    "```",
    "|a|",
  ],
  ...["<!-- a", "<script>", "&lt;", "&#123;", "\\{", "    a", "*", "$x$", "{#id}", "%%a%%"],
);
const text = fc.oneof(
  hostileText,
  special,
  fc.tuple(special, hostileText).map((all) => all.join("")),
);

describe("Markdown", () => {
  it("reads back as the text that it was made of, in one paragraph", () => {
    fc.assert(
      fc.property(text, (given) => {
        const tokens = parse(markdownText(given));
        if (kept(given) === "") return;
        expect(tokens.map(({ type }) => type)).toEqual([
          "paragraph_open",
          "inline",
          "paragraph_close",
        ]);
        expect(textOf(tokens)).toBe(kept(given));
      }),
    );
  });

  it("keeps a text in an item of a list and in a link", () => {
    fc.assert(
      fc.property(text, (given) => {
        if (kept(given) === "") return;
        const item = parse(`- ${markdownText(given)}`);
        expect(item.map(({ type }) => type).filter((type) => type.endsWith("_open"))).toEqual([
          "bullet_list_open",
          "list_item_open",
          "paragraph_open",
        ]);
        expect(textOf(item)).toBe(kept(given));
        const link = parse(markdownLink(given, "./a.md")).flatMap(({ children }) => children ?? []);
        expect([link[0]?.type, link.at(-1)?.type]).toEqual(["link_open", "link_close"]);
        expect(textOf([{ children: link.slice(1, -1) } as never])).toBe(kept(given));
      }),
    );
  });

  it("shows nothing to those that compile it further: MDX, Vue and directives", () => {
    fc.assert(
      fc.property(text, (given) => {
        const printed = markdownText(given);
        const html = parser.render(printed);
        expect(html).not.toContain("{{");
        expect(printed).not.toMatch(/[{}<>]|:[\p{L}\p{N}:]|^(import|export)\b/u);
      }),
    );
  });

  it("keeps code in a line, and lets no expression of Vue into it", () => {
    fc.assert(
      fc.property(text, (given) => {
        if (kept(given) === "") return;
        const [child, ...rest] = parse(`a ${markdownCode(given)}`)
          .flatMap(({ children }) => children ?? [])
          .slice(1);
        if (child?.type !== "code_inline") {
          expect(markdownCode(given)).toBe(markdownText(given));
          return;
        }
        expect(rest).toEqual([]);
        expect(child.content).toBe(kept(given));
        expect(child.content).not.toMatch(/\{\{|\}\}/);
      }),
    );
  });

  it("lets VitePress include no file, in code neither", () => {
    const include = /<!--\s*@include:/;
    fc.assert(
      fc.property(text, fc.constantFrom("", " ", "\n", "\t"), (given, space) => {
        const hostile = `${given}<!--${space}@include: ../secret.md -->`;
        for (const printed of [
          markdownText(hostile),
          markdownCode(hostile),
          markdownBlock("http", hostile),
        ])
          expect(printed).not.toMatch(include);
      }),
    );
    expect(markdownBlock("http", "<!-- a -->")).toContain("<!-- a -->");
  });

  it("keeps blocks of code", () => {
    fc.assert(
      fc.property(text, (given) => {
        const tokens = parse(`${markdownBlock("json", given)}\n\nafter`);
        expect(tokens.map(({ type }) => type)).toEqual([
          "fence",
          "paragraph_open",
          "inline",
          "paragraph_close",
        ]);
        expect(tokens[0]?.info).toBe("json");
      }),
    );
  });

  it("has room for any number of backticks", () => {
    const many = "` ".repeat(200_000);
    expect(markdownCode(many).startsWith("``")).toBe(true);
    expect(markdownBlock("http", many).startsWith("```http\n")).toBe(true);
  });

  it("has front matter that is YAML", () => {
    fc.assert(
      fc.property(text, (given) => {
        const [, yaml = ""] =
          /^---\n([\s\S]*)\n---$/.exec(frontMatter({ title: given, n: 4 })) ?? [];
        expect(load(yaml)).toEqual({ title: kept(given), n: 4 });
      }),
    );
  });
});
