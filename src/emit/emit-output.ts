/** Chooses the emitter of an output. */
import { match } from "ts-pattern";
import type { Catalog, OutputKind } from "../model/catalog.js";
import type { GeneratedFile } from "./generated-file.js";
import { emitJavaScript, emitTypeScript, emitZod } from "./typescript/emit-typescript.js";

/** The files of an output, relative to its folder. */
export function emitOutput(kind: OutputKind, catalog: Catalog): readonly GeneratedFile[] {
  return match(kind)
    .with("typescript", () => emitTypeScript(catalog))
    .with("zod", () => emitZod(catalog))
    .with("javascript", () => emitJavaScript(catalog))
    .exhaustive();
}
