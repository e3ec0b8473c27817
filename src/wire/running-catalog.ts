/** A catalog at work: its errors and wire formats, for commands, checks and pages that show answers. */
import type { Contract, Entry, Example } from "../model/catalog.js";
import { remembered } from "../model/remembered.js";
import type { WireFormat as FormatModel } from "../model/wire-format.js";
import type { CatalogError } from "../runtime/catalog-error.js";
import { entryTable } from "../runtime/decoded-error.js";
import { formatMessage } from "../runtime/format-message.js";
import { errorFromJson } from "../runtime/from-json.js";
import type { UnrecognizedError } from "../runtime/unrecognized-error.js";
import { type WireFormat, wireFormat } from "../runtime/wire/wire-format.js";
import { compileCatalog } from "./compiled-catalog.js";

/** A format whose codes are not known to TypeScript. */
export type AnyWireFormat = WireFormat<Record<string, CatalogError>, CatalogError>;

/** What a format decodes. */
export type AnyDecoded = CatalogError | UnrecognizedError;

/** What a catalog does in a service and in a client. */
export interface RunningCatalog {
  /** By their names. */
  readonly formats: ReadonlyMap<string, AnyWireFormat>;
  /**
   * The error that an example shows; undefined where it is not what its entry declares.
   *
   * @param message instead of the entry's.
   */
  errorOf(
    entry: Entry,
    example: { readonly fields: Readonly<Record<string, unknown>> } & Pick<Example, "status">,
    message?: string,
  ): CatalogError | undefined;
}

/** Runs a catalog on the data that its generated module has: what a page shows is what a service sends. */
export const runCatalog = remembered((catalog: Contract): RunningCatalog => {
  const compiled = compileCatalog(catalog);
  const entries = entryTable(compiled.name, () => [...compiled.entries.values()], compiled.owners);
  return {
    formats: new Map(
      compiled.formats.map(({ decode, encode }) => [decode.name, wireFormat(decode, encode)]),
    ),
    errorOf: (entry, { fields, status }, message) => {
      const templates = entry.messages.map(({ text }) => text);
      const usual = formatMessage(templates, fields) ?? entry.title?.value ?? entry.code;
      const error = errorFromJson(
        {
          code: entry.code,
          status: status?.value ?? entry.statuses[0]?.value,
          message: message ?? usual,
          fields,
        },
        entries,
      );
      return error.code === entry.code ? (error as CatalogError) : undefined;
    },
  };
});

/** One format, as a new one: a format keeps what it has made for each code that it met, for as long as it is there. */
export function runFormat({ name }: FormatModel, catalog: Contract): AnyWireFormat | undefined {
  const found = compileCatalog(catalog).formats.find(({ decode }) => decode.name === name.value);
  return found && wireFormat(found.decode, found.encode);
}
