/** Pairs of answers and templates in tables of a document, as formats that run. */
import type { Answer } from "../../src/runtime/wire/answer.js";
import { type AnyWireFormat, runCatalog } from "../../src/wire/running-catalog.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";

/** A row of a table, each cell as the pieces of code in it. */
export type Row = readonly (readonly string[])[];

/** The rows of all tables whose first heading is this one, with the other headings. */
export function rowsUnder(
  markdown: string,
  first: string,
): readonly { readonly line: number; readonly second: string; readonly cells: Row }[] {
  const rows: { line: number; second: string; cells: Row }[] = [];
  let second: string | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    const cells = line.split(/(?<!\\)\|/).slice(1, -1);
    const [heading, next] = cells.map((cell) => cell.trim());
    if (heading === undefined) second = undefined;
    else if (heading === first) second = next;
    else if (second !== undefined && !/^-+$/.test(heading))
      rows.push({ line: index + 1, second, cells: cells.map(codeIn) });
  }
  return rows;
}

/** What stands between backticks; a bar in a table has a backslash before it. */
function codeIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code.replaceAll("\\|", "|"));
}

/** Status, headers and a body, each in a piece of its own. */
export function answerOf(pieces: readonly string[]): Answer {
  const status = pieces.find((piece) => /^\d{3}$/.test(piece));
  const headers = pieces.filter((piece) => /^[A-Z][\w-]*: /.test(piece));
  const body = pieces.filter((piece) => piece !== status && !headers.includes(piece));
  return {
    status: Number(status ?? 409),
    headers: Object.fromEntries(headers.map((header) => header.split(/: (.*)/s))),
    body: body.length === 0 ? undefined : bodyOf(body.join("\n")),
  };
}

/** JSON as its value; an event with the empty line that ends it. */
function bodyOf(text: string): unknown {
  if (text.startsWith("data:")) return `${text}\n\n`;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const types: Readonly<Record<string, string>> = {
  product: "string",
  quantity: "integer",
  pause: "number",
  at: "string",
  id: "string",
  severity: "string",
  reasons: "{ type: array, items: string }",
  problems: "{ type: array, items: Problem }",
  by_name: "{ type: object, additionalProperties: string }",
  by_path: "{ type: object, additionalProperties: { type: array, items: string } }",
};

const statuses = { sold_out: 409, invalid: 400, not_found: 404, rate_limited: 429, forbidden: 403 };

/**
 * The format that a wire file describes, in a catalog of the codes that `shown` or the file names, which all have the fields
 * that the file names and those that are asked for.
 *
 * @throws where the catalog has errors.
 */
export function formatOf(
  shown: string,
  file: string,
  asked: Readonly<Record<string, string>> = {},
): AnyWireFormat {
  const text = file.replaceAll("$fields", "$product $quantity");
  const named = Object.entries(types).filter(([name]) => new RegExp(`[$\\{]${name}\\b`).test(text));
  const fields = [...named, ...Object.entries(asked)].map(([name, type]) => `${name}?: ${type}`);
  const entries = Object.entries(statuses)
    .filter(([code]) => `${shown} ${file}`.includes(code))
    .map(([code, status]) =>
      entryText(code, {
        status: String(status),
        title: `Title of ${code}`,
        fields: `{ ${fields.join(", ")} }`,
      }),
    );
  const catalog = soundCatalogOf({
    "catalog.yaml": headText(
      "wire: shown",
      "types: { Problem: { type: object, properties: { at: string, text: string } } }",
    ),
    "errors/shop.yaml": errorsText(...entries),
    "wire/shown.yaml": `wire: shown\n${file}\n`,
  });
  const format = runCatalog(catalog).formats.get("shown");
  if (format === undefined) throw new Error("There is no format.");
  return format;
}
