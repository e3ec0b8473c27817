/** CSV and TSV → what they say of codes. The only file that knows the CSV library. */
import { CsvError, parse } from "csv-parse/sync";
import { count } from "../../diagnostics/format-text.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { SourceFile, Span } from "../../model/source.js";
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
  const body = hasNames ? rows.slice(1) : rows;
  const left = leftColumns(hasNames ? names : names.map(({ at }) => ({ value: "", at })), {
    ...{ taken, body, note },
  });
  noteWideRows(body, names.length, note);
  const codes = body.flatMap((row) => {
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

/** The columns that were not taken. What there is to say of those that no name can ask for is noted. */
function leftColumns(
  names: readonly Cell[],
  {
    taken,
    body,
    note,
  }: {
    readonly taken: ReadonlySet<number>;
    readonly body: readonly (readonly Cell[])[];
    readonly note: TakeNote;
  },
): readonly Cell[] {
  const seen = new Set<string>();
  return names.flatMap(({ value, at }, index) => {
    const name = value.trim();
    const isSecond = seen.has(name);
    if (name !== "") seen.add(name);
    if (taken.has(index)) return [];
    if (name !== "" && !isSecond) return [{ value: name, at }];
    const number = index + 1;
    if (isSecond)
      note("part-left", at, `A second column is called ${quoted(name)}, and was not taken.`, {
        help: `Say which of the two is meant by its number, as in \`--column message=${number}\`.`,
      });
    else if (body.some((row) => row[index]?.value.trim()))
      note("part-left", at, `Column ${number} has no name, and was not taken.`, {
        help: `Where it is something that a catalog has, say so by its number, as in \`--column message=${number}\`.`,
      });
    return [];
  });
}

function noteWideRows(body: readonly (readonly Cell[])[], width: number, note: TakeNote): void {
  for (const row of body) {
    const extra = row.slice(width).find(({ value }) => value.trim() !== "");
    if (extra !== undefined)
      note(
        "part-left",
        extra.at,
        "This row has more cells than there are columns; what stands from here on was not taken.",
        { help: "A text that has a delimiter in it stands in quotation marks." },
      );
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

/** The rows that are not empty and whole: the cells of each, with their places. */
function rowsOf(file: SourceFile, delimiter: string, note: TakeNote): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  const offsetOf = offsets(file.text);
  let row: Cell[] = [];
  let end = 0;
  // Behind the last row are the end of its line and lines that are empty.
  const startOfCell = () =>
    row.length > 0 ? end + delimiter.length : behindLineEnds(file.text, end);
  try {
    parse(file.text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      cast: (value, { bytes }) => {
        const start = startOfCell();
        end = offsetOf(bytes);
        row.push({ value, at: { file, start: Math.min(start, end), end } });
        return value;
      },
      on_record: (record: string[]) => {
        const broken = row.find(isCutOff);
        if (broken === undefined) rows.push(row);
        else noteOpenQuote(broken.at, note);
        row = [];
        return record;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const start = Math.min(startOfCell(), file.text.length);
    if (error.code === "CSV_QUOTE_NOT_CLOSED")
      noteOpenQuote({ file, start, end: file.text.length }, note);
    else
      note(
        "list-unread",
        { file, start, end: start + 1 },
        "From here on the table cannot be read: a quotation mark is in the wrong place.",
        { help: `The ${count(rows.length, "row")} before it were read.` },
      );
  }
  return rows;
}

function behindLineEnds(text: string, start: number): number {
  let at = start;
  while (/[\r\n]/.test(text.charAt(at))) at += 1;
  return at;
}

/** Whether the quotation mark that a cell begins with was closed by one of a later row: then the cell has kept it. */
function isCutOff({ value, at: { file, start } }: Cell): boolean {
  return /^".*[\r\n]/s.test(value) && /^"[^"]/.test(file.text.slice(start, start + 2));
}

function noteOpenQuote(at: Span, note: TakeNote): void {
  const { file, start, end } = at;
  const lines = file.text
    .slice(start, end)
    .trimEnd()
    .split(/\r\n?|\n/).length;
  const what = lines === 1 ? "this row was" : `${count(lines, "line")} from here on were`;
  note(
    "list-unread",
    { file, start, end: start + 1 },
    `The quotation mark that opens this cell is not closed before a delimiter or the end of a line, so ${what} not taken.`,
    {
      help: 'Close it where the cell ends. A quotation mark that is part of a text is doubled, and its cell stands in quotation marks: `"say ""hi"""`.',
    },
  );
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
