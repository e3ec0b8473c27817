/** Catalogs whose texts are payloads. */
import { hasErrors } from "../../../src/diagnostics/diagnostic.js";
import { emitOutput } from "../../../src/emit/emit-output.js";
import type { Catalog } from "../../../src/model/catalog.js";
import type { GeneratedFile } from "../../../src/model/generated-file.js";
import { placeFinder } from "../../../src/model/source.js";
import { catalogOf } from "../../support/catalog-of.js";
import { noAssets } from "../../support/no-assets.js";
import type { Position } from "./position.js";
import { baseWorld, textsOf } from "./world.js";

/** A text that is put into a catalog. */
export interface Filling {
  readonly id: string;
  readonly position: Position;
  readonly text: string;
}

/** The fillings that are accepted. Throws where a refusal has no place. */
export function accepted(fillings: readonly Filling[]): readonly Filling[] {
  const isShared = fillings.some(({ position }) => position.single);
  if (isShared && fillings.length > 1) return fillings.flatMap((each) => accepted([each]));
  const { diagnostics } = catalogOf(textsWith(fillings));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const placeOf = placeFinder();
  for (const { at, message } of errors) {
    const { line, column } = placeOf(at);
    if (at.file.path === "" || !(line > 0) || !(column > 0))
      throw new Error(`This has no place: ${message}`);
  }
  const owners = new Set(
    errors.map(({ at }) => /\/(?:de-x-)?(\w+)\.yaml$/.exec(at.file.path)?.[1]),
  );
  // What stands in a file that all share may be refused for any of them.
  if (errors.length === 0 || (!isShared && !owners.has(undefined) && !owners.has("base")))
    return fillings.filter(({ id }) => !owners.has(id));
  if (fillings.length === 1) return [];
  const half = Math.ceil(fillings.length / 2);
  return [fillings.slice(0, half), fillings.slice(half)].flatMap(accepted);
}

/** The catalog with all of the fillings; undefined where it has errors. */
export function filledCatalog(fillings: readonly Filling[]): Catalog | undefined {
  const { catalog, diagnostics } = catalogOf(textsWith(fillings));
  return hasErrors(diagnostics) ? undefined : catalog;
}

/** Everything that becomes of a catalog, by kind of output. */
export function everythingOf(catalog: Catalog): readonly GeneratedFile[] {
  return catalog.outputs.flatMap((output, index) => {
    const { files } = emitOutput(output, catalog, noAssets);
    return files.map(({ path, text }) => {
      // The file of an OpenAPI document is called as the catalog says.
      const name = output.kind === "openapi" ? `openapi.${path.split(".").at(-1)}` : path;
      return { path: `${output.kind}-${index}/${name}`, text };
    });
  });
}

function textsWith(fillings: readonly Filling[]): Record<string, string> {
  const world = baseWorld();
  for (const { position, text, id } of fillings) position.put(world, text, id);
  return textsOf(world);
}
