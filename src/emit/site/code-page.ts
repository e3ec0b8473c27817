/** The page of a code: everything that it says, once, for whatever prints it. */
import type { Catalog, Ending, Entry, Resolver, Retry } from "../../model/catalog.js";
import { foreignCode } from "../../model/foreign-code.js";
import { registeredStatuses } from "../../model/http-status.js";
import type { Words } from "../../model/site-words.js";
import type { Located } from "../../model/source.js";
import { entryMeant } from "../../model/used-catalog.js";
import { inlineMarkdown, plainText } from "../../runtime/inline-markdown.js";
import type { ExampleAnswer } from "../example-answers.js";
import { answerTabs } from "./answer-tabs.js";
import { extensionInline, extensionTitle } from "./extension-text.js";
import { fieldRows, typeRows, typeSection, typesBehind } from "./field-rows.js";
import { handleBlocks } from "./handle-tabs.js";
import { inlinePieces } from "./inline-pieces.js";
import { categoryOf, type FactsContext, factsOf, type PageFact } from "./page-facts.js";
import {
  type Block,
  type CodeText,
  codeText,
  type Inline,
  type PageLine,
  paragraph,
  type Section,
} from "./page-text.js";
import type { SeveralAnswer } from "./several-answers.js";
import { raiseSnippet, type SnippetNames } from "./snippets.js";
import { fillWords } from "./words.js";

/** A page of a code. */
export interface CodePage {
  readonly code: string;
  readonly title: string;
  readonly category: { readonly id: string; readonly title: string } | undefined;
  /** The first is the default. Empty where nobody remembers. */
  readonly statuses: readonly { readonly value: number; readonly phrase: string | undefined }[];
  readonly retry: Retry | undefined;
  readonly resolver: Resolver | undefined;
  readonly ending: PageEnding | undefined;
  /** What the page is about, in a sentence or two. */
  readonly summary: string;
  readonly facts: readonly PageFact[];
  readonly sections: readonly Section[];
}

/** Why a code is no longer used, and what to use instead. */
export interface PageEnding {
  readonly kind: "deprecated" | "retired";
  readonly text: string;
  readonly reason: string | undefined;
  readonly replacedBy: PageLine | undefined;
  /** What has taken its place in another catalog: `images/plan_required`. */
  readonly elsewhere: string | undefined;
}

/** What pages of a catalog have in common. */
export interface PageContext extends FactsContext {
  readonly names: SnippetNames;
  answersOf(code: string): readonly ExampleAnswer[];
  severalOf(code: string): readonly SeveralAnswer[];
  operationsOf(code: string): readonly Catalog["operations"][number][];
  relatedTo(code: string): readonly string[];
  lineOf(code: string): PageLine;
}

/** The page of an entry, a tombstone's included. */
export function entryPage(entry: Entry, context: PageContext): CodePage {
  const { catalog, words } = context;
  const { code, statuses, retry } = entry;
  const category = categoryOf(entry, catalog);
  const ending = endingOf(entry, context);
  const isOver = ending?.kind === "retired";
  return {
    code,
    title: entry.title?.value ?? code,
    category: category && { id: category.id, title: category.title },
    statuses: statuses.map(({ value }) => ({ value, phrase: registeredStatuses.get(value) })),
    // What nobody has said is not claimed.
    retry: entry.retired === undefined ? retry?.value : undefined,
    resolver: entry.retired === undefined ? entry.resolver?.value : undefined,
    ending,
    summary: plainMeaning(entry) ?? (isOver ? ending.text : words["page.short"]),
    facts: factsOf(entry, context),
    sections: sectionsOf(entry, context).filter(({ blocks }) => blocks.length > 0),
  };
}

/** The page of a code that only the ledger remembers. */
export function pastPage(
  code: string,
  past: { readonly until: string; readonly title?: string },
  { words }: PageContext,
): CodePage {
  const text = fillWords(words["page.past"], { version: past.until });
  return {
    code,
    title: past.title ?? code,
    category: undefined,
    statuses: [],
    retry: undefined,
    resolver: undefined,
    ending: {
      kind: "retired",
      text,
      reason: undefined,
      replacedBy: undefined,
      elsewhere: undefined,
    },
    summary: text,
    facts: [],
    sections: [],
  };
}

function endingOf(entry: Entry, context: PageContext): PageEnding | undefined {
  const kind = entry.retired === undefined ? "deprecated" : "retired";
  const ending: Ending | undefined = entry[kind];
  if (ending === undefined) return undefined;
  return {
    kind,
    text: fillWords(context.words[`page.${kind}`], { version: ending.since }),
    reason: ending.reason,
    ...successorOf(ending, context),
  };
}

function successorOf(
  { replacedBy }: Ending,
  { lineOf, catalog }: PageContext,
): Pick<PageEnding, "replacedBy" | "elsewhere"> {
  if (replacedBy === undefined) return { replacedBy: undefined, elsewhere: undefined };
  const { value } = replacedBy;
  const code = foreignCode(value) === undefined ? value : entryMeant(value, catalog)?.code;
  return code === undefined
    ? { replacedBy: undefined, elsewhere: value }
    : { replacedBy: lineOf(code), elsewhere: undefined };
}

function sectionsOf(entry: Entry, context: PageContext): readonly Section[] {
  const { words, answersOf, severalOf, relatedTo, lineOf } = context;
  const { code, meaning, causes, fixes } = entry;
  const section = (id: string, heading: string, blocks: readonly Block[]) => ({
    id,
    heading,
    blocks,
  });
  const related = relatedTo(code);
  return [
    section(
      "meaning",
      words.meaning,
      meaning === undefined ? [] : [paragraph(...inlinePieces(meaning.value))],
    ),
    section("causes", words.causes, listOf(causes)),
    section("fixes", words.fixes, listOf(fixes)),
    section("fields", words.fields, fieldBlocks(entry, context)),
    section(
      "answers",
      words["page.answers"],
      answerTabs(code, answersOf(code), severalOf(code), words),
    ),
    section("raise", words.raise, raiseBlocks(entry, context)),
    section("handle", words.handle, handleBlocks(entry, context)),
    section("operations", words.operations, operationBlocks(entry, context)),
    section(
      "related",
      words.related,
      related.length === 0 ? [] : [{ kind: "pages", pages: related.map(lineOf) }],
    ),
  ];
}

// In lists of pages and in the heads of documents.
function plainMeaning({ meaning }: Entry): string | undefined {
  return meaning && plainText(inlineMarkdown(meaning.value));
}

// Nobody raises what a service of somebody else answers with.
function raiseBlocks(entry: Entry, { catalog, names, words }: PageContext): readonly Block[] {
  if (catalog.consumes !== undefined) return [];
  return snippet(raiseSnippet(entry, names), words, words.raise);
}

function listOf(texts: readonly Located<string>[]): readonly Block[] {
  return texts.length === 0
    ? []
    : [{ kind: "list", items: texts.map(({ value }) => inlinePieces(value)) }];
}

function snippet(text: string | undefined, words: Words, what: string): readonly Block[] {
  if (text === undefined) return [];
  const code: CodeText = {
    language: "typescript",
    label: fillWords(words["code.label"], { what }),
    text,
  };
  return [{ kind: "code", code }];
}

function fieldBlocks({ fields }: Entry, { catalog, words }: PageContext): readonly Block[] {
  const shown = fields.filter(({ internal }) => !internal);
  if (shown.length === 0) return [];
  const { types: all, declaredExtensions } = catalog;
  const told = { types: all, words, declaredExtensions };
  const types = typesBehind(
    shown.map(({ type }) => type),
    catalog.types,
  );
  return [
    { kind: "fields", rows: fieldRows(shown, told) },
    ...types.flatMap((named): readonly Block[] => [
      { kind: "heading", id: typeSection(named.name), text: [named.name] },
      ...(named.type.description === undefined ? [] : [paragraph(named.type.description)]),
      { kind: "fields", rows: typeRows(named, told) },
    ]),
  ];
}

function operationBlocks(
  { code }: Entry,
  { operationsOf, catalog }: PageContext,
): readonly Block[] {
  const items = operationsOf(code).map(
    ({ id, title, method, path, extensions }): readonly Inline[] => [
      ...(title === undefined ? [] : [title, " "]),
      codeText(method === undefined || path === undefined ? id : `${method} ${path}`),
      ...extensions.flatMap((each): readonly Inline[] => [
        ` ${extensionTitle(each, catalog)}: `,
        extensionInline(each),
        ".",
      ]),
    ],
  );
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
