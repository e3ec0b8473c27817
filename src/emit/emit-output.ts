/** The emitters of all outputs: one list. */
import type { Catalog } from "../model/catalog.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportExtension, ModuleFormat, Output } from "../model/output.js";
import type { SourceFile } from "../model/source.js";
import type { AskedOutput, OutputDefinition } from "../outputs/output-definition.js";
import {
  fixtures,
  javascript,
  jsonSchema,
  openapi,
  site,
  typescript,
  zod,
} from "../outputs/outputs.js";
import { emitFixtures } from "./fixtures/emit-fixtures.js";
import { emitJsonSchema } from "./json-schema/emit-json-schema.js";
import { emitOpenApi } from "./openapi/emit-openapi.js";
import { emitSite, type SiteAssets } from "./site/emit-site.js";
import { emitJavaScript, emitTypeScript, emitZod } from "./typescript/emit-typescript.js";
import { withModules } from "./typescript/other-module.js";

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

/** How an output becomes files. */
interface Emitter<Options> {
  /** {@link EmittedOutput.owned} */
  readonly owned?: RegExp;
  readonly emit: (
    /** `file`: the name of the one file, where it is one. */
    asked: AskedOutput<Options> & { readonly output: Output; readonly file: string },
    catalog: Catalog,
    surroundings: OutputSurroundings,
  ) => readonly GeneratedFile[];
}

/** An output that is known as a whole. */
export interface KnownOutput {
  readonly key: string;
  readonly emit: (output: Output, catalog: Catalog, around: OutputSurroundings) => EmittedOutput;
}

/** Joins what is known of an output with its emitter. */
export function emitting<Options>(
  { key, asked, endings }: OutputDefinition<string, Options>,
  { owned, emit }: Emitter<Options>,
): KnownOutput {
  return {
    key,
    emit: (output, catalog, around) => {
      const path = output.path.value;
      const [, above = ".", file = ""] = /^(?:(.*)[\\/])?([^\\/]*)$/.exec(path) ?? [];
      return {
        folder: endings === undefined ? path : above || "/",
        files: emit({ ...asked(output), output, file }, catalog, around),
        ...(owned && { owned }),
      };
    },
  };
}

const knownOutputs: readonly KnownOutput[] = [
  emitting(typescript, {
    owned: /\.ts$/,
    emit: ({ options: { extension }, output }, catalog) =>
      emitTypeScript(withModules(catalog, output), { extension }),
  }),
  emitting(zod, {
    owned: /\.ts$/,
    emit: ({ options, output }, catalog) =>
      emitZod(catalog, { extension: options.extension ?? extensionBeside(output, catalog) }),
  }),
  emitting(javascript, {
    owned: /\.([cm]?js|d\.[cm]?ts(\.map)?)$/,
    emit: ({ options: { format, declaration_map: hasMaps = true }, output }, catalog, around) =>
      emitJavaScript(withModules(catalog, output), {
        format,
        packageFormat: around.packageFormat,
        pathOf: hasMaps ? around.pathOf : undefined,
      }),
  }),
  emitting(openapi, {
    emit: ({ wire, options, file }, catalog) => {
      const { for: audience = "consumers", form = "document" } = options;
      return emitOpenApi(catalog, { wire, audience, form, file });
    },
  }),
  emitting(site, { emit: (_asked, catalog, assets) => emitSite(catalog, assets) }),
  emitting(jsonSchema, {
    owned: /\.schema\.json$/,
    emit: ({ wire }, catalog) => emitJsonSchema(catalog, { wire }),
  }),
  emitting(fixtures, {
    owned: /(?<!\.schema)\.json$|\.([cm]?js|d\.[cm]?ts)$/,
    emit: ({ wire, options: { format } }, catalog, { packageFormat }) =>
      emitFixtures(catalog, { wire, format, packageFormat }),
  }),
];

const byKey = new Map(knownOutputs.map((known) => [known.key, known]));

/**
 * The files of an output.
 *
 * @throws Error where there is no emitter for its kind: `load` gives none of such a kind.
 */
export function emitOutput(
  output: Output,
  catalog: Catalog,
  surroundings: OutputSurroundings,
): EmittedOutput {
  const known = byKey.get(output.kind);
  if (known === undefined) throw new Error(`There is no emitter for ${output.kind}.`);
  return known.emit(output, catalog, surroundings);
}

/** How the module in the same folder names others. */
function extensionBeside({ path }: Output, { outputs }: Catalog): ImportExtension | undefined {
  const beside = outputs.find(
    (each) => each.kind === typescript.key && plain(each.path.value) === plain(path.value),
  );
  return beside && typescript.asked(beside).options.extension;
}

function plain(folder: string): string {
  return folder.replace(/^\.\/|\/+$/g, "");
}
