/** `catalog.ts`: the name of a catalog, for a runtime that can run its module. */
import type { Catalog } from "../../model/catalog.js";
import { ownersOf } from "../../model/used-catalog.js";
import { upgradeErrdexForModules1 } from "../../runtime/generated.js";
import { spreadOut } from "../text/print-data.js";
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
  const owners = ownersOf(catalog);
  return [
    constant((file) => ({
      doc: ["The name of the catalog."],
      name: "$catalog",
      type: "string",
      value: () =>
        `/*#__PURE__*/ ${file.value(upgradeErrdexForModules1)}(${quote(catalog.name.value)})`,
    })),
    ...(owners === undefined
      ? []
      : [
          constant(() => ({
            doc: ["The codes that it takes from other catalogs, with whose they are."],
            name: "$owners",
            type: "Readonly<Record<string, string>>",
            value: () => spreadOut(owners),
          })),
        ]),
  ];
}

/** The name of the catalog in another module of it. `folder`: the way to the folder of the module. */
export function catalogNameIn(file: ModuleFile, folder = "./"): string {
  return file.valueFrom(`${folder}catalog.js`, "$catalog");
}
