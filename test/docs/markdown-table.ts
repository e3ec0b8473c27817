/** Tables of documents, as the formatter leaves them. */

/** The lines of a table, a head and at least one row, each cell as wide as its column. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const widths = head.map((text, column) =>
    Math.max(text.length, 3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], filler = " ") =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, filler)).join(" | ")} |\n`;
  const rule = line(
    head.map(() => ""),
    "-",
  );
  return `${line(head)}${rule}${rows.map((row) => line(row)).join("")}`;
}
