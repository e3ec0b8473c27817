/** The page of a code as HTML. */
import type { Words } from "../../model/site-words.js";
import { type Html, html } from "../text/html.js";
import type { CodePage } from "./code-page.js";
import { type BlockContext, htmlBlock, htmlInline, statusClass } from "./html-blocks.js";
import { htmlDocument, linksFrom, wayFromAll } from "./html-layout.js";
import { retryIcon } from "./icons.js";
import { isRetired, type Site } from "./site-model.js";
import { resolverWords } from "./words.js";

/** The page of a code. */
export function htmlCodePage(page: CodePage, site: Site): string {
  const { catalog, addresses, language } = site;
  const { words } = language;
  const { code, title, category, summary } = page;
  const path = addresses.page(code);
  const root = "../".repeat(path.split("/").length - 1);
  const context = { words, linkTo: linksFrom(root, site) };
  const content = html`<article class="page">
<nav class="way">${wayFromAll(root, site)}<a href="${root}index.html">${words.home}</a>${
    category &&
    html` <span aria-hidden="true">/</span> <a href="${context.linkTo({ category: category.id })}">${category.title}</a>`
  }</nav>
${hero(page, site)}
${notice(page, context)}
<div class="columns">
${contents(page, words)}<div class="content">
${
  page.sections.some(({ id }) => id === "meaning") || isRetired(page)
    ? undefined
    : html`<p class="short">${summary}</p>\n`
}${page.sections.map(
  ({ id, heading, blocks }) =>
    html`<section class="part part-${id}" aria-labelledby="${id}">\n<h2 id="${id}">${heading}</h2>\n${blocks.map((block) => htmlBlock(block, context))}</section>\n`,
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
      canonical:
        language.folder === "" ? addresses.type(code) : addresses.absolute(language.folder + path),
      markdown: addresses.markdown(code),
      search: "bar",
      content,
    },
    site,
  );
}

function hero({ code, title, statuses, retry, resolver, ...page }: CodePage, site: Site): Html {
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
}${resolver !== undefined && html`<p class="resolver">${words.resolver}: ${resolverWords(words, resolver)}</p>`}
</div>
</header>`;
}

function notice({ ending }: CodePage, context: BlockContext): Html | undefined {
  if (ending === undefined) return undefined;
  const { kind, text, reason, replacedBy, elsewhere } = ending;
  const { words, linkTo } = context;
  return html`<div class="notice ${kind}">
<p><strong>${text}</strong>${reason !== undefined && ` ${reason}`}</p>
${
  replacedBy &&
  html`<p>${words["page.replaced"]} <a href="${linkTo(replacedBy)}">${replacedBy.title}</a> <code>${replacedBy.code}</code></p>`
}${elsewhere !== undefined && html`<p>${words["page.replaced"]} <code>${elsewhere}</code></p>`}
</div>`;
}

/** With fewer sections than this, a page is seen as a whole. */
const many = 5;

function contents({ sections }: CodePage, words: Words): Html | undefined {
  if (sections.length < many) return undefined;
  return html`<nav class="contents" aria-labelledby="contents">
<h2 id="contents">${words.contents}</h2>
<ul>
${sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>\n`)}</ul>
</nav>
`;
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
