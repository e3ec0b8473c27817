/** The shipped catalog, loaded once, and an error for each of its examples. */
import { fileURLToPath } from "node:url";
import { checkCatalog } from "../src/check/check-catalog.js";
import { readCatalogFiles } from "../src/disk/read-catalog-files.js";
import * as module from "../src/image-hosting/index.js";
import { loadCatalog } from "../src/load/load-catalog.js";
import { type Catalog, type Entry, type Example, liveEntries } from "../src/model/catalog.js";
import { constructorName } from "../src/model/identifier.js";

/** The root of the project, with a slash at its end. */
export const root: string = fileURLToPath(new URL("..", import.meta.url));

const { catalog, diagnostics } = loadCatalog(await readCatalogFiles(`${root}catalog`, root));
if (catalog === undefined) throw new Error(`The shipped catalog: ${diagnostics[0]?.message}`);

/** The shipped catalog. */
export const shippedCatalog: Catalog = catalog;

/** All that is wrong with it. */
export const shippedDiagnostics = [...diagnostics, ...checkCatalog(catalog)];

/** Its entries, by code. */
export const shippedEntries: readonly Entry[] = liveEntries(catalog);

/** A case of an entry. */
export interface ShippedExample {
  readonly code: module.ErrorCode;
  readonly entry: Entry;
  readonly example: Example;
  readonly create: () => module.ImageHostingError;
}

const constructors = module as unknown as Readonly<
  Record<string, (first?: object, second?: object) => module.ImageHostingError>
>;

/** Every example of every entry. */
export const shippedExamples: readonly ShippedExample[] = shippedEntries.flatMap((entry) =>
  entry.examples.map((example) => {
    const construct = constructors[constructorName(entry)];
    if (construct === undefined) throw new Error(`There is no constructor for ${entry.code}.`);
    const options = example.status === undefined ? {} : { status: example.status.value };
    const create = () =>
      entry.fields.length === 0 ? construct(options) : construct(example.fields, options);
    return { code: entry.code as module.ErrorCode, entry, example, create };
  }),
);
