/** Meanings, causes and fixes have links, code and emphasis, and nothing else of Markdown. */
import type { Report } from "../../diagnostics/report.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { Catalog, Entry } from "../../model/catalog.js";
import type { Located } from "../../model/source.js";
import { tokenFinder } from "../../model/token-finder.js";
import { isTaken } from "../../runtime/inline-markdown.js";
import { defineRules } from "../rule.js";

const texts = [
  {
    name: "text-link",
    severity: "error",
    summary: "A link in a meaning, cause or fix leads to an address of https, http or mailto.",
  },
  {
    name: "text-markdown",
    severity: "warning",
    summary: "A meaning, cause or fix has links, code and emphasis, and no other Markdown.",
  },
] as const;

type TextReport = Report<(typeof texts)[number]["name"]>;

export const textMarkdown = defineRules(texts, {
  entry: (entry, catalog, report) => {
    for (const text of longTexts(entry, catalog)) checkText(text, report);
  },
});

/** What an entry tells people at length, in every language. */
function longTexts(entry: Entry, { locales }: Catalog): readonly Located<string>[] {
  const translations = locales.flatMap((locale) => locale.entries.get(entry.code) ?? []);
  return [entry, ...translations].flatMap(({ meaning, causes, fixes }) => [
    ...(meaning === undefined ? [] : [meaning]),
    ...causes,
    ...fixes,
  ]);
}

/** Markdown that is shown as it stands, and what to write in its place. */
const untaken: readonly (readonly [form: RegExp, what: string, help: string])[] = [
  [
    /!\[[^[\]]{0,500}\]\([^()\s]{0,2000}\)/g,
    "An image is not shown",
    "Write a link, `[what it shows](https://…)`.",
  ],
  [
    /<(?:https?:\/\/|mailto:)[^<>\s]{1,500}>/gi,
    "An address between angle brackets is no link",
    "Write `[its text](https://…)`.",
  ],
  [
    /(?<!!)\[[^[\]]{0,500}\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,500}\)?|(?<=\])\]\([^()\n]{0,500}\)/g,
    "This is no link, so it is shown as it stands",
    "A link is `[its text](https://…)`, with a text that has no brackets and an address behind it.",
  ],
  [
    /(?<![\w\]])\[[^[\]]{1,500}\]\[[^[\]]{0,500}\]|^[ \t]{0,3}\[[^[\]]{1,500}\]:[ \t]*\S{1,500}/gm,
    "A link by reference is not followed",
    "Write the address behind its text: `[its text](https://…)`.",
  ],
  [
    /(?<!~)~~(?![~\s])[^~\n]{1,200}~~(?!~)/g,
    "Text is not struck out",
    "Leave the marks out, or the text.",
  ],
  [
    /^[ \t]{0,3}>[ \t]*\p{L}[^\n]{0,40}/gmu,
    "A quotation has no place in a text",
    "Write it as a sentence, in quotation marks.",
  ],
  [
    /(?<!`)`(?!`)[^`\n]{0,40}/g,
    "Nothing ends the code that begins here",
    "Write a second backtick behind the code, or `\\``, with a backslash, for the mark itself.",
  ],
  [
    /<(?!https?:|mailto:)(?:\/?[A-Za-z][^<>]{0,500}>|!--)/gi,
    "HTML is not read, so it is shown as it stands",
    "Put it between backticks, or leave it out.",
  ],
  [
    /^[ \t]{0,3}#{1,6}[ \t]+\S[^\n]{0,40}/gm,
    "A heading has no place in a text",
    "Write a sentence, with `**stars**` around what has to stand out.",
  ],
  [
    /^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?::?-{3,}:?)?[ \t]*$/gm,
    "A table has no place in a text",
    "Write sentences, or link to a page that has it.",
  ],
  [
    /^[ \t]{0,3}(?:`{3,}|~{3,})[^\n`]{0,40}$/gm,
    "A block of code has no place in a text",
    "Put short code between backticks, in a sentence.",
  ],
  [
    /(?<=\n)[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+\S[^\n]{0,40}/g,
    "A list has no place in a text",
    "`causes` and `fixes` are lists: give each item one of its own.",
  ],
];

function checkText({ value, at }: Located<string>, report: TextReport): void {
  const placeOf = tokenFinder(at);
  for (const [token, , address, rest = ""] of value.matchAll(codeOrLink)) {
    if (!token.includes("[")) continue;
    // Code is passed by, so that a link that stands in it too is found behind it.
    const place = placeOf(token);
    if (address !== undefined) checkLink({ address, rest: rest.trim(), place }, report);
  }
  const text = withoutLinks(withoutCode(value));
  for (const [form, what, help] of untaken) {
    const place = tokenFinder(at);
    for (const [token] of text.matchAll(form))
      report("text-markdown", place(token.trim()), `${what}.`, { help });
  }
}

/** A link, with what stands behind its address. */
interface WrittenLink {
  readonly address: string;
  readonly rest: string;
  readonly place: Located<string>["at"];
}

function checkLink({ address, rest, place }: WrittenLink, report: TextReport): void {
  const isTitle = /^["'(]/.test(rest);
  if (!isTaken(address))
    report("text-link", place, `A text cannot link to ${quoted(address)}.`, {
      help: `Write a whole address, such as ${wholeAddress(address)}.`,
    });
  else if (isTitle)
    report("text-link", place, "A link has its text and its address, and nothing else.", {
      help: `Write \`(${address})\`.`,
    });
  else if (rest !== "")
    report("text-link", place, "An address has no spaces.", {
      help: `Write \`(${address}%20${rest.replace(/\s+/g, "%20")})\`.`,
    });
}

/** What may have been meant by an address without its beginning. */
function wholeAddress(address: string): string {
  const whole = `https://${address}`;
  return /^www\.[\w-]+\./.test(address) && isTaken(whole) ? whole : "https://example.com/page";
}

const code = /\\[\\`*_[\]]|(?<!`)(`+)(?!`).{1,500}?(?<!`)\1(?!`)/gs;
const link =
  /(?<!!)\[[^[\]]{1,500}\]\(((?:[^()\s]|\([^()\s]{0,200}\)){1,2000})(\s[^()]{0,500})?\)/g;
const codeOrLink = new RegExp(`${code.source}|${link.source}`, "gs");

/** The text with spaces in the place of links, of which what is wrong has been said. */
function withoutLinks(text: string): string {
  return text.replace(link, (found) => found.replace(/[^\n]/g, " "));
}

/** The text with spaces in the place of code, and of what is escaped. */
function withoutCode(text: string): string {
  return text.replace(code, (found) => (found.includes("\n") ? found : " ".repeat(found.length)));
}
