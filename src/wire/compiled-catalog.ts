/** A catalog as data: what its generated module says, and what the compiler runs itself. */
import { type Contract, compareText, liveEntries } from "../model/catalog.js";
import { remembered } from "../model/remembered.js";
import { ownersOf } from "../model/used-catalog.js";
import type { WireFormat } from "../model/wire-format.js";
import type { EntryRow } from "../runtime/decoded-error.js";
import type { Owners } from "../runtime/owners.js";
import type { Shape } from "../runtime/shape.js";
import type { DecodeSpec, EncodeSpec, FallbackSpec } from "../runtime/wire/wire-spec.js";
import { decodeSpec } from "./decode-spec.js";
import { encodeSpec, fallbackSpec } from "./encode-spec.js";
import { entryRow } from "./entry-row.js";
import { originalMessages } from "./original-messages.js";
import { catalogShapes } from "./shapes.js";

/** The data of a catalog. What several parts share is one object. */
export interface CompiledCatalog {
  readonly name: string;
  /** The codes that it takes from others. */
  readonly owners: Owners | undefined;
  /** The named types that fields use, each after those inside it. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** In the order of the codes. */
  readonly entries: ReadonlyMap<string, EntryRow>;
  /** In the order of their names. */
  readonly formats: readonly CompiledFormat[];
  readonly fallback: FallbackSpec;
  readonly messages: Readonly<Record<string, readonly string[]>>;
}

/** The data of a wire format. */
export interface CompiledFormat {
  readonly format: WireFormat;
  readonly decode: DecodeSpec;
  readonly encode: EncodeSpec;
}

/** The data of a catalog, made once. */
export const compileCatalog = remembered((catalog: Contract): CompiledCatalog => {
  const entries = new Map(
    liveEntries(catalog).map((entry) => [entry.code, entryRow(entry, catalog)]),
  );
  const shared = { fallback: fallbackSpec(catalog), messages: originalMessages(catalog) };
  const formats = [...catalog.wireFormats].sort((a, b) => compareText(a.name.value, b.name.value));
  return {
    name: catalog.name.value,
    owners: ownersOf(catalog),
    shapes: catalogShapes(catalog).named,
    entries,
    formats: formats.map((format) => ({
      format,
      decode: decodeSpec(format, catalog, entries),
      encode: encodeSpec(format, catalog, shared),
    })),
    ...shared,
  };
});
