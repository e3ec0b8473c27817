/** Chooses the emitter of an output. */
import { match } from "ts-pattern";
import type { Catalog } from "../model/catalog.js";
import type { ImportExtension, ModuleFormat, Output } from "../model/output.js";
import type { SourceFile } from "../model/source.js";
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

/** What an output depends on besides its catalog. */
export interface OutputSurroundings extends SiteAssets {
  /** What the package.json above the output says. */
  readonly packageFormat?: ModuleFormat;
  /** The path of a file of the catalog as seen from the output's folder, with `/`. */
  readonly pathOf?: (file: SourceFile) => string;
}

/** The files of an output. */
export function emitOutput(
  output: Output,
  catalog: Catalog,
  { packageFormat, pathOf, ...assets }: OutputSurroundings,
): EmittedOutput {
  const folder = output.path.value;
  return match(output)
    .returnType<EmittedOutput>()
    .with({ kind: "typescript" }, ({ extension }) => ({
      folder,
      files: emitTypeScript(catalog, { extension }),
      owned: /\.ts$/,
    }))
    .with({ kind: "zod" }, ({ extension }) => ({
      folder,
      files: emitZod(catalog, { extension: extension ?? extensionBeside(output, catalog) }),
      owned: /\.ts$/,
    }))
    .with({ kind: "javascript" }, ({ format, declarationMap }) => ({
      folder,
      files: emitJavaScript(catalog, {
        format,
        packageFormat,
        pathOf: declarationMap ? pathOf : undefined,
      }),
      owned: /\.([cm]?js|d\.[cm]?ts(\.map)?)$/,
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
    .with({ kind: "fixtures" }, ({ wire, format }) => ({
      folder,
      files: emitFixtures(catalog, { wire: wire?.value, format, packageFormat }),
      owned: /(?<!\.schema)\.json$|\.([cm]?js|d\.[cm]?ts)$/,
    }))
    .exhaustive();
}

/** How the module in the same folder names others. */
function extensionBeside({ path }: Output, { outputs }: Catalog): ImportExtension | undefined {
  const beside = outputs.find(
    (each) => each.kind === "typescript" && plain(each.path.value) === plain(path.value),
  );
  return beside?.kind === "typescript" ? beside.extension : undefined;
}

function plain(folder: string): string {
  return folder.replace(/^\.\/|\/+$/g, "");
}
