import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html, markedUp } from "../../../src/emit/text/html.js";
import { hostileText } from "../../support/hostile-text.js";

const names: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
};

/** What a browser makes of content without tags, and of an attribute in double quotes. */
function read(text: string): string {
  return text.replace(/&([a-z]+|#\d+);/g, (whole, name: string) => names[name] ?? whole);
}

/** What is left of a text: HTML holds no controls, and a line ends with LF. */
function kept(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/\r\n?/g, "\n")
    .replace(
      /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g,
      "\ufffd",
    );
}

describe("html", () => {
  it("escapes every text, and nothing gets out of it", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const printed = String(html`${text}`);
        expect(printed).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
        expect(read(printed)).toBe(kept(text));
      }),
    );
  });

  it("leaves HTML and numbers as they are, joins lists, and prints nothing for nothing", () => {
    const inner = html`<b>${"a<b"}</b>`;
    expect(String(html`<p>${inner}${[1, "&", inner]}${undefined}${false}</p>`)).toBe(
      "<p><b>a&lt;b</b>1&amp;<b>a&lt;b</b></p>",
    );
    expect(String(html`${markedUp("<i>x</i>")}`)).toBe("<i>x</i>");
  });
});
