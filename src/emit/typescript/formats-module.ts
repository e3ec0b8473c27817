/** `formats.ts`: what decoding needs of each wire format, as data. */
import { type Catalog, compareText } from "../../model/catalog.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { constant, type Declaration, importDeclaration } from "./declarations.js";
import { entryConstants } from "./entries-module.js";
import { formatNames } from "./format-names.js";
import { dataText, runtimeName } from "./print-data.js";

/** The declarations of the module. */
export function formatsModule(catalog: Catalog): readonly Declaration[] {
  const { formats } = compileCatalog(catalog);
  const constants = entryConstants(catalog);
  const usedEntries = new Set<string>();
  const usedOfRuntime = new Set<string>();
  const ofRuntime = runtimeName(usedOfRuntime);
  const nameOf = (value: object) => {
    const name = constants.get(value);
    if (name === undefined) return ofRuntime(value);
    usedEntries.add(name);
    return name;
  };
  const specs = formats.map(({ format, decode }) => {
    const { spec } = formatNames(format);
    return constant(
      spec,
      "DecodeSpec",
      dataText(decode, nameOf, `export const ${spec}: DecodeSpec = `.length),
    );
  });
  return [
    importDeclaration({
      from: "errdex",
      values: [...usedOfRuntime].sort(compareText),
      types: ["DecodeSpec"],
    }),
    importDeclaration({ from: "./entries.js", values: [...usedEntries].sort(compareText) }),
    ...specs,
  ];
}
