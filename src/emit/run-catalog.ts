/** A catalog at work: its errors and wire formats, for commands and pages that show answers. */
import type { Catalog, Entry, Example } from "../model/catalog.js";
import type { CatalogError, EntryTable, UnrecognizedError, WireFormat } from "../runtime/index.js";
import * as runtime from "../runtime/index.js";
import { entriesModule } from "./typescript/entries-module.js";
import { formatNames } from "./typescript/format-names.js";
import { formatsModule, sortedFormats } from "./typescript/formats-module.js";
import { originalMessages } from "./typescript/translation-table.js";
import { wireModule } from "./typescript/wire-module.js";

/** A format whose codes are not known to TypeScript. */
export type AnyWireFormat = WireFormat<Record<string, CatalogError>, CatalogError>;

/** What a format decodes. */
export type AnyDecoded = CatalogError | UnrecognizedError;

/** What a catalog does in a service and in a client. */
export interface RunningCatalog {
  readonly formats: ReadonlyMap<string, AnyWireFormat>;
  /** The error that an example shows; undefined where it is not what its entry declares. */
  errorOf(entry: Entry, example: Pick<Example, "fields" | "status">): CatalogError | undefined;
}

/**
 * Runs a catalog.
 *
 * Its formats come from the same text that `errdex build` writes, so what a page shows is what a service sends.
 * Every text of a catalog in it has been quoted into code by `quote`.
 */
export function runCatalog(catalog: Catalog): RunningCatalog {
  const declarations = [
    ...entriesModule(catalog),
    ...formatsModule(catalog),
    ...wireModule(catalog),
  ];
  const listed = sortedFormats(catalog).map((format) => formatNames(format).value);
  const script = [
    ...declarations.map((declaration) => declaration("script")),
    `return { entries, formats: [${listed.join(", ")}] };`,
  ].join("\n");
  const given = { ...runtime, $messages: originalMessages(catalog) };
  const run = new Function(...Object.keys(given), `"use strict";\n${script}`) as (
    ...values: unknown[]
  ) => {
    readonly entries: EntryTable;
    readonly formats: readonly AnyWireFormat[];
  };
  const { entries, formats } = run(...Object.values(given));
  return {
    formats: new Map(formats.map((format) => [format.name, format])),
    errorOf: (entry, { fields, status }) => {
      const templates = entry.messages.map(({ text }) => text);
      const error = runtime.errorFromJson(
        {
          code: entry.code,
          status: status?.value ?? entry.statuses[0]?.value,
          message: runtime.formatMessage(templates, fields) ?? entry.title?.value ?? entry.code,
          fields,
        },
        entries,
      );
      return error.code === entry.code ? (error as CatalogError) : undefined;
    },
  };
}
