/** `errdex import`: a list that comes from elsewhere → the files of a catalog. */
import { camelCase, isIdentifier, pascalCase } from "../model/identifier.js";
import type { SourceFile } from "../model/source.js";
import { TakenNames, TakenTitles } from "../model/taken-names.js";
import { type ImportNote, noteTaker, type TakeNote } from "./import-note.js";
import type { ListKey, ReadList } from "./listed-code.js";
import { categoriesOf } from "./make/categories-of.js";
import type { MadeEntry } from "./make/made-entry.js";
import { makeEntries } from "./make/make-entries.js";
import { listText } from "./read/list-text.js";
import { type ListForm, readList } from "./read/read-list.js";
import { newCatalogFiles } from "./write/new-catalog.js";

/** A list as it was found. */
export interface ListFile {
  /** As a person would type it. */
  readonly shownPath: string;
  /** What it is called, without its folder and its ending. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** How a list is imported. */
export interface ImportOptions {
  readonly form: ListForm;
  /** Key → column of the list. */
  readonly columns: ReadonlyMap<ListKey, string>;
  /** The status of what has none in the list; without it, it is guessed. */
  readonly status?: number;
  /** What a new catalog is called, in kebab-case. */
  readonly catalogName: string;
}

/** What an import found, and what is to be written. */
export interface Imported {
  /** Text by path in the catalog's folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly notes: readonly ImportNote[];
  readonly columns: ReadList["columns"];
  /** How many codes the list has that a catalog can have. */
  readonly taken: number;
}

/** Imports a list into a catalog that is not there yet. */
export function importList(list: ListFile, options: ImportOptions): Imported {
  const notes: ImportNote[] = [];
  const note = noteTaker(notes);
  const file = listText(list.shownPath, list.content, note);
  if (file === undefined) return { files: new Map(), notes, columns: new Map(), taken: 0 };
  const read = readList(file, options, note);
  noteLeft(read, file, note);
  const { catalogName, status } = options;
  const union = `${pascalCase(catalogName)}Error`;
  const names = new TakenNames([union, `is${union}`, camelCase(union)]);
  const categoryOf = categoriesOf({ list: list.name, known: [], names });
  // Categories come first: a code that clashes with one can have a name of its own.
  for (const { category } of read.codes) categoryOf(category?.value.trim() || undefined);
  const entries = makeEntries(
    read,
    {
      ...{ names, titles: new TakenTitles([]), entries: new Map(), spellings: new Map() },
      ...{ status, categoryOf },
    },
    note,
  );
  const files =
    entries.length === 0
      ? new Map<string, string>()
      : newCatalogFiles(entries, {
          name: catalogName,
          wire: wireName(list.name),
          fallback: fallbackAmong(entries, note),
        });
  return { files, notes, columns: read.columns, taken: entries.length };
}

function noteLeft({ left }: ReadList, file: SourceFile, note: TakeNote): void {
  for (const name of left) {
    const start = Math.max(0, file.text.indexOf(name));
    note("part-left", { file, start, end: start + name.length }, `${name} was not taken.`, {
      help: "Where it is something that a catalog has, say so by --column.",
    });
  }
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
