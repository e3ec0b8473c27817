/** The pages of a site as HTML. */
import { type Html, html } from "../text/html.js";
import type { CodePage } from "./code-page.js";
import { type BlockContext, htmlBlock, htmlInline, statusClass } from "./html-blocks.js";
import { htmlDocument, searchBox } from "./html-layout.js";
import { arrowIcon, retryIcon } from "./icons.js";
import type { PageTarget } from "./page-text.js";
import { isRetired, type Site } from "./site-model.js";
import { fillWords } from "./words.js";

/** The page of a code. */
export function htmlCodePage(page: CodePage, site: Site): string {
  const { catalog, addresses, language } = site;
  const { words } = language;
  const { code, title, category, summary } = page;
  const path = addresses.page(code);
  const root = "../".repeat(path.split("/").length - 1);
  const context = contextOf(site, root);
  const content = html`<article class="page">
<nav class="way"><a href="${root}index.html">${words.home}</a>${
    category &&
    html` <span aria-hidden="true">/</span> <a href="${context.linkTo({ category: category.id })}">${category.title}</a>`
  }</nav>
${hero(page, site)}
${notice(page, context)}
<div class="columns">
<div class="content">
${
  page.sections.some(({ id }) => id === "meaning") || isRetired(page)
    ? undefined
    : html`<p class="short">${summary}</p>\n`
}${page.sections.map(
  ({ id, heading, blocks }) =>
    html`<section class="part ${id}" aria-labelledby="${id}">\n<h2 id="${id}">${heading}</h2>\n${blocks.map((block) => htmlBlock(block, context))}</section>\n`,
)}</div>
${facts(page, site, context)}
</div>
</article>`;
  return htmlDocument(
    {
      title: `${title} (${code}) · ${catalog.title.value}`,
      description: summary,
      root,
      path,
      canonical: addresses.type(code),
      markdown: addresses.markdown(code),
      search: "bar",
      content,
    },
    site,
  );
}

/** The index, by category. */
export function htmlIndex(site: Site): string {
  const { catalog, language, groups, retired, addresses } = site;
  const { words } = language;
  const root = "";
  const content = html`<div class="index">
<header class="intro">
<h1>${catalog.title.value}</h1>
<p class="lead">${words["index.lead"]}</p>
${searchBox(root, site)}
</header>
${categories(site)}
${groups.map(({ id, title, pages }, index) => pageGroup({ id: `category-${id}`, title, hue: index % 8, pages }, site))}
${
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
      canonical: addresses.root === undefined ? undefined : addresses.absolute(""),
      markdown: "index.md",
      search: "page",
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
  const { language, addresses, catalog } = site;
  const { words } = language;
  const root = addresses.root ?? "";
  const content = html`<div class="index missing" data-missing>
<header class="intro">
<h1>${words["missing.title"]}</h1>
<p class="lead">${words["missing.lead"]}</p>
${searchBox(root, site)}
</header>
<p><a class="onward" href="${root}index.html">${words["index.all"]} ${arrowIcon()}</a></p>
${categories(site, root)}
</div>`;
  return htmlDocument(
    {
      title: `${words["missing.title"]} · ${catalog.title.value}`,
      description: words["missing.lead"],
      root,
      path: "index.html",
      canonical: undefined,
      markdown: undefined,
      search: "page",
      content,
    },
    site,
  );
}

function contextOf({ addresses, language }: Site, root: string): BlockContext {
  return {
    words: language.words,
    linkTo: (target: PageTarget) => {
      if (target === "index") return `${root}index.html`;
      if ("section" in target) return `#${target.section}`;
      return "code" in target
        ? root + addresses.page(target.code)
        : `${root}index.html#category-${target.category}`;
    },
  };
}

function hero({ code, title, statuses, retry, ...page }: CodePage, site: Site): Html {
  const { words } = site.language;
  const [first, ...rest] = statuses;
  const hue = site.groups.findIndex(({ id }) => id === page.category?.id) % 8;
  return html`<header class="hero${hue >= 0 && ` hue-${hue}`}">
${
  first &&
  html`<p class="status ${statusClass(first.value)}"><span class="unseen">${words.status} </span><span class="status-number">${first.value}</span> <span class="status-phrase">${first.phrase}${rest.map(({ value }) => html` <span class="status-other">${value}</span>`)}</span></p>`
}
<div class="name">
<h1>${title}</h1>
<p class="chip"><code id="code">${code}</code><button class="copy" type="button" data-copies="code" hidden>${words.copy}</button></p>
${
  retry !== undefined &&
  html`<p class="retry retry-${retry}">${retryIcon(retry)} ${words[`retry.short.${retry}`]}</p>`
}
</div>
</header>`;
}

function notice({ ending }: CodePage, context: BlockContext): Html | undefined {
  if (ending === undefined) return undefined;
  const { kind, text, reason, replacedBy } = ending;
  const { words, linkTo } = context;
  return html`<div class="notice ${kind}">
<p><strong>${text}</strong>${reason !== undefined && ` ${reason}`}</p>
${
  replacedBy &&
  html`<p>${words["page.replaced"]} <a href="${linkTo({ code: replacedBy.code })}">${replacedBy.title}</a> <code>${replacedBy.code}</code></p>`
}
</div>`;
}

function facts(
  { facts: all, code }: CodePage,
  site: Site,
  context: BlockContext,
): Html | undefined {
  const { words } = site.language;
  const spellings = site.spellingsOf(code);
  if (all.length === 0 && spellings.length === 0) return undefined;
  return html`<aside class="facts" aria-label="${words.facts}">
<dl>
${all.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${htmlInline(value, context)}</dd></div>\n`)}${
  spellings.length > 0 &&
  html`<div><dt>${words.spelled}</dt>${spellings.map(
    ({ text, formats }) =>
      html`<dd><code>${text}</code> <span class="whose">${formats.join(", ")}</span></dd>`,
  )}</div>`
}
</dl>
</aside>`;
}

function categories({ groups, language }: Site, root = ""): Html {
  return html`<nav class="categories" aria-label="${language.words["index.categories"]}">
<ul>
${groups.map(
  ({ id, title, pages }, index) =>
    html`<li><a class="hue-${index % 8}" href="${root === "" ? "" : `${root}index.html`}#category-${id}">${title} <span class="count">${pages.length}</span></a></li>\n`,
)}</ul>
</nav>`;
}

interface ShownGroup {
  readonly id: string;
  readonly title: string;
  readonly hue: number | undefined;
  readonly pages: readonly CodePage[];
}

function pageGroup({ id, title, hue, pages }: ShownGroup, site: Site): Html {
  const { words } = site.language;
  const count = fillWords(words["index.count"], { count: String(pages.length) });
  return html`<section class="group${hue !== undefined && ` hue-${hue}`}" aria-labelledby="${id}">
<h2 id="${id}">${title} <span class="count" aria-label="${count}">${pages.length}</span></h2>
<ul class="entries">
${pages.map((page) => entryLine(page, site))}</ul>
</section>
`;
}

function entryLine({ code, title, statuses, retry, summary }: CodePage, site: Site): Html {
  const [status] = statuses;
  const { words } = site.language;
  return html`<li class="entry">
<span class="number ${status && statusClass(status.value)}">${status?.value ?? "–"}</span>
<div><a href="${site.addresses.page(code)}">${title}</a> <code>${code}</code><p>${summary}</p></div>
${
  retry !== undefined &&
  html`<p class="retry retry-${retry}">${retryIcon(retry)}<span>${words[`retry.short.${retry}`]}</span></p>`
}
</li>
`;
}
