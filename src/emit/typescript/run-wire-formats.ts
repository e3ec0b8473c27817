/** The wire formats of a catalog, working: for commands and pages that show answers. */

import type { Catalog } from "../../model/catalog.js";
import type { CatalogError, UnrecognizedError, WireFormat } from "../../runtime/index.js";
import * as runtime from "../../runtime/index.js";
import { entriesModule } from "./entries-module.js";
import { formatNames } from "./format-names.js";
import { formatsModule, sortedFormats } from "./formats-module.js";
import { wireModule } from "./wire-module.js";

/** A format whose codes are not known to TypeScript. */
export type AnyWireFormat = WireFormat<Record<string, CatalogError>, CatalogError>;

/** What a format decodes. */
export type AnyDecoded = CatalogError | UnrecognizedError;

/**
 * The formats by name.
 *
 * They come from the same text that `errdex build` writes, so what a page shows is what a service sends.
 * Every text of a catalog in it has been quoted into code by `quote`.
 */
export function runWireFormats(catalog: Catalog): ReadonlyMap<string, AnyWireFormat> {
  const declarations = [
    ...entriesModule(catalog),
    ...formatsModule(catalog),
    ...wireModule(catalog),
  ];
  const formats = sortedFormats(catalog);
  const listed = formats.map((format) => formatNames(format).value).join(", ");
  const script = [
    ...declarations.map((declaration) => declaration("script")),
    `return [${listed}];`,
  ].join("\n");
  const names = Object.keys(runtime);
  const run = new Function(...names, `"use strict";\n${script}`) as (
    ...values: unknown[]
  ) => readonly AnyWireFormat[];
  const made = run(...Object.values(runtime));
  return new Map(made.map((format) => [format.name, format]));
}
