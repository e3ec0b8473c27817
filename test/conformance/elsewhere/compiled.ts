/** The catalog of this folder, compiled: formats that nobody here has written code for. */
import { checkCatalog } from "../../../src/check/check-catalog.js";
import { readCatalogFiles } from "../../../src/disk/read-catalog-files.js";
import { emitTypeScript } from "../../../src/emit/typescript/emit-typescript.js";
import { loadCatalog } from "../../../src/load/load-catalog.js";
import type { CatalogError } from "../../../src/runtime/index.js";
import { root } from "../../shipped-catalog.js";
import { shown } from "../../support/catalog-of.js";
import { runModule } from "../../support/run-module.js";
import type { AnyFormat } from "../vendor.js";

const { catalog, diagnostics } = loadCatalog(
  await readCatalogFiles(`${root}test/conformance/elsewhere/catalog`, root),
);
if (catalog === undefined) throw new Error("The catalog of this folder cannot be read.");

/** All that is wrong with the catalog. */
export const complaints: readonly string[] = shown([...diagnostics, ...checkCatalog(catalog)]);

/** The generated module, by file. */
export const generated: Readonly<Record<string, string>> = Object.fromEntries(
  emitTypeScript(catalog).map(({ path, text }) => [path, text]),
);

const all = await runModule({
  "all.ts": 'export * from "./index.js"; export * as wire from "./wire.js";',
  ...generated,
});

type Construct = (first?: object, second?: object) => CatalogError;

/** The constructors, by name. */
export const errors = all as unknown as Readonly<
  Record<
    | "notFound"
    | "forbidden"
    | "rateLimited"
    | "cardDeclined"
    | "quotaExceeded"
    | "validationFailed"
    | "internalError",
    Construct
  >
>;

/** The formats, by name. */
export const wire = all.wire as Readonly<
  Record<
    | "stripe"
    | "cloudflare"
    | "graphql"
    | "jsonapi"
    | "google"
    | "odata"
    | "github"
    | "slack"
    | "twirp"
    | "flat"
    | "problem",
    AnyFormat
  >
>;
