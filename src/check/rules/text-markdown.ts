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
    /<(?:\/?[A-Za-z][^<>]{0,500}>|!--)/g,
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
  const text = withoutCode(value);
  const links = tokenFinder(at);
  for (const [token, address = "", title = ""] of text.matchAll(link)) {
    const at = links(token);
    if (!isTaken(address))
      report("text-link", at, `A text cannot link to ${quoted(address)}.`, {
        help: "Write a whole address, such as https://example.com/page.",
      });
    else if (title.trim() !== "")
      report("text-link", at, "A link has its text and its address, and nothing else.", {
        help: `Write \`(${address})\`.`,
      });
  }
  for (const [form, what, help] of untaken) {
    const place = tokenFinder(at);
    for (const [token] of text.matchAll(form))
      report("text-markdown", place(token.trim()), `${what}.`, { help });
  }
}

const link =
  /(?<!!)\[[^[\]]{1,500}\]\(((?:[^()\s]|\([^()\s]{0,200}\)){1,2000})(\s[^()]{0,500})?\)/g;

/** The text with spaces in the place of code, and of what is escaped. */
function withoutCode(text: string): string {
  return text.replace(/\\[\\`*_[\]]|(?<!`)(`+)(?!`).{1,500}?(?<!`)\1(?!`)/gs, (found) =>
    found.includes("\n") ? found : " ".repeat(found.length),
  );
}
