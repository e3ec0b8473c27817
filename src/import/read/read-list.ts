/** A list → what it says of codes, whatever it is written in. */
import type { SourceFile } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";
import type { ReadList } from "../listed-code.js";
import { readData } from "./read-data.js";
import { readSource } from "./read-source.js";
import { readTable, type TableOptions } from "./read-table.js";

/** What a list may be written in. */
export const listForms = ["csv", "tsv", "json", "yaml", "source"] as const;
/** What a list is written in. */
export type ListForm = (typeof listForms)[number];

/** How a list is read. */
export interface ReadingOptions extends Pick<TableOptions, "columns"> {
  readonly form: ListForm;
}

/** By the ending of a file's name; undefined where it says nothing. */
export function formOfPath(path: string): ListForm | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  return endings.get(ending);
}

const endings: ReadonlyMap<string, ListForm> = new Map([
  ["csv", "csv"],
  ["tsv", "tsv"],
  ["tab", "tsv"],
  ["json", "json"],
  ["jsonc", "json"],
  ["json5", "json"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ...["ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx"].map(
    (each) => [each, "source"] as const,
  ),
]);

/** Reads a list. What cannot be read of it is noted. */
export function readList(
  file: SourceFile,
  { form, columns }: ReadingOptions,
  note: TakeNote,
): ReadList {
  if (form === "source") return readSource(file, { columns }, note);
  if (form === "json" || form === "yaml") return readData(file, form, { columns }, note);
  return readTable(file, { columns, ...(form === "tsv" && { delimiter: "\t" }) }, note);
}
