/** What a site says to programs: `index.json`, and `llms.txt` by the proposal at llmstxt.org. */

import { extensionMembers } from "../../model/extension.js";
import { markdownCode, markdownLink, markdownText } from "../text/markdown.js";
import type { CodePage } from "./code-page.js";
import { isRetired, type Site } from "./site-model.js";
import { fillWords } from "./words.js";

/** Every code with what a program wants to know of it. Addresses are absolute where they are known. */
export function indexJson(site: Site): string {
  const { catalog, pages, addresses, language, spellingsOf, messagesOf } = site;
  const entries = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  const codes = pages.map(({ code, title, statuses, category, retry, resolver, ending }) => {
    const entry = entries.get(code);
    return {
      code,
      title,
      statuses: statuses.map(({ value }) => value),
      category: category?.id ?? null,
      retry: retry ?? null,
      resolver: resolver ?? null,
      ...(entry?.severity && { severity: entry.severity.value }),
      ...(entry?.grpc && { grpc: entry.grpc.value }),
      ...(entry?.exit && { exit: entry.exit.value }),
      messages: messagesOf(code),
      meaning: entry?.meaning?.value ?? null,
      causes: entry?.causes.map(({ value }) => value) ?? [],
      fixes: entry?.fixes.map(({ value }) => value) ?? [],
      spellings: spellingsOf(code).map(({ text }) => text),
      since: entry?.since?.value ?? null,
      deprecated: ending?.kind === "deprecated",
      retired: ending?.kind === "retired",
      replaced_by: ending?.replacedBy?.code ?? ending?.elsewhere ?? null,
      type: addresses.type(code) ?? null,
      page:
        (language.folder === "" ? addresses.type(code) : undefined) ??
        addresses.absolute(language.folder + addresses.page(code)),
      markdown: addresses.absolute(language.folder + addresses.markdown(code)),
      ...extensionMembers(entry?.extensions),
    };
  });
  const { name, title, version } = catalog;
  const own = extensionMembers(catalog.extensions);
  const index = { catalog: name.value, title: title.value, version: version.value, ...own, codes };
  return `${JSON.stringify(index, null, 2)}\n`;
}

/** The index for language models: a heading, what it is, and a list of links a category. */
export function llmsText(site: Site): string {
  const { catalog, language, groups, retired, addresses } = site;
  const { words } = language;
  const line = ({ code, title, statuses, summary }: CodePage) => {
    const status = statuses[0] === undefined ? "" : ` HTTP ${statuses[0].value}.`;
    const address = addresses.absolute(language.folder + addresses.markdown(code));
    return `- ${markdownLink(title, address)}: ${markdownCode(code)}.${status} ${markdownText(summary)}`;
  };
  const list = (title: string, pages: readonly CodePage[]) =>
    `## ${markdownText(title)}\n\n${pages.map(line).join("\n")}`;
  const version = fillWords(words["footer.version"], { version: catalog.version.value });
  const json = markdownLink("index.json", addresses.absolute(`${language.folder}index.json`));
  return `${[
    `# ${markdownText(catalog.title.value)}`,
    `> ${markdownText(words["llms.summary"])} ${markdownText(version)}.`,
    ...groups.map(({ title, pages }) =>
      list(
        title,
        pages.filter((page) => !isRetired(page)),
      ),
    ),
    ...(retired.length === 0 ? [] : [list(words["index.retired"], retired)]),
    `## Optional\n\n- ${json}: ${markdownText(words["llms.json"])}`,
  ].join("\n\n")}\n`;
}
