/** `errdex import`: a list that comes from elsewhere → the files of a catalog. */

import { quoted } from "../diagnostics/suggest.js";
import type { CatalogFile } from "../load/decode-file.js";
import type { Catalog } from "../model/catalog.js";
import { camelCase, isIdentifier } from "../model/identifier.js";
import { remembered } from "../model/remembered.js";
import { type ImportNote, noteTaker, type TakeNote } from "./import-note.js";
import {
  digestsOf,
  type ImportedRecord,
  recordText,
  rowDigest,
  type WrittenDigests,
} from "./imported-record.js";
import { knownContext, newContext } from "./known-context.js";
import type { ListKey, ReadList } from "./listed-code.js";
import { categoriesOf } from "./make/categories-of.js";
import type { MadeEntry } from "./make/made-entry.js";
import { makeEntries } from "./make/make-entries.js";
import { listText } from "./read/list-text.js";
import { type ListForm, readList } from "./read/read-list.js";
import { newCatalogFiles } from "./write/new-catalog.js";
import { type CatalogUpdate, updateCatalog } from "./write/update-catalog.js";

/** A list as it was found. */
export interface ListFile {
  /** As a person would type it. */
  readonly shownPath: string;
  /** What it is called, without its folder and its ending. */
  readonly name: string;
  /** By which imports of the same list are known: its path in the repository. */
  readonly id: string;
  readonly content: Uint8Array;
}

/** How a list is imported. */
export interface ImportOptions {
  readonly form: ListForm;
  /** Key → column of the list. */
  readonly columns: ReadonlyMap<ListKey, string>;
  /** The status of what has none in the list; without it, it is guessed. */
  readonly status?: number | "none";
  /** What a new catalog is called, in kebab-case. */
  readonly catalogName: string;
}

/** A catalog that a list goes into. */
export interface ExistingCatalog {
  readonly files: readonly CatalogFile[];
  readonly catalog: Catalog;
  /** What earlier imports have written. */
  readonly record: ImportedRecord;
}

/** What an import found, and what is to be written. */
export interface Imported {
  /** Text by path in the catalog's folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly notes: readonly ImportNote[];
  readonly columns: ReadList["columns"];
  /** How many codes the list has that a catalog can have. */
  readonly taken: number;
  readonly added: number;
  readonly updated: number;
}

/** Imports a list into a catalog, or begins one with it. */
export function importList(
  list: ListFile,
  options: ImportOptions,
  existing?: ExistingCatalog,
): Imported {
  const notes: ImportNote[] = [];
  const note = noteTaker(notes);
  const nothing = { files: new Map(), notes, columns: new Map(), taken: 0, added: 0, updated: 0 };
  const file = listText(list.shownPath, list.content, note);
  if (file === undefined) return nothing;
  const read = readList(file, options, note);
  noteLeft(read, note);
  const wire = wireName(list.name);
  const context =
    existing === undefined ? newContext(options.catalogName) : knownContext(existing.catalog, wire);
  const categoryOf = categoriesOf({
    list: list.name,
    known: context.categories,
    names: context.names,
  });
  // Categories come first: a code that clashes with one can have a name of its own.
  for (const { category } of read.codes) categoryOf(category?.value.trim() || undefined);
  const entries = makeEntries(read, { ...context, status: options.status, categoryOf }, note);
  const written = existing?.record.get(list.id) ?? new Map<string, WrittenDigests>();
  const update =
    existing === undefined
      ? begun(entries, { name: options.catalogName, wire }, note)
      : updateCatalog({ files: existing.files, entries, written, wire }, note);
  if (existing !== undefined) {
    noteGone(entries, { existing, written, read }, note);
    noteMoved(entries, { existing, written }, note);
  }
  const record = new Map([...(existing?.record ?? []), [list.id, update.written] as const]);
  const isSame = existing !== undefined && recordText(record) === recordText(existing.record);
  const files =
    isSame || update.written.size === 0
      ? update.files
      : new Map([...update.files, [recordPath, recordText(record)] as const]);
  return {
    files,
    notes: notes.filter((each) => !isKnown(each, entries, written)),
    columns: read.columns,
    taken: entries.length,
    added: update.added,
    updated: update.updated,
  };
}

/** Where a catalog keeps what imports have written. */
export const recordPath = "imported.json";

function begun(
  entries: readonly MadeEntry[],
  { name, wire }: { readonly name: string; readonly wire: string },
  note: TakeNote,
): CatalogUpdate {
  const written = new Map(entries.map((made) => [made.code, digestsOf(made)]));
  const files =
    entries.length === 0
      ? new Map<string, string>()
      : newCatalogFiles(entries, { name, wire, fallback: fallbackAmong(entries, note) });
  return { files, written, added: entries.length, updated: 0 };
}

// What was guessed of a row that says what it said was told when it was imported.
function isKnown(
  { kind, code }: ImportNote,
  entries: readonly MadeEntry[],
  written: ReadonlyMap<string, WrittenDigests>,
): boolean {
  if (code === undefined || (kind !== "guessed" && kind !== "mended")) return false;
  const made = madeByCode(entries).get(code);
  return made !== undefined && written.get(code)?.get("row") === rowDigest(made);
}

const madeByCode = remembered(
  (entries: readonly MadeEntry[]) => new Map(entries.map((made) => [made.code, made])),
);

function noteGone(
  entries: readonly MadeEntry[],
  {
    existing,
    written,
    read,
  }: {
    readonly existing: ExistingCatalog;
    readonly written: ReadonlyMap<string, WrittenDigests>;
    readonly read: ReadList;
  },
  note: TakeNote,
): void {
  const listed = madeByCode(entries);
  const spelled = new Set(read.codes.map(({ code }) => code.value.trim()));
  for (const { code, at, retired } of existing.catalog.entries)
    if (written.has(code) && !listed.has(code) && !spelled.has(code) && retired === undefined)
      note("no-longer-listed", at, `The list no longer has ${code}, which stays.`, {
        code,
        help: `Where it has ended, \`errdex retire ${code}\`.`,
      });
}

/** Nothing is moved: where a code stands is a matter of the catalog, and what else the list says is told once. */
function noteMoved(
  entries: readonly MadeEntry[],
  {
    existing,
    written,
  }: { readonly existing: ExistingCatalog; readonly written: ReadonlyMap<string, WrittenDigests> },
  note: TakeNote,
): void {
  const listed = madeByCode(entries);
  for (const { code, at, category, retired } of existing.catalog.entries) {
    const made = retired === undefined ? listed.get(code) : undefined;
    if (made?.listedCategory === undefined || made.category.id === category.value) continue;
    if (written.get(code)?.get("row") === rowDigest(made)) continue;
    note(
      "kept-by-hand",
      at,
      `${code} stays in the category ${category.value}; the list says ${quoted(made.listedCategory)}.`,
      { code, help: "To move it, move its entry into a file of that category." },
    );
  }
}

function noteLeft({ left }: ReadList, note: TakeNote): void {
  for (const { value, at } of left)
    note("part-left", at, `${value} was not taken.`, {
      help: "Where it is something that a catalog has, say so by --column.",
    });
}

/** A name in kebab-case for the wire format of a list. */
function wireName(list: string): string {
  const plain = list
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const isFree = isIdentifier(camelCase(plain)) && plain !== "flat" && plain !== "problem";
  return isFree ? plain : `list-${plain}`.replace(/-$/, "");
}

/** The code of an unexpected error, where the list has one that needs no fields. */
function fallbackAmong(entries: readonly MadeEntry[], note: TakeNote): string | undefined {
  const found = entries.find(
    ({ code, members }) =>
      members.get("status") === 500 &&
      !members.has("fields") &&
      /internal|unexpected|server.?error/i.test(`${code} ${members.get("title")}`),
  );
  if (found !== undefined)
    note("catalog-guessed", found.at, `${found.code} is the fallback of the new catalog.`, {
      code: found.code,
    });
  return found?.code;
}
