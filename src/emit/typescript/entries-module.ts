/** `entries.ts`: what decoding knows of each code. */
import type { Catalog, Entry } from "../../model/catalog.js";
import { constructorName } from "../../model/identifier.js";
import { entryTable } from "../../runtime/generated.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { dataText } from "../text/print-data.js";
import { catalogNameIn } from "./catalog-module.js";
import { constant, type Declaration, privateConstant } from "./declarations.js";

/** The declarations of the module. */
export function entriesModule(catalog: Catalog): readonly Declaration[] {
  const { shapes, entries } = compileCatalog(catalog);
  const names = entryConstants(catalog);
  // A word is as short as a name.
  const named = [...shapes].filter(([, shape]) => typeof shape !== "string");
  const shapeNames = new Map<unknown, string>();
  for (const [name, shape] of named) if (!shapeNames.has(shape)) shapeNames.set(shape, name);
  const listed = [...names.values()].map((name) => `  ${name},`).join("\n");
  return [
    ...[...shapeNames].map(([shape, name]) =>
      privateConstant((file) => ({
        name,
        type: file.type("Shape"),
        value: (head) =>
          dataText(
            shape,
            (part) => (part === shape ? undefined : shapeNames.get(part)) ?? file.nameOf(part),
            head.length,
          ),
      })),
    ),
    ...[...entries.values()].map((row) =>
      constant((file) => ({
        name: names.get(row) as string,
        type: file.type("EntryRow"),
        value: (head) =>
          dataText(row, (part) => shapeNames.get(part) ?? file.nameOf(part), head.length),
      })),
    ),
    constant((file) => ({
      name: "$all",
      type: file.type("EntryTable"),
      value: () =>
        `/*#__PURE__*/ ${file.value(entryTable)}(${catalogNameIn(file)}, () => [\n${listed}\n])`,
    })),
  ];
}

/** The constants of the module by what they are. */
export function entryConstants(catalog: Catalog): ReadonlyMap<unknown, string> {
  const { entries } = compileCatalog(catalog);
  const byCode = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  return new Map(
    [...entries].map(([code, row]) => [row, constructorName(byCode.get(code) as Entry)]),
  );
}
