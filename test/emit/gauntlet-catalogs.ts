/** The catalogs of error formats of APIs in production, with their cases. */
import { readdirSync } from "node:fs";
import { readCatalogFiles } from "../../src/disk/read-catalog-files.js";
import { formatNamed } from "../../src/emit/format-named.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import type { Catalog } from "../../src/model/catalog.js";
import type { WireFormat } from "../../src/model/wire-format.js";
import type { EncodedAnswer } from "../../src/runtime/index.js";
import { type AnyWireFormat, runCatalog } from "../../src/wire/running-catalog.js";
import { type Cases, casesOf, formatsFolder } from "../gauntlet/cases.js";

/** A format with everything that tests ask of it. */
export interface GauntletFormat {
  readonly name: string;
  readonly catalog: Catalog;
  readonly format: WireFormat;
  readonly wire: AnyWireFormat;
  readonly cases: Cases;
}

/** An answer of the catalog's own, and the code that a client reads from it. */
export interface OwnAnswer {
  readonly title: string;
  readonly code: string;
  readonly answer: EncodedAnswer;
}

/** All of them, by name. */
export const gauntletFormats: readonly GauntletFormat[] = await Promise.all(
  readdirSync(formatsFolder).sort().map(gauntletFormat),
);

async function gauntletFormat(name: string): Promise<GauntletFormat> {
  const folder = `${formatsFolder}${name}/catalog`;
  const { catalog } = loadCatalog(await readCatalogFiles(folder, folder));
  if (catalog === undefined) throw new Error(`The catalog of ${name} cannot be read.`);
  const cases = casesOf(name);
  const format = formatNamed(catalog, cases.wire);
  const wire = runCatalog(catalog).formats.get(format.name.value) as AnyWireFormat;
  return { name, catalog, format, wire, cases };
}

/** What the format writes: of its cases, of every code without fields, and of what it has read. */
export function ownAnswers({ catalog, wire, cases }: GauntletFormat): readonly OwnAnswer[] {
  const { errorOf } = runCatalog(catalog);
  const bare = catalog.entries.map(({ code }) => ({ name: code, error: { code } }));
  const made = [...bare, ...cases.encode].flatMap(({ name, error }) => {
    const { code, fields = {}, message } = error as (typeof cases.encode)[number]["error"];
    const entry = catalog.entries.find((each) => each.code === code);
    const found = entry && errorOf(entry, { fields, status: undefined }, message);
    return found === undefined ? [] : [{ title: name, answer: wire.encode(found) }];
  });
  const read = cases.decode
    .filter(({ expect }) => !expect.success)
    .map(({ name, answer }) => ({ title: name, answer: wire.encode(wire.decode(answer)) }));
  return [...made, ...read].map((each) => ({ ...each, code: wire.decode(each.answer).code }));
}
