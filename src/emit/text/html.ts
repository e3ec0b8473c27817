/** The only place where a text becomes HTML. */

declare const markup: unique symbol;

/** HTML that is whole: every text in it has been escaped. */
export interface Html {
  readonly [markup]: true;
  toString(): string;
}

/** What may stand in a template. What is undefined or false leaves nothing. */
export type HtmlPart = Html | string | number | undefined | false | readonly HtmlPart[];

/**
 * HTML of a template. Every text in it is escaped, for content and for attributes in double quotes alike, unless it
 * is HTML already.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const printed = texts.map((text, index) => text + printPart(parts[index]));
  return markedUp(printed.join(""));
}

/** The HTML of a library that escapes for itself. */
export function markedUp(text: string): Html {
  return { toString: () => text } as Html;
}

function printPart(part: HtmlPart): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (isList(part)) return part.map(printPart).join("");
  return String(part);
}

function isList(part: HtmlPart): part is readonly HtmlPart[] {
  return Array.isArray(part);
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// What HTML cannot hold (section 13.1.4 of its standard), and what turns the writing direction.
const unfit =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;

function escapeHtml(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/\r\n?/g, "\n")
    .replace(unfit, "\ufffd")
    .replace(/[&<>"']/g, (char) => references[char] ?? char);
}
