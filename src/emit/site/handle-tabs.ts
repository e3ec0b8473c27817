/** How to handle a code, a tab for each wire format that a client may read it from. */
import type { Catalog, Entry } from "../../model/catalog.js";
import type { Words } from "../../model/site-words.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import { formatTitle } from "./answer-tabs.js";
import { clientSnippet, decodeCall, serviceSnippet } from "./handle-snippets.js";
import { type Block, codeText, fillInline, type Inline, paragraph, type Tab } from "./page-text.js";
import type { SnippetFormat, SnippetNames } from "./snippets.js";
import { fillWords } from "./words.js";

/** What the tabs are made of. */
export interface HandleContext {
  readonly catalog: Pick<Catalog, "fallback" | "consumes">;
  readonly words: Words;
  readonly names: SnippetNames;
}

/** The tabs; for a code that no client meets how to handle it where it is raised. */
export function handleBlocks(entry: Entry, context: HandleContext): readonly Block[] {
  const { names, words } = context;
  if (entry.retired !== undefined) return [];
  const having = names.formats.filter(({ rows }) => rows.has(entry.code));
  const isConsumed = context.catalog.consumes !== undefined;
  if (entry.neverSent || having.length === 0)
    return isConsumed ? [] : [snippetBlock(serviceSnippet(entry, names), words)];
  // The formats of services that lack the code have nothing in its stead.
  const shown = isConsumed ? having : names.formats;
  return [{ kind: "tabs", tabs: shown.map((format) => tabOf(entry, format, context)) }];
}

function tabOf(entry: Entry, format: SnippetFormat, context: HandleContext): Tab {
  const { words, names } = context;
  const { name } = format.format;
  const title = formatTitle(format.format);
  const met = metRow(entry, format);
  const note = noteOf(entry, met, context);
  const brief: readonly Inline[] = [
    `${title}: `,
    ...(met === undefined ? note : [codeText(decodeCall(format)), ". ", ...note]),
  ];
  return {
    id: `handle-${name.value}`,
    choice: name.value,
    title,
    blocks: [
      ...(note.length === 0 ? [] : [paragraph(...note)]),
      ...(met === undefined ? [] : [snippetBlock(clientSnippet(met, names, format), words)]),
    ],
    ...(format.isDefault ? {} : { brief }),
  };
}

/** What a client of the format sees of a code: the code itself, or the one that it is folded into. */
function metRow({ code }: Entry, { format, rows }: SnippetFormat): ResolvedRow | undefined {
  const fold = format.folds.find((each) => each.code === code);
  return rows.get(code) ?? (fold && rows.get(fold.target.value));
}

function noteOf(
  { code }: Entry,
  met: ResolvedRow | undefined,
  { words, catalog }: HandleContext,
): readonly Inline[] {
  if (met === undefined)
    return catalog.fallback === undefined
      ? [words["answer.unread"]]
      : fillInline(words["answer.absent"], { code: [codeText(catalog.fallback.value)] });
  if (met.entry.code !== code)
    return fillInline(words["answer.folded"], { code: [codeText(met.entry.code)] });
  if (met.spelling === null) {
    const statuses = met.row?.statuses.length ? met.row.statuses : met.entry.statuses;
    return [
      fillWords(words["handle.unnamed"], { status: statuses.map(({ value }) => value).join(", ") }),
    ];
  }
  const spelling = String(met.spelling);
  if (spelling === code) return [];
  return fillInline(words["handle.spelled"], { spelling: [codeText(spelling)] });
}

function snippetBlock(text: string, words: Words): Block {
  const label = fillWords(words["code.label"], { what: words.handle });
  return { kind: "code", code: { language: "typescript", label, text } };
}
