/** What is around every page: head, bar, search, footer. */
import { type Html, type HtmlPart, html } from "../text/html.js";
import type { PageTarget } from "./page-text.js";
import type { Site, SiteFrame } from "./site-model.js";
import { fillWords } from "./words.js";

/** A page and where it stands. */
export interface Layout {
  /** For the tab of the browser. */
  readonly title: string;
  readonly description: string;
  /** From this page to the folder of the site: nothing, `../`, or an absolute path. */
  readonly root: string;
  /** The file, relative to the folder of the site. */
  readonly path: string;
  /** The page's one address. */
  readonly canonical: string | undefined;
  /** The same page as Markdown, relative to the folder of the site. */
  readonly markdown: string | undefined;
  /** Where the search box stands. */
  readonly search: "bar" | "page";
  readonly content: Html;
}

/** How a page links to others, from where it stands. */
export function linksFrom(
  root: string,
  { addresses, isLarge, around }: Site,
): (target: PageTarget) => string {
  const linkTo = (address: string) => {
    const page = around?.pageAt(address);
    return page === undefined ? address : `${root}${around?.to}${page}`;
  };
  return (target) => {
    if ("section" in target) return `#${target.section}`;
    if ("code" in target)
      return target.elsewhere === undefined
        ? root + addresses.page(target.code)
        : linkTo(target.elsewhere);
    const { category } = target;
    return root + (isLarge ? addresses.category(category) : `index.html#category-${category}`);
  };
}

const rightToLeft = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

function isRightToLeft(tag: string): boolean {
  return rightToLeft.includes(new Intl.Locale(tag).maximize().script ?? "");
}

/** A whole document. Nothing in it needs more than `default-src 'self'`. */
export function htmlDocument(layout: Layout, frame: SiteFrame): string {
  const { title, description, root, canonical, markdown, path, content } = layout;
  const { language } = frame;
  const { words, lang, others } = language;
  const text = html`<!doctype html>
<html lang="${lang}"${isRightToLeft(lang) && html` dir="rtl"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
${canonical !== undefined && html`<link rel="canonical" href="${canonical}">\n`}${
  markdown !== undefined &&
  html`<link rel="alternate" type="text/markdown" href="${root}${markdown}">\n`
}${others.map(
  (other) =>
    html`<link rel="alternate" hreflang="${other.lang}" href="${root}${other.to}${path}">\n`,
)}<link rel="icon" type="image/svg+xml" href="${root}site.svg">
<link rel="stylesheet" href="${root}site.css">
<script src="${root}site.js" defer></script>
</head>
<body data-copy="${words.copy}" data-copied="${words.copied}">
<a class="skip" href="#content">${words.skip}</a>
<header class="bar">
<a class="home" href="${root}index.html">${frame.title}</a>
${layout.search === "bar" && searchBox(root, frame)}
${languageSwitch(layout, frame)}
</header>
<main id="content">
${content}
</main>
${footer(layout, frame)}
</body>
</html>
`;
  return text.toString();
}

/** The search box, which searches all catalogs of a site. It needs the script, and is not shown without. */
export function searchBox(root: string, { language: { words }, around }: SiteFrame): Html {
  const folder = `${root}${around?.to ?? ""}`;
  return html`<form class="search" role="search" action="${folder}index.html" data-index="${folder}search-index.js" data-found="${words["search.found"]}" data-none="${words["search.none"]}" data-by-code="${words["search.byCode"]}" data-by-status="${words["search.byStatus"]}" data-by-words="${words["search.byWords"]}">
<label class="unseen" for="search">${words["search.label"]}</label>
<input id="search" name="q" type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls="found" aria-keyshortcuts="/ Control+K" autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck="false" enterkeyhint="go" placeholder="${words["search.placeholder"]}">
<kbd aria-hidden="true" title="${words["search.hint"]}">/</kbd>
<div id="found" class="found" role="listbox" aria-label="${words["search.label"]}" hidden></div>
<p class="unseen" role="status"></p>
</form>`;
}

/** The page in each language. Many of them stand in a list that opens. */
function languageSwitch({ root, path }: Layout, { language }: SiteFrame): Html | undefined {
  const { words, others, lang, name } = language;
  if (others.length === 0) return undefined;
  const links = others.map(
    (other) =>
      html`<a href="${root}${other.to}${path}" hreflang="${other.lang}" lang="${other.lang}">${other.name}</a>`,
  );
  const own = html`<span lang="${lang}" aria-current="true">${name}</span>`;
  return html`<nav class="languages" aria-label="${words.language}">${
    others.length < 3
      ? html`${own} ${links.map((link) => html`${link} `)}`
      : html`<details><summary>${own}</summary><ul>${links.map((link) => html`<li>${link}</li>`)}</ul></details>`
  }</nav>`;
}

/** The way from the index of all catalogs to where a page is. */
export function wayFromAll(root: string, { language, around }: SiteFrame): Html | undefined {
  if (around === undefined) return undefined;
  return html`<a href="${root}${around.to}index.html">${language.words.catalogs}</a> <span aria-hidden="true">/</span> `;
}

function footer({ root, markdown }: Layout, { title, version, language }: SiteFrame): Html {
  const { words } = language;
  const link = (to: string, text: HtmlPart) => html`<a href="${root}${to}">${text}</a>`;
  return html`<footer class="foot">
<p>${title}${version !== undefined && ` · ${fillWords(words["footer.version"], { version })}`}</p>
<p>${words["footer.machines"]}: ${markdown !== undefined && html`${link(markdown, words["footer.markdown"])} · `}${link("index.json", "index.json")} · ${link("llms.txt", "llms.txt")}</p>
</footer>`;
}
