/** The index over several catalogs as data, and what it says to programs and in Markdown. */
import { frontMatter, markdownCode, markdownLink, markdownText } from "../text/markdown.js";
import type { SearchedSite } from "./search-index.js";
import type { SiteFrame } from "./site-model.js";
import { fillWords } from "./words.js";

/** The index over several catalogs in one language. */
export interface CombinedIndex extends SiteFrame {
  /** The address of its folder; undefined where none is known. */
  readonly base: string | undefined;
  /** The site of each catalog, in this language if it has it, and the way there. */
  readonly parts: readonly SearchedSite[];
  /** Whether only catalogs are listed, because a list of all codes would be too long. */
  readonly isLarge: boolean;
}

/** The index for programs: where that of each catalog is. */
export function combinedJson({ base = "", parts }: CombinedIndex, note: string): string {
  const catalogs = parts.map(({ site: { catalog, pages }, to }) => ({
    catalog: catalog.name.value,
    title: catalog.title.value,
    version: catalog.version.value,
    count: pages.length,
    index: absolute(`${to}index.json`, base),
  }));
  return `${JSON.stringify({ "x-generated": note, catalogs }, null, 2)}\n`;
}

/** The index for language models, by llmstxt.org: where that of each catalog is. */
export function combinedLlms({ title, language, base = "", parts }: CombinedIndex): string {
  const { words } = language;
  const lines = parts.map(({ site, to }) => {
    const link = markdownLink(site.title, absolute(`${to}llms.txt`, base));
    return `- ${link}: ${markdownText(countText(site.pages.length, words))}`;
  });
  return `${[
    `# ${markdownText(title)}`,
    `> ${markdownText(words["llms.summary"])}`,
    `## ${markdownText(words.catalogs)}\n\n${lines.join("\n")}`,
  ].join("\n\n")}\n`;
}

/** The index as Markdown. */
export function combinedMarkdown({ title, language, parts, isLarge }: CombinedIndex): string {
  const { words } = language;
  const blocks = [
    frontMatter({ title, description: words["index.lead"] }),
    `# ${markdownText(words.catalogs)}`,
    markdownText(words["index.lead"]),
    ...parts.flatMap(({ site, to }) => [
      `## ${markdownLink(site.title, `${here(to)}index.md`)}`,
      isLarge
        ? markdownText(countText(site.pages.length, words))
        : site.groups
            .flatMap(({ pages }) => pages)
            .map(
              (page) =>
                `- ${markdownLink(page.title, here(to) + site.addresses.markdown(page.code))} ${markdownCode(page.code)}`,
            )
            .join("\n"),
    ]),
  ];
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}

/** How many codes there are, in words. */
export function countText(count: number, words: SiteFrame["language"]["words"]): string {
  return fillWords(words["index.count"], { count: String(count) });
}

function here(to: string): string {
  return to.startsWith(".") ? to : `./${to}`;
}

function absolute(path: string, base: string): string {
  return base === "" ? path : new URL(path, base).href;
}
