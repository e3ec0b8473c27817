/** `wire.ts`: each wire format of a catalog, both ways. */
import { type Catalog, compareText } from "../../model/catalog.js";
import { unionName } from "../../model/module-names.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { valueDeclaration } from "./client-module.js";
import { type Declaration, importDeclaration, privateConstant, typed } from "./declarations.js";
import { formatNames } from "./format-names.js";
import { dataText, type NameOf, runtimeName } from "./print-data.js";

/** The declarations of the module. */
export function wireModule(catalog: Catalog): readonly Declaration[] {
  const { formats, fallback, messages } = compileCatalog(catalog);
  const names = formats.map(({ format }) => formatNames(format));
  const used = new Set(["wireFormat"]);
  const ofRuntime = runtimeName(used);
  const shared = new Map<unknown, string>([
    [fallback, "$fallback"],
    [messages, "$messages"],
  ]);
  const nameOf: NameOf = (value) => shared.get(value) ?? ofRuntime(value);
  const values = formats.map(({ format, encode }) => {
    const { byCode, spec, value } = formatNames(format);
    const type = `WireFormat<${byCode}, ${unionName(catalog)}>`;
    const head = `export const ${value}: ${type} = /*#__PURE__*/ wireFormat(${spec}, `;
    return valueDeclaration(
      format,
      type,
      `wireFormat(${spec}, ${dataText(encode, nameOf, head.length)})`,
    );
  });
  return [
    importDeclaration({
      from: "errdex",
      values: [...used].sort(compareText),
      types: ["FallbackSpec", "WireFormat"],
    }),
    importDeclaration({ from: "./client.js", types: names.map(({ byCode }) => byCode) }),
    importDeclaration({ from: "./formats.js", values: names.map(({ spec }) => spec) }),
    importDeclaration({ from: "./index.js", types: [unionName(catalog)] }),
    importDeclaration({ from: "./messages.js", values: ["$messages"] }),
    (dress) => typed(dress, 'export type * from "./client.js";'),
    privateConstant(
      "$fallback",
      "FallbackSpec",
      dataText(fallback, ofRuntime, "const $fallback: FallbackSpec = ".length),
    ),
    ...values,
  ];
}
