/** CSV and TSV → what they say of codes. The only file that knows the CSV library. */
import { CsvError, parse } from "csv-parse/sync";
import { count } from "../../diagnostics/format-text.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { SourceFile } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";
import type { ListedCode, ListKey, ReadList } from "../listed-code.js";
import { type Cell, chooseColumns } from "./choose-columns.js";

/** How a table is read. */
export interface TableOptions {
  /** Key → what its column is called, or its number from 1. */
  readonly columns: ReadonlyMap<ListKey, string>;
  /** What stands between cells; without it what the first line has most of. */
  readonly delimiter?: string;
}

/** Reads a table. */
export function readTable(file: SourceFile, options: TableOptions, note: TakeNote): ReadList {
  const delimiter = options.delimiter ?? delimiterOf(file.text);
  const rows = rowsOf(file, delimiter, note);
  const { columns, hasNames, guessed } = chooseColumns(rows, options.columns);
  const [names = []] = rows;
  const nameOf = (index: number) =>
    (hasNames && names[index]?.value.trim()) || `column ${index + 1}`;
  const said = new Map([...columns].map(([key, index]) => [key, nameOf(index)]));
  if (!hasNames && guessed.length > 0 && rows[0]?.[0] !== undefined)
    note(
      "columns-guessed",
      rows[0][0].at,
      `The first line has no names: ${[...said].map(([key, name]) => `${key} is ${name}`).join(", ")}.`,
      { help: "Say it by --column, as in `--column code=1,message=2`." },
    );
  const taken = new Set(columns.values());
  const left = hasNames
    ? names.flatMap(({ value }, index) =>
        taken.has(index) || value.trim() === "" ? [] : [value.trim()],
      )
    : [];
  if (hasNames) noteRepeated(names, note);
  const codes = (hasNames ? rows.slice(1) : rows).flatMap((row) => {
    const listed = listedCode(row, columns);
    if (listed !== undefined) return [listed];
    const [cell] = row;
    if (cell !== undefined && row.some(({ value }) => value.trim() !== ""))
      note("code-missing", cell.at, "This row has no code.");
    return [];
  });
  return { codes, columns: said, left };
}

function listedCode(
  row: readonly Cell[],
  columns: ReadonlyMap<ListKey, number>,
): ListedCode | undefined {
  const found: Partial<Record<ListKey, Cell>> = {};
  for (const [key, index] of columns) {
    const cell = row[index];
    if (cell !== undefined && cell.value.trim() !== "") found[key] = cell;
  }
  const { code } = found;
  return code === undefined ? undefined : { ...found, code, at: code.at };
}

function noteRepeated(names: readonly Cell[], note: TakeNote): void {
  const seen = new Set<string>();
  for (const { value, at } of names) {
    const name = value.trim();
    if (name !== "" && seen.has(name))
      note("part-left", at, `A second column is called ${quoted(name)}; the first is read.`);
    seen.add(name);
  }
}

const delimiters = [",", "\t", ";", "|"];

function delimiterOf(text: string): string {
  const [line = ""] = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r?\n/, 1);
  const counts = delimiters.map((each) => line.split(each).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** The rows that are not empty: the cells of each, with their places. */
function rowsOf(file: SourceFile, delimiter: string, note: TakeNote): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  const offsetOf = offsets(file.text);
  let row: Cell[] = [];
  let end = 0;
  try {
    parse(file.text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      cast: (value, { bytes, index }) => {
        if (index === 0) {
          row = [];
          rows.push(row);
        }
        let start = index === 0 ? end : end + delimiter.length;
        // Behind the last row are the end of its line and lines that are empty.
        while (index === 0 && /[\r\n]/.test(file.text.charAt(start))) start += 1;
        end = offsetOf(bytes);
        row.push({ value, at: { file, start: Math.min(start, end), end } });
        return value;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const start = Math.min(end + 1, file.text.length);
    note(
      "list-unread",
      { file, start, end: start + 1 },
      `From here on the table cannot be read: ${reasonOf(error)}.`,
      {
        help: `The ${count(rows.length, "row")} before it were read.`,
      },
    );
  }
  return rows;
}

function reasonOf({ code }: CsvError): string {
  return code === "CSV_QUOTE_NOT_CLOSED"
    ? "a quotation mark is opened and never closed"
    : "a quotation mark is in the wrong place";
}

/** Offsets in the text by offsets in its UTF-8, which are asked for in their order. */
function offsets(text: string): (byte: number) => number {
  let at = 0;
  let bytes = 0;
  return (byte) => {
    while (bytes < byte && at < text.length) {
      const point = text.codePointAt(at) ?? 0;
      at += point > 0xffff ? 2 : 1;
      bytes += point > 0xffff ? 4 : point > 0x7ff ? 3 : point > 0x7f ? 2 : 1;
    }
    return at;
  };
}
