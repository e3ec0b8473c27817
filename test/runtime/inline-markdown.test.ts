import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InlinePiece, inlineMarkdown, plainText } from "../../src/runtime/inline-markdown.js";
import { hostileText } from "../support/hostile-text.js";

/** The pieces as tags, to be read at a glance. */
function tagged(pieces: readonly InlinePiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === "text") return piece.text;
      if (piece.kind === "code") return `{code ${piece.text}}`;
      const inner = tagged(piece.inner);
      return piece.kind === "link" ? `{${piece.address} ${inner}}` : `{${piece.kind} ${inner}}`;
    })
    .join("");
}

describe("the Markdown of texts", () => {
  it.each([
    ["Plain text, 2 * 3 * 4, a*b*c, snake_case_name, __init__.", undefined],
    [
      "**Bold**, *soft*, _soft_ and `code`.",
      "{strong Bold}, {emphasis soft}, {emphasis soft} and {code code}.",
    ],
    ["`a ``b` and ``a `b` c`` and `` ` ``", "{code a ``b} and {code a `b` c} and {code `}"],
    [
      "See [the `page`](https://a.example/b_(c)?d=e#f).",
      "See {https://a.example/b_(c)?d=e#f the {code page}}.",
    ],
    ["**See [it](mailto:a@b.example), *now***", "**See {mailto:a@b.example it}, *now***"],
    [
      "**see [it](mailto:a@b.example), _now_**",
      "{strong see {mailto:a@b.example it}, {emphasis now}}",
    ],
    [
      "\\*no\\*, \\[no](https://a.example), \\`no\\`, C:\\dir",
      "*no*, [no](https://a.example), `no`, C:\\dir",
    ],
    ["[a](javascript:alert(1)) [b](//c) [d](../e) [f](JAVASCRIPT:g) [h](data:i)", undefined],
    ["[a](https://b.example/\u202ec) [d](https://e.example/<f>) [g](https:/h)", undefined],
    ["![image](https://a.example/b.png) <b>no</b> # no", undefined],
    ["`[a](https://b.example)` and `**c**`", "{code [a](https://b.example)} and {code **c**}"],
    ["*open, **open, `open, [open](", undefined],
    ["größe*n*, *größe*", "größe*n*, {emphasis größe}"],
  ])("%s", (text, expected = text) => {
    expect(tagged(inlineMarkdown(text))).toBe(expected);
  });

  it("can be left out, with the address behind a link", () => {
    const pieces = inlineMarkdown("**See** [`it`](https://a.example/b), https://c.example.");
    expect(plainText(pieces)).toBe("See it, https://c.example.");
    expect(plainText(pieces, { address: true })).toBe(
      "See it (https://a.example/b), https://c.example.",
    );
    const same = inlineMarkdown("[https://a.example](https://a.example)");
    expect(plainText(same, { address: true })).toBe("https://a.example");
  });

  it("links to nothing that a browser would run, whatever the text", () => {
    const links = (pieces: readonly InlinePiece[]): readonly string[] =>
      pieces.flatMap((piece) =>
        "inner" in piece
          ? [...(piece.kind === "link" ? [piece.address] : []), ...links(piece.inner)]
          : [],
      );
    const scheme = fc.constantFrom(
      "https://",
      "http://",
      "javascript:",
      "data:",
      "mailto:",
      "//",
      "",
    );
    fc.assert(
      fc.property(hostileText, scheme, hostileText, (label, start, rest) => {
        for (const address of links(inlineMarkdown(`${label}[${label}](${start}${rest})${rest}`)))
          expect(["https:", "http:", "mailto:"]).toContain(new URL(address).protocol);
      }),
    );
  });
});
