/** The blocks of a page as HTML. */
import { match } from "ts-pattern";
import type { Words } from "../../model/site-words.js";
import { type Html, html } from "../text/html.js";
import { highlighted } from "./highlight.js";
import type { Block, CodeText, FieldRow, Inline, PageLine, PageTarget, Tab } from "./page-text.js";

/** How blocks become HTML on a certain page. */
export interface BlockContext {
  readonly words: Words;
  /** From this page to another place of the site. */
  linkTo(target: PageTarget): string;
}

/** A block. */
export function htmlBlock(block: Block, context: BlockContext): Html {
  const inner = (text: readonly Inline[]) => htmlInline(text, context);
  return match(block)
    .with({ kind: "paragraph" }, ({ text }) => html`<p>${inner(text)}</p>\n`)
    .with(
      { kind: "list" },
      ({ items }) => html`<ul>\n${items.map((item) => html`<li>${inner(item)}</li>\n`)}</ul>\n`,
    )
    .with({ kind: "heading" }, ({ id, text }) => html`<h3 id="${id}">${inner(text)}</h3>\n`)
    .with({ kind: "code" }, ({ code }) => codeBlock(code))
    .with({ kind: "fields" }, ({ rows }) => fieldList(rows, context))
    .with({ kind: "tabs" }, ({ tabs }) => tabList(tabs, context))
    .with({ kind: "pages" }, ({ pages }) => pageList(pages, context))
    .exhaustive();
}

/** Pieces of a line. */
export function htmlInline(text: readonly Inline[], context: BlockContext): Html {
  return html`${text.map((piece) => {
    if (typeof piece === "string") return piece;
    return match(piece)
      .with({ kind: "code" }, (code) => html`<code>${code.text}</code>`)
      .with({ kind: "link" }, (link) => html`<a href="${context.linkTo(link.to)}">${link.text}</a>`)
      .with({ kind: "emphasis" }, ({ inner }) => html`<em>${htmlInline(inner, context)}</em>`)
      .with({ kind: "strong" }, ({ inner }) => html`<strong>${htmlInline(inner, context)}</strong>`)
      .with(
        { kind: "address" },
        ({ address, inner }) =>
          html`<a href="${address}" rel="noopener noreferrer">${htmlInline(inner, context)}</a>`,
      )
      .exhaustive();
  })}`;
}

/** A list of pages, each with its status. */
function pageList(pages: readonly PageLine[], { linkTo }: BlockContext): Html {
  return html`<ul class="pages">\n${pages.map(
    ({ code, title, status, elsewhere }) =>
      html`<li><a href="${linkTo({ code, elsewhere })}">${title}</a> <span class="unbroken">${
        status !== undefined && html`<span class="number ${statusClass(status)}">${status}</span> `
      }<code>${code}</code></span></li>\n`,
  )}</ul>\n`;
}

/** The class that colours a status. */
export function statusClass(status: string | number): string {
  return String(status).startsWith("5") ? "of-service" : "of-request";
}

// With tabindex: what scrolls has to be within reach of the keyboard.
function codeBlock(code: CodeText): Html {
  return html`<div class="code"><pre tabindex="0" role="group" aria-label="${code.label}"><code>${highlighted(code)}</code></pre></div>\n`;
}

function fieldList(rows: readonly FieldRow[], context: BlockContext): Html {
  const { words } = context;
  return html`<dl class="fields">\n${rows.map(
    ({ name, optional, type, notes, text }) => html`<div>
<dt><code>${name}</code>${optional && html` <span class="optional">${words["fields.optional"]}</span>`}</dt>
<dd><p class="type">${htmlInline(type, context)}${notes.map((note) => html`<span class="note">${note}</span>`)}</p>${
      text !== undefined && html`<p>${text}</p>`
    }</dd>
</div>\n`,
  )}</dl>\n`;
}

function tabList(tabs: readonly Tab[], context: BlockContext): Html {
  return html`<div class="tabs">\n${tabs.map(
    ({ id, choice, title, blocks }) =>
      html`<section class="tab" id="${id}" data-choice="${choice}">\n<h3>${title}</h3>\n${blocks.map((block) => htmlBlock(block, context))}</section>\n`,
  )}</div>\n`;
}
