/** A list → changes of the catalog that is there: entries are added and updated, and nothing is taken away. */
import type { Edit } from "../../fix/edit.js";
import type { CatalogFile } from "../../load/decode-file.js";
import { grouped } from "../../model/grouped.js";
import { pairOf, type YamlMap } from "../../model/yaml-node.js";
import { yamlKey, yamlText } from "../../model/yaml-text.js";
import type { TakeNote } from "../import-note.js";
import { digestsOf, type WrittenDigests } from "../imported-record.js";
import type { MadeCategory, MadeEntry } from "../make/made-entry.js";
import { appendLines, editedFile, type FileData, treeOfFile } from "./edited-file.js";
import { entryText, wireRowText } from "./entry-text.js";
import { errorsFileText, errorsPath, wireFileText } from "./new-catalog.js";
import { type KeyChange, updateEntry } from "./update-entries.js";

/** A catalog that is updated. */
export interface UpdateInput {
  readonly files: readonly CatalogFile[];
  readonly entries: readonly MadeEntry[];
  /** What earlier imports of this list have written, by code. */
  readonly written: ReadonlyMap<string, WrittenDigests>;
  /** The wire format of the list. */
  readonly wire: string;
}

/** What an update changes. */
export interface CatalogUpdate {
  /** Text by path. */
  readonly files: ReadonlyMap<string, string>;
  /** What is remembered of each code. */
  readonly written: ReadonlyMap<string, WrittenDigests>;
  readonly added: number;
  readonly updated: number;
}

/** A file, and its entries. */
interface ErrorsFile {
  readonly path: string;
  readonly root: YamlMap;
  readonly errors: YamlMap | undefined;
  readonly category: unknown;
}

/** Works out the update. What has no place where it could be written is noted. */
export function updateCatalog(
  { files, entries, written, wire }: UpdateInput,
  note: TakeNote,
): CatalogUpdate {
  const errorsFiles = files.flatMap((file) => errorsFileOf(file) ?? []);
  const known = new Map(
    errorsFiles.flatMap((file) =>
      [...(file.errors?.pairs ?? [])].flatMap(([code, { value }]) =>
        value.kind === "map" ? [[code, { file, entry: value }] as const] : [],
      ),
    ),
  );
  const result = new Map<string, string>();
  const remembered = new Map(written);
  const changes = entries.flatMap((made) => {
    const there = known.get(made.code);
    if (there === undefined || there.entry.pairs.has("retired")) return [];
    const updated = updateEntry(made, there.entry, written.get(made.code), note);
    remembered.set(made.code, updated.digests);
    return updated.changes.map((change) => ({ ...change, file: there.file }));
  });
  const fresh = entries.filter(({ code }) => !known.has(code));
  for (const made of fresh) remembered.set(made.code, digestsOf(made));
  const byHome = grouped(fresh, ({ category }) => homeOf(category, errorsFiles));
  const changed = new Set([...changes.map(({ file }) => file), ...byHome.keys()]);
  const paths = new Set(files.map(({ path }) => path));
  for (const file of changed) {
    const own = byHome.get(file) ?? [];
    const updates = changes.filter((change) => change.file === file);
    const text = file && textOf(file, updates, own);
    if (file !== undefined && text !== undefined) result.set(file.path, text);
    else {
      for (const { edit, code, key, at } of updates) {
        remembered.set(code, written.get(code) ?? new Map());
        note("place-unknown", { ...at, ...edit }, `The ${key} of ${code} could not be written.`, {
          code,
        });
      }
      writeNew(own, paths, result);
    }
  }
  writeCategories(files, fresh, result, note);
  writeRows(files, { fresh, wire }, result, note);
  return {
    files: result,
    written: remembered,
    added: fresh.length,
    updated: new Set(changes.map(({ code }) => code)).size,
  };
}

function errorsFileOf(file: CatalogFile): ErrorsFile | undefined {
  if (!/^errors\/.+\.ya?ml$/.test(file.path)) return undefined;
  const root = treeOfFile(file);
  const errors = pairOf(root, "errors")?.value;
  if (root === undefined) return undefined;
  return {
    path: file.path,
    root,
    errors: errors?.kind === "map" ? errors : undefined,
    category: root.value.category,
  };
}

/** The file that entries of the category are added to: that of an import, else the last one of the category. */
function homeOf({ id }: MadeCategory, files: readonly ErrorsFile[]): ErrorsFile | undefined {
  const own = files.filter(({ category, errors }) => category === id && errors !== undefined);
  return own.find(({ path }) => path === errorsPath(id)) ?? own.at(-1);
}

function textOf(
  { root, errors }: ErrorsFile,
  updates: readonly KeyChange[],
  added: readonly MadeEntry[],
): string | undefined {
  const appended =
    added.length === 0 || errors === undefined
      ? undefined
      : appendLines(root, errors, added.map(entryText));
  if (added.length > 0 && appended === undefined) return undefined;
  const edits: readonly Edit[] = [
    ...updates.map(({ edit }) => edit),
    ...(appended === undefined ? [] : [appended]),
  ];
  return editedFile(root, edits, (data) => {
    const entries = data.errors as Record<string, FileData>;
    for (const { code, key, value } of updates) (entries[code] as FileData)[key] = value;
    for (const { code, members } of added) entries[code] = Object.fromEntries(members);
  });
}

/** Entries whose category has no file that they can be added to get one of their own. */
function writeNew(
  entries: readonly MadeEntry[],
  paths: Set<string>,
  result: Map<string, string>,
): void {
  for (const [id, own] of grouped(entries, ({ category }) => category.id)) {
    const usual = errorsPath(id);
    const free = Array.from({ length: paths.size + 1 }, (_, index) =>
      index === 0 ? usual : usual.replace(/\.yaml$/, `-${index + 1}.yaml`),
    );
    const path = free.find((each) => !paths.has(each)) ?? usual;
    paths.add(path);
    result.set(path, errorsFileText(id, own));
  }
}

function writeCategories(
  files: readonly CatalogFile[],
  fresh: readonly MadeEntry[],
  result: Map<string, string>,
  note: TakeNote,
): void {
  const file = files.find(({ path }) => /^catalog\.ya?ml$/.test(path));
  const root = file && treeOfFile(file);
  const categories = pairOf(root, "categories")?.value;
  if (file === undefined || root === undefined || categories?.kind !== "map") return;
  const missing = [
    ...new Map(fresh.map(({ category }) => [category.id, category])).values(),
  ].filter(({ id }) => !categories.pairs.has(id));
  const [first] = missing;
  if (first === undefined) return;
  const edit =
    appendLines(
      root,
      categories,
      missing.map(({ id, title }) => `  ${yamlKey(id)}: ${yamlText(title)}\n`),
    ) ??
    insertInBraces(
      categories,
      missing.map(({ id, title }) => `${yamlKey(id)}: ${yamlText(title, true)}`),
    );
  const text = editedFile(root, [edit], (data) => {
    for (const { id, title } of missing) (data.categories as FileData)[id] = title;
  });
  if (text === undefined)
    note(
      "place-unknown",
      categories,
      `Add these categories by hand: ${missing.map(({ id }) => id).join(", ")}.`,
    );
  else result.set(file.path, text);
}

function insertInBraces({ pairs, start }: YamlMap, members: readonly string[]): Edit {
  const last = [...pairs.values()].at(-1)?.value;
  return last === undefined
    ? { start: start + 1, end: start + 1, text: ` ${members.join(", ")} ` }
    : { start: last.end, end: last.end, text: `, ${members.join(", ")}` };
}

function writeRows(
  files: readonly CatalogFile[],
  { fresh, wire }: { readonly fresh: readonly MadeEntry[]; readonly wire: string },
  result: Map<string, string>,
  note: TakeNote,
): void {
  const rows = fresh.flatMap((made) => {
    const text = wireRowText(made);
    return text === undefined ? [] : [{ made, text }];
  });
  const [first] = rows;
  if (first === undefined) return;
  const file = files.find(
    ({ path }) => path === `wire/${wire}.yaml` || path === `wire/${wire}.yml`,
  );
  if (file === undefined) {
    result.set(
      `wire/${wire}.yaml`,
      wireFileText(
        wire,
        rows.map(({ text }) => text),
      ),
    );
    note(
      "catalog-guessed",
      first.made.at,
      `The wire format ${wire} is new, and spells codes as the list does.`,
      {
        help: `Where answers are to look so, say \`wire: ${wire}\` in catalog.yaml.`,
      },
    );
    return;
  }
  const root = treeOfFile(file);
  const codes = pairOf(root, "codes")?.value;
  const texts = rows.map(({ text }) => text);
  const edit =
    root === undefined
      ? undefined
      : codes?.kind === "map"
        ? appendLines(root, codes, texts)
        : appendCodes(root, texts);
  const text =
    root &&
    edit &&
    editedFile(root, [edit], (data) => {
      const table = (data.codes ?? {}) as FileData;
      for (const { made } of rows) table[made.code] = rowValue(made);
      data.codes = table;
    });
  if (text !== undefined) result.set(file.path, text);
  else
    for (const { made } of rows)
      note(
        "place-unknown",
        made.at,
        `The row of ${made.code} could not be written into ${file.shownPath}.`,
        { code: made.code, help: `Add it by hand: \`${wireRowText(made)?.trim()}\`.` },
      );
}

function appendCodes({ file: { text } }: YamlMap, rows: readonly string[]): Edit {
  const before = text === "" || text.endsWith("\n") ? "" : "\n";
  return { start: text.length, end: text.length, text: `${before}codes:\n${rows.join("")}` };
}

function rowValue({ code, spelling, oddStatus }: MadeEntry): unknown {
  if (oddStatus === undefined) return spelling;
  return { ...(code !== spelling && { code: spelling }), status: oddStatus };
}
