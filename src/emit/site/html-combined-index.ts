/** The index over several catalogs as HTML, and its page for unknown addresses. */
import { type Html, html } from "../text/html.js";
import type { CombinedIndex } from "./combined-index.js";
import { legend, missingDocument, pageGroup } from "./html-index.js";
import { htmlDocument, searchBox } from "./html-layout.js";

/** The catalogs with their codes. */
export function htmlCombinedIndex(index: CombinedIndex): string {
  const { title, language, parts, isLarge, base } = index;
  const { words } = language;
  const live = parts.flatMap(({ site }) => site.groups.flatMap(({ pages }) => pages));
  const content = html`<div class="index">
<header class="intro">
<h1>${title}</h1>
<p class="lead">${words["index.lead"]}</p>
${searchBox("", index)}
</header>
${catalogs(index, "")}
${!isLarge && legend(live, index)}
${
  !isLarge &&
  parts.map(({ site, to }, at) =>
    pageGroup(
      {
        id: `catalog-${site.catalog.name.value}`,
        title: html`<a href="${to}index.html">${site.title}</a>`,
        hue: at % 8,
        pages: site.groups.flatMap(({ pages }) => pages),
        to,
      },
      site,
    ),
  )
}
</div>`;
  return htmlDocument(
    {
      title,
      description: words["index.lead"],
      root: "",
      path: "index.html",
      canonical: base,
      markdown: "index.md",
      search: "page",
      content,
    },
    index,
  );
}

/** What a host answers with at an address that it does not know. */
export function htmlCombinedMissing(index: CombinedIndex): string {
  const root = index.base === undefined ? "" : new URL(index.base).pathname;
  return missingDocument(root, catalogs(index, root), index);
}

function catalogs({ parts, language }: CombinedIndex, root: string): Html {
  return html`<nav class="categories" aria-label="${language.words.catalogs}">
<ul>
${parts.map(
  ({ site, to }, at) =>
    html`<li><a class="hue-${at % 8}" href="${root}${to}index.html">${site.title} <span class="count">${site.pages.length}</span></a></li>
`,
)}</ul>
</nav>`;
}
