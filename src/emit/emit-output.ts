/** Chooses the emitter of an output. */
import { match } from "ts-pattern";
import type { Catalog, Output } from "../model/catalog.js";
import type { GeneratedFile } from "./generated-file.js";
import { emitSite, type SiteAssets } from "./site/emit-site.js";
import { emitJavaScript, emitTypeScript, emitZod } from "./typescript/emit-typescript.js";

/** What an output becomes. */
export interface EmittedOutput {
  /** Relative to the catalog's. */
  readonly folder: string;
  readonly files: readonly GeneratedFile[];
}

/** The files of an output. */
export function emitOutput(
  { kind, path }: Output,
  catalog: Catalog,
  assets: SiteAssets,
): EmittedOutput {
  const folder = path.value;
  return match(kind)
    .with("typescript", () => ({ folder, files: emitTypeScript(catalog) }))
    .with("zod", () => ({ folder, files: emitZod(catalog) }))
    .with("javascript", () => ({ folder, files: emitJavaScript(catalog) }))
    .with("site", () => ({ folder, files: emitSite(catalog, assets) }))
    .exhaustive();
}
