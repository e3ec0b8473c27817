/** `entries.ts`: what decoding knows of each code. */
import { type Catalog, type Entry, liveEntries } from "../../model/catalog.js";
import { constructorName } from "../../model/identifier.js";
import { isOwn, typeOfOther } from "../../model/used-catalog.js";
import { entryTable } from "../../runtime/generated.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { dataText } from "../text/print-data.js";
import { catalogNameIn } from "./catalog-module.js";
import { constant, type Declaration, privateConstant } from "./declarations.js";
import { otherRow, ownersArgument } from "./other-module.js";

/** The declarations of the module. */
export function entriesModule(catalog: Catalog): readonly Declaration[] {
  const { shapes, entries } = compileCatalog(catalog);
  const names = entryConstants(catalog);
  const used = liveEntries(catalog).filter((entry) => !isOwn(entry));
  // A word is as short as a name.
  const named = [...shapes].filter(
    ([name, shape]) => typeof shape !== "string" && typeOfOther(name) === undefined,
  );
  const shapeNames = new Map<unknown, string>();
  for (const [name, shape] of named) if (!shapeNames.has(shape)) shapeNames.set(shape, name);
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
    ...[...entries.values()]
      .filter((row) => names.has(row))
      .map((row) =>
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
      value: () => {
        const rows = [...names.values(), ...used.map((entry) => otherRow(entry, catalog, file))];
        const listed = rows.map((name) => `  ${name},`).join("\n");
        const given = [
          catalogNameIn(file),
          `() => [\n${listed}\n]`,
          ...ownersArgument(catalog, file),
        ];
        return `/*#__PURE__*/ ${file.value(entryTable)}(${given.join(", ")})`;
      },
    })),
  ];
}

/** The constants of the module by what they are. */
export function entryConstants(catalog: Catalog): ReadonlyMap<unknown, string> {
  const { entries } = compileCatalog(catalog);
  return new Map(
    liveEntries(catalog).flatMap((entry) =>
      isOwn(entry) ? [[entries.get(entry.code), constructorName(entry)] as const] : [],
    ),
  );
}

/** The rows of used catalogs by what they are. */
export function otherRows(catalog: Catalog): ReadonlyMap<unknown, Entry> {
  const { entries } = compileCatalog(catalog);
  return new Map(
    liveEntries(catalog).flatMap((entry) =>
      isOwn(entry) ? [] : [[entries.get(entry.code), entry] as const],
    ),
  );
}
