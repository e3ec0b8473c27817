/** Chooses the emitter of an output. */
import { match } from "ts-pattern";
import type { Catalog } from "../model/catalog.js";
import type { Output } from "../model/output.js";
import { emitFixtures } from "./fixtures/emit-fixtures.js";
import type { GeneratedFile } from "./generated-file.js";
import { emitJsonSchema } from "./json-schema/emit-json-schema.js";
import { emitOpenApi } from "./openapi/emit-openapi.js";
import { emitSite, type SiteAssets } from "./site/emit-site.js";
import { emitJavaScript, emitTypeScript, emitZod } from "./typescript/emit-typescript.js";

/** What an output becomes. */
export interface EmittedOutput {
  /** Relative to the catalog's. */
  readonly folder: string;
  readonly files: readonly GeneratedFile[];
  /**
   * What files of an earlier build may be called, where a build takes away what it no longer makes. Pages keep their
   * addresses, and beside a single file there are other people's.
   */
  readonly owned?: RegExp;
}

/** The files of an output. */
export function emitOutput(output: Output, catalog: Catalog, assets: SiteAssets): EmittedOutput {
  const folder = output.path.value;
  return match(output)
    .returnType<EmittedOutput>()
    .with({ kind: "typescript" }, () => ({
      folder,
      files: emitTypeScript(catalog),
      owned: /\.ts$/,
    }))
    .with({ kind: "zod" }, () => ({ folder, files: emitZod(catalog), owned: /\.ts$/ }))
    .with({ kind: "javascript" }, () => ({
      folder,
      files: emitJavaScript(catalog),
      owned: /\.(js|d\.ts)$/,
    }))
    .with({ kind: "openapi" }, ({ wire, audience, form }) => {
      const [, above = ".", file = ""] = /^(?:(.*)[\\/])?([^\\/]*)$/.exec(folder) ?? [];
      const options = { wire: wire?.value, audience, form, file };
      return { folder: above || "/", files: emitOpenApi(catalog, options) };
    })
    .with({ kind: "site" }, () => ({ folder, files: emitSite(catalog, assets) }))
    .with({ kind: "json-schema" }, ({ wire }) => ({
      folder,
      files: emitJsonSchema(catalog, { wire: wire?.value }),
      owned: /\.schema\.json$/,
    }))
    .with({ kind: "fixtures" }, ({ wire }) => ({
      folder,
      files: emitFixtures(catalog, { wire: wire?.value }),
      owned: /(?<!\.schema)\.json$|\.(js|d\.ts)$/,
    }))
    .exhaustive();
}
