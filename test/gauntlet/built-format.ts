/** The catalog of a format, compiled, and its generated module at work. */
import { checkCatalog } from "../../src/check/check-catalog.js";
import { type Diagnostic, hasErrors } from "../../src/diagnostics/diagnostic.js";
import { readCatalogFiles } from "../../src/disk/read-catalog-files.js";
import { emitJavaScript } from "../../src/emit/typescript/emit-typescript.js";
import { formatNames } from "../../src/emit/typescript/format-names.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import type { Catalog, Entry } from "../../src/model/catalog.js";
import { constructorName } from "../../src/model/identifier.js";
import type { AnyDecoded, AnyWireFormat } from "../../src/wire/running-catalog.js";
import { shown } from "../support/catalog-of.js";
import { runModule } from "../support/run-module.js";
import { type EncodeCase, formatsFolder } from "./cases.js";

/** A wire format of a generated module. `isError` is called where the format has it. */
export type BuiltWire = AnyWireFormat & { readonly isError?: (answer: object) => boolean };

/** A module that was built of a format's catalog. */
export interface BuiltFormat {
  readonly wire: BuiltWire;
  /** An error of the catalog. @throws where the catalog has no such code. */
  create(error: EncodeCase["error"]): AnyDecoded;
  /** That of the copy of the runtime which the module has. */
  retryDelay(error: AnyDecoded): number | undefined;
}

/** What `errdex build` says of a catalog, and what comes of it: undefined where it is refused. */
export interface Build {
  readonly said: readonly string[];
  readonly built: BuiltFormat | undefined;
}

/**
 * Compiles the catalog of a format and runs the module as it is written for users.
 *
 * @param wireName the wire format to look at; the catalog's own, where none is named.
 */
export async function buildFormat(format: string, wireName: string | undefined): Promise<Build> {
  const folder = `${formatsFolder}${format}/catalog`;
  const { catalog, diagnostics } = loadCatalog(await readCatalogFiles(folder, folder));
  const all: readonly Diagnostic[] = [...diagnostics, ...(catalog ? checkCatalog(catalog) : [])];
  const said = shown(all);
  if (catalog === undefined || hasErrors(all)) return { said, built: undefined };
  return { said, built: await run(catalog, wireName ?? catalog.wire.value) };
}

type Constructor = (...given: readonly object[]) => AnyDecoded;

async function run(catalog: Catalog, wireName: string): Promise<BuiltFormat> {
  const files = emitJavaScript(catalog).map(({ path, text }) => [path, text]);
  const module = (await runModule({ "all.js": all, ...Object.fromEntries(files) })) as {
    readonly constructors: Readonly<Record<string, Constructor | undefined>>;
    readonly wires: Readonly<Record<string, BuiltWire | undefined>>;
    readonly retryDelay: BuiltFormat["retryDelay"];
  };
  const format = catalog.wireFormats.find(({ name }) => name.value === wireName);
  const wire = format && module.wires[formatNames(format).value];
  if (wire === undefined) throw new Error(`There is no wire format ${wireName}.`);
  const entries = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  const create = ({ code, fields = {}, ...options }: EncodeCase["error"]): AnyDecoded => {
    const entry = entries.get(code);
    const construct = entry && module.constructors[constructorName(entry)];
    if (construct === undefined) throw new Error(`The catalog has no code ${code}.`);
    return hasFields(entry) ? construct(fields, options) : construct(options);
  };
  return { wire, create, retryDelay: module.retryDelay };
}

const all = `
export * as constructors from "./index.js";
export * as wires from "./wire.js";
export { retryDelay } from "errdex";
`;

function hasFields(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.fields.length > 0;
}
