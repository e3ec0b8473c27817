/** What a proof by round trip depends on, as a text: where it is the same, the proof has the same outcome. */
import type { Catalog } from "../model/catalog.js";
import { remembered } from "../model/remembered.js";
import type { WireFormat } from "../model/wire-format.js";
import type { EncodeSpec } from "../runtime/wire/wire-spec.js";
import { compileCatalog } from "./compiled-catalog.js";

/**
 * All that the examples of an entry depend on in a format, beside the file that the entry stands in. Of other files with
 * entries that is the data of their codes, without what only those codes themselves say: an answer that is read as
 * another code's is a loss, whatever the other code says.
 *
 * @returns undefined where the catalog has no such format.
 */
export function formatSubject(format: WireFormat, catalog: Catalog): string | undefined {
  const { entries, formats } = compileCatalog(catalog);
  const compiled = formats.find((each) => each.format === format);
  if (compiled === undefined) return undefined;
  const { decode, encode } = compiled;
  const rows = [...entries.values()];
  return JSON.stringify([otherFiles(catalog), rows, decode, unsaid(encode)], (_, value: unknown) =>
    // Which function it is follows from the files beside those with entries, and from the data around it.
    typeof value === "function" ? "function" : value,
  );
}

/** The files that have no entries: types, formats and settings are in them. Paths say which is which. */
const otherFiles = remembered((catalog: Catalog): readonly (readonly [string, string])[] => {
  const withEntries = new Set(
    [...catalog.entries, ...catalog.partial.map(({ entry }) => entry)].map(({ at }) => at.file),
  );
  return catalog.files
    .filter((file) => !withEntries.has(file))
    .map(({ path, text }) => [path, text] as const);
});

/** The data of encoding without messages and titles, but for codes that others may be sent as. */
function unsaid({ messages, rows = {}, ...rest }: EncodeSpec): unknown {
  const { fallback, folds = {} } = rest;
  const standIns = [fallback.code, ...Object.values(fallback.byStatus), ...Object.values(folds)];
  const rowsUnsaid = Object.entries(rows).map(([code, { title, ...row }]) => [code, row]);
  const said = [...new Set(standIns)].map((code) => [code, messages[code], rows[code]?.title]);
  return [rest, rowsUnsaid, said];
}
