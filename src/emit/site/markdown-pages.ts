/** The pages of a site as Markdown, as VitePress, Docusaurus and Starlight take it. */
import { match } from "ts-pattern";
import type { Words } from "../../model/site-words.js";
import {
  frontMatter,
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownText,
} from "../text/markdown.js";
import type { CodePage } from "./code-page.js";
import { markdownInline } from "./markdown-inline.js";
import type { PageFact } from "./page-facts.js";
import type { Block, CodeText, FieldRow, PageLine, Section } from "./page-text.js";
import type { Site } from "./site-model.js";

/** The page of a code. */
export function markdownCodePage(page: CodePage, site: Site): string {
  const { words } = site.language;
  const { code, title, statuses, summary, facts, ending } = page;
  // Whoever reads the text alone wants to know first what to do.
  const next = page.sections.filter(({ id }) => id === "fixes");
  const sections = page.sections.filter(({ id }) => id !== "fixes");
  const printed = (all: readonly Section[]) =>
    all.flatMap((section) => [
      `## ${markdownText(section.heading)}`,
      ...section.blocks.map((block) => blockText(block, 3, words)),
    ]);
  const [status] = statuses;
  const head = frontMatter({
    title,
    description: summary,
    code,
    ...(status === undefined ? {} : { status: status.value }),
  });
  // The title is in the front matter, which some show as a heading: another one of the same text would be one too many.
  const blocks = [
    `# ${markdownCode(code)}`,
    `**${markdownText(title)}**`,
    ...noticeText(ending, words),
    ...(sections.some(({ id }) => id === "meaning") || ending !== undefined
      ? []
      : [markdownText(summary)]),
    ...printed(next),
    ...factList(facts, page, site),
    ...printed(sections),
  ];
  return `${[head, ...blocks].filter((text) => text !== "").join("\n\n")}\n`;
}

/** The index. */
export function markdownIndex(site: Site): string {
  const { catalog, language, groups, others, retired } = site;
  const { words } = language;
  const lines = (pages: readonly CodePage[]) =>
    pages
      .map(({ code, title, statuses, summary }) =>
        [
          `- ${markdownLink(title, `./${code}.md`)} ${markdownCode(code)}`,
          ...(statuses[0] === undefined ? [] : [` (${statuses[0].value})`]),
          `: ${markdownText(summary)}`,
        ].join(""),
      )
      .join("\n");
  const blocks = [
    frontMatter({ title: catalog.title.value, description: words["index.lead"] }),
    `# ${markdownText(words.home)}`,
    markdownText(words["index.lead"]),
    ...groups.flatMap(({ title, pages }) => [`## ${markdownText(title)}`, lines(pages)]),
    ...others.flatMap(({ title, pages }) => [
      `## ${markdownText(title)}`,
      pages.map((line) => `- ${pageLink(line)}`).join("\n"),
    ]),
    ...(retired.length === 0 ? [] : [`## ${markdownText(words["index.retired"])}`, lines(retired)]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function noticeText(ending: CodePage["ending"], words: Words): readonly string[] {
  if (ending === undefined) return [];
  const { text, reason, replacedBy, elsewhere } = ending;
  return [
    [text, ...(reason === undefined ? [] : [reason])].map(markdownText).join(" "),
    ...(replacedBy === undefined
      ? []
      : [`${markdownText(words["page.replaced"])} ${pageLink(replacedBy)}`]),
    ...(elsewhere === undefined ? [] : [markdownText(`${words["page.replaced"]} ${elsewhere}`)]),
  ];
}

function factList(facts: readonly PageFact[], { code }: CodePage, site: Site): readonly string[] {
  const { words } = site.language;
  const spellings = site
    .spellingsOf(code)
    .map(({ text, formats }) => `${markdownCode(text)} (${markdownText(formats.join(", "))})`);
  const items = [
    ...facts.map(({ label, value }) => `- ${markdownText(label)}: ${markdownInline(value)}`),
    ...(spellings.length === 0
      ? []
      : [`- ${markdownText(words.spelled)}: ${spellings.join(", ")}`]),
  ];
  // Under a heading: two lists that follow each other would be one.
  return items.length === 0 ? [] : [`## ${markdownText(words.facts)}`, items.join("\n")];
}

function blockText(block: Block, level: number, words: Words): string {
  const heading = (text: string) => `${"#".repeat(level)} ${text}`;
  return match(block)
    .with({ kind: "paragraph" }, ({ text }) => markdownInline(text))
    .with({ kind: "list" }, ({ items }) =>
      items.map((item) => `- ${markdownInline(item)}`).join("\n"),
    )
    .with({ kind: "heading" }, ({ text }) => heading(markdownInline(text)))
    .with({ kind: "code" }, ({ code }) => codeBlock(code))
    .with({ kind: "fields" }, ({ rows }) => rows.map((row) => fieldLine(row, words)).join("\n"))
    .with({ kind: "tabs" }, ({ tabs }) =>
      [
        ...tabs.flatMap(({ title, blocks, brief }) =>
          brief === undefined
            ? [
                heading(markdownText(title)),
                ...blocks.map((inner) => blockText(inner, level + 1, words)),
              ]
            : [],
        ),
        tabs
          .flatMap(({ brief }) => (brief === undefined ? [] : [`- ${markdownInline(brief)}`]))
          .join("\n"),
      ]
        .filter((text) => text !== "")
        .join("\n\n"),
    )
    .with({ kind: "pages" }, ({ pages }) => pages.map((page) => `- ${pageLink(page)}`).join("\n"))
    .exhaustive();
}

function codeBlock({ language, head, text }: CodeText): string {
  if (language === "typescript") return markdownBlock("ts", text);
  return markdownBlock("http", [head, ...(text === "" ? [] : ["", text])].join("\n"));
}

function fieldLine({ name, optional, type, notes, text }: FieldRow, words: Words): string {
  const marks = [...(optional ? [words["fields.optional"]] : []), ...notes].map(markdownText);
  const told = [markdownInline(type), ...marks].join(", ");
  return `- ${markdownCode(name)} (${told})${text === undefined ? "" : `: ${markdownText(text)}`}`;
}

function pageLink({ code, title, status, elsewhere = `./${code}.md` }: PageLine): string {
  const number = status === undefined ? "" : ` (${status})`;
  return `${markdownLink(title, elsewhere)} ${markdownCode(code)}${number}`;
}
