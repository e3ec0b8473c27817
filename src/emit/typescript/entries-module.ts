/** `entries.ts`: what decoding knows of each code. */
import type { Catalog, Entry } from "../../model/catalog.js";
import { constructorName } from "../../model/identifier.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { quote } from "../text/quote.js";
import { constant, type Declaration, importDeclaration, privateConstant } from "./declarations.js";
import { dataText, runtimeName } from "./print-data.js";

/** The declarations of the module. */
export function entriesModule(catalog: Catalog): readonly Declaration[] {
  const { shapes, entries } = compileCatalog(catalog);
  const used = new Set<string>();
  const shapeNames = new Map<unknown, string>();
  const ofRuntime = runtimeName(used);
  const nameOf = (value: object) => shapeNames.get(value) ?? ofRuntime(value);
  const named = [...shapes].flatMap(([name, shape]): Declaration[] => {
    // A word is as short as a name.
    if (typeof shape === "string" || shapeNames.has(shape)) return [];
    const text = dataText(shape, nameOf, `const $${name}: Shape = `.length);
    shapeNames.set(shape, `$${name}`);
    return [privateConstant(`$${name}`, "Shape", text)];
  });
  const names = entryConstants(catalog);
  const rows = [...entries].map(([code, row]) => {
    const name = names.get(row) ?? code;
    const text = dataText(row, nameOf, `export const ${name}: EntryRow = `.length);
    return constant(name, "EntryRow", text);
  });
  const listed = [...names.values()].map((name) => `  ${name},`).join("\n");
  return [
    importDeclaration({
      from: "errdex",
      values: [...used, "entryTable"].sort(),
      types: [
        ...(rows.length > 0 ? ["EntryRow"] : []),
        "EntryTable",
        ...(named.length > 0 ? ["Shape"] : []),
      ],
    }),
    ...named,
    ...rows,
    constant(
      "entries",
      "EntryTable",
      `/*#__PURE__*/ entryTable(${quote(catalog.name.value)}, () => [\n${listed}\n])`,
    ),
  ];
}

/** The constants of the module by what they are. No code and no type becomes a name with two $ in front. */
export function entryConstants(catalog: Catalog): ReadonlyMap<unknown, string> {
  const { entries } = compileCatalog(catalog);
  const byCode = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  return new Map(
    [...entries].map(([code, row]) => [row, `$$${constructorName(byCode.get(code) as Entry)}`]),
  );
}
