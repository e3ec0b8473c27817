/** The index of a site as HTML, and what stands in for it: pages of categories, and the page for unknown addresses. */
import { type Html, type HtmlPart, html } from "../text/html.js";
import type { CodePage } from "./code-page.js";
import { htmlBlock, statusClass } from "./html-blocks.js";
import { htmlDocument, linksFrom, searchBox, wayFromAll } from "./html-layout.js";
import { arrowIcon, retryIcon } from "./icons.js";
import type { PageGroup, Site, SiteFrame } from "./site-model.js";
import { fillWords } from "./words.js";

/** The index, by category. */
export function htmlIndex(site: Site): string {
  const { catalog, language, groups, others, retired, addresses, isLarge } = site;
  const { words } = language;
  const root = "";
  const content = html`<div class="index">
${site.around && html`<nav class="way">${wayFromAll(root, site)}${catalog.title.value}</nav>\n`}<header class="intro">
<h1>${catalog.title.value}</h1>
<p class="lead">${words["index.lead"]}</p>
${searchBox(root, site)}
</header>
${categories(site, root)}
${
  !isLarge &&
  legend(
    groups.flatMap(({ pages }) => pages),
    site,
  )
}
${
  !isLarge &&
  groups.map(({ id, title, pages }, index) =>
    pageGroup({ id: `category-${id}`, title, hue: index % 8, pages }, site),
  )
}${others.map(
  ({ name, title, pages }) => html`<section class="group" id="from-${name}">
<h2>${title}</h2>
${htmlBlock({ kind: "pages", pages }, { words, linkTo: linksFrom(root, site) })}</section>
`,
)}${
  retired.length > 0 &&
  pageGroup({ id: "retired", title: words["index.retired"], hue: undefined, pages: retired }, site)
}
</div>`;
  return htmlDocument(
    {
      title: catalog.title.value,
      description: words["index.lead"],
      root,
      path: "index.html",
      canonical: addresses.root === undefined ? undefined : addresses.absolute(language.folder),
      markdown: "index.md",
      search: "page",
      content,
    },
    site,
  );
}

/** The page of a category, where the index is too long for all codes. */
export function htmlCategoryPage(group: PageGroup, site: Site): string {
  const { catalog, language, addresses } = site;
  const { words } = language;
  const { id, title, pages } = group;
  const path = addresses.category(id);
  const content = html`<div class="index">
<nav class="way">${wayFromAll("", site)}<a href="index.html">${words.home}</a></nav>
${legend(pages, site)}
${pageGroup({ id: "codes", title, hue: site.groups.indexOf(group) % 8, pages, level: 1 }, site)}
</div>`;
  return htmlDocument(
    {
      title: `${title} · ${catalog.title.value}`,
      description: title,
      root: "",
      path,
      canonical:
        addresses.root === undefined ? undefined : addresses.absolute(language.folder + path),
      markdown: undefined,
      search: "bar",
      content,
    },
    site,
  );
}

/**
 * What a host answers with at an address that it does not know. Such an address may be deeper than the site, so links
 * are absolute where the address of the site is known.
 */
export function htmlMissingPage(site: Site): string {
  const { language, addresses } = site;
  const root = addresses.root === undefined ? "" : addresses.root + language.folder;
  return missingDocument(root, categories(site, root), site);
}

/** The same, with what leads into the site. */
export function missingDocument(root: string, onward: Html, frame: SiteFrame): string {
  const { words } = frame.language;
  const content = html`<div class="index missing" data-missing>
<header class="intro">
<h1>${words["missing.title"]}</h1>
<p class="lead">${words["missing.lead"]}</p>
${searchBox(root, frame)}
</header>
<p><a class="onward" href="${root}index.html">${words.home} ${arrowIcon()}</a></p>
${onward}
</div>`;
  return htmlDocument(
    {
      title: `${words["missing.title"]} · ${frame.title}`,
      description: words["missing.lead"],
      root,
      path: "index.html",
      canonical: undefined,
      markdown: undefined,
      search: "page",
      content,
    },
    frame,
  );
}

function categories(site: Site, root: string): Html {
  const { groups, language, isLarge } = site;
  const linkTo = linksFrom(root, site);
  return html`<nav class="categories" aria-label="${language.words["index.categories"]}">
<ul>
${groups.map(
  ({ id, title, pages }, index) =>
    // Its place on an index that was shorter once.
    html`<li${isLarge && html` id="category-${id}"`}><a class="hue-${index % 8}" href="${linkTo({ category: id })}">${title} <span class="count">${pages.length}</span></a></li>
`,
)}</ul>
</nav>`;
}

const retries = ["never", "after", "backoff"] as const;

/** What the signs beside the codes mean: those that are on the page. */
export function legend(pages: readonly CodePage[], { language }: SiteFrame): Html {
  const { words } = language;
  const kinds = new Set(pages.map(({ retry }) => retry));
  const first = new Set(
    pages.flatMap(({ statuses: [status] }) => (status ? [statusClass(status.value)] : [])),
  );
  const statuses = [
    ["4xx", words["legend.request"]],
    ["5xx", words["legend.service"]],
  ] as const;
  return html`<dl class="legend" aria-label="${words.legend}">
${statuses
  .filter(([name]) => first.has(statusClass(name)))
  .map(
    ([name, text]) =>
      html`<div><dt class="number ${statusClass(name)}">${name}</dt><dd>${text}</dd></div>
`,
  )}${retries
  .filter((retry) => kinds.has(retry))
  .map(
    (retry) =>
      html`<div><dt class="retry retry-${retry}">${retryIcon(retry)}</dt><dd>${words[`retry.short.${retry}`]}</dd></div>
`,
  )}</dl>`;
}

interface ShownGroup {
  readonly id: string;
  readonly title: HtmlPart;
  readonly hue: number | undefined;
  readonly pages: readonly CodePage[];
  /** Of the heading: 1 where it is the page's own. */
  readonly level?: 1;
  /** From the page to the folder of the site. Default: it is in there. */
  readonly to?: string;
}

/** Codes under a heading. */
export function pageGroup({ id, title, hue, pages, level, to = "" }: ShownGroup, site: Site): Html {
  const { words } = site.language;
  const count = fillWords(words["index.count"], { count: String(pages.length) });
  const heading = html`${title} <span class="count"><span class="unseen">${count}</span><span aria-hidden="true">${pages.length}</span></span>`;
  return html`<section class="group${hue !== undefined && ` hue-${hue}`}" aria-labelledby="${id}">
${level === 1 ? html`<h1 id="${id}">${heading}</h1>` : html`<h2 id="${id}">${heading}</h2>`}
<ul class="entries">
${pages.map((page) => entryLine(page, to, site))}</ul>
</section>
`;
}

function entryLine(
  { code, title, statuses, retry, summary }: CodePage,
  to: string,
  site: Site,
): Html {
  const [status] = statuses;
  const { words } = site.language;
  return html`<li class="entry">
<span class="number ${status && statusClass(status.value)}">${status?.value ?? "–"}</span>
<div><a href="${to}${site.addresses.page(code)}">${title}</a> <code>${code}</code><p>${summary}</p></div>
${
  retry !== undefined &&
  html`<p class="retry retry-${retry}">${retryIcon(retry)}<span>${words[`retry.short.${retry}`]}</span></p>`
}
</li>
`;
}
