/** Chooses the emitter of an output. */
import { match } from "ts-pattern";
import type { Catalog, Output } from "../model/catalog.js";
import type { GeneratedFile } from "./generated-file.js";
import { emitJavaScript, emitTypeScript, emitZod } from "./typescript/emit-typescript.js";

/** What an output becomes. */
export interface EmittedOutput {
  /** Relative to the catalog's. */
  readonly folder: string;
  readonly files: readonly GeneratedFile[];
}

/** The files of an output. */
export function emitOutput({ kind, path }: Output, catalog: Catalog): EmittedOutput {
  const folder = path.value;
  return match(kind)
    .with("typescript", () => ({ folder, files: emitTypeScript(catalog) }))
    .with("zod", () => ({ folder, files: emitZod(catalog) }))
    .with("javascript", () => ({ folder, files: emitJavaScript(catalog) }))
    .exhaustive();
}
