/** `catalog.ts`: the name of a catalog, for a runtime that can run its module. */
import type { Catalog } from "../../model/catalog.js";
import { upgradeErrdexForModules1 } from "../../runtime/generated.js";
import { quote } from "../text/quote.js";
import { constant, type Declaration } from "./declarations.js";
import type { ModuleFile } from "./module-file.js";

/**
 * The declarations of the module.
 *
 * It is a file of its own because all others import it, so it is the first to be linked: what a runtime says that is
 * too old is the name of this function, and not of something that it lacks besides.
 */
export function catalogModule(catalog: Catalog): readonly Declaration[] {
  return [
    constant((file) => ({
      doc: ["The name of the catalog."],
      name: "$catalog",
      type: "string",
      value: () =>
        `/*#__PURE__*/ ${file.value(upgradeErrdexForModules1)}(${quote(catalog.name.value)})`,
    })),
  ];
}

/** The name of the catalog in another module of it. `folder`: the way to the folder of the module. */
export function catalogNameIn(file: ModuleFile, folder = "./"): string {
  return file.valueFrom(`${folder}catalog.js`, "$catalog");
}
