/** Columns of the table of codes are there for templates. */
import { quoted } from "../../diagnostics/suggest.js";
import { everyPlace } from "../../model/placement.js";
import type { Span } from "../../model/source.js";
import type { WireFormat } from "../../model/wire-format.js";
import { defineRule } from "../rule.js";

export const wireColumn = defineRule({
  name: "wire-column",
  severity: "error",
  summary: "A column of the table of codes stands in a template of its wire format.",
  catalog: ({ wireFormats }, report) => {
    for (const format of wireFormats) {
      const named = columnsIn(format);
      const known = knownColumns(format);
      // A template that names another one was misspelt, which is said there.
      if ([...named].some((name) => !known.has(name))) continue;
      for (const [name, at] of known)
        if (!named.has(name))
          report(at, `No template of ${format.name.value} has $row.${name}.`, {
            help: `A row has \`code\`, its spelling on this wire, \`also\`, \`status\`, \`body\`, \`omits\` and \`assumed\`; every other key is for \`$row\`, as ${quoted(name)} for \`$row.${name}\`.`,
          });
    }
  },
});

/** The columns and where each first stands: in a row, else in the format. */
function knownColumns({ rows, columns, name }: WireFormat): ReadonlyMap<string, Span> {
  const inRows = rows.flatMap((row) =>
    Object.keys(row.columns).map((column): [string, Span] => [column, row.at]),
  );
  const inFormat = Object.keys(columns).map((column): [string, Span] => [column, name.at]);
  return new Map([...inFormat, ...inRows.reverse()]);
}

function columnsIn(format: WireFormat): ReadonlySet<string> {
  const paths = everyPlace(format).flatMap(({ variable }) => variable.paths);
  return new Set(paths.flatMap(([first, second]) => (first === "$row" ? [second ?? ""] : [])));
}
