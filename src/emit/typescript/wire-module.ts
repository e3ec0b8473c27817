/** `wire.ts`: each wire format of a catalog, both ways. */
import type { Catalog } from "../../model/catalog.js";
import { unionName } from "../../model/module-names.js";
import { usesVariable } from "../../model/placement.js";
import type { WireFormat } from "../../model/wire-format.js";
import { wireFormat } from "../../runtime/generated.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { dataText } from "../text/print-data.js";
import { besideOf, contextType, formatDoc } from "./client-module.js";
import { constant, type Declaration, privateConstant, typed } from "./declarations.js";
import { formatNames } from "./format-names.js";
import type { ModuleFile } from "./module-file.js";

/** The declarations of the module. */
export function wireModule(catalog: Catalog): readonly Declaration[] {
  const { formats, fallback, messages } = compileCatalog(catalog);
  return [
    (file) => typed(file, 'export type * from "./client.js";'),
    privateConstant((file) => ({
      name: "$fallback",
      type: file.type("FallbackSpec"),
      value: (head) => dataText(fallback, file.nameOf, head.length),
    })),
    ...formats.map(({ format, encode }) =>
      constant((file) => {
        const { value } = formatNames(format);
        return {
          doc: formatDoc(format),
          name: value,
          type: `${file.type("WireFormat")}<${typesOf(format, catalog, file).join(", ")}>`,
          value: (head) => {
            const call = `/*#__PURE__*/ ${file.value(wireFormat)}(${file.valuesOf("./formats.js")}.${value}, `;
            const nameOf = (part: unknown) =>
              part === fallback
                ? "$fallback"
                : part === messages
                  ? file.valueFrom("./messages.js", "$messages")
                  : file.nameOf(part);
            return `${call}${dataText(encode, nameOf, head.length + call.length)})`;
          },
        };
      }),
    ),
  ];
}

function typesOf(format: WireFormat, catalog: Catalog, file: ModuleFile): readonly string[] {
  const byCode = `${file.typesOf("./client.js")}.${formatNames(format).byCode}`;
  const union = `${file.typesOf("./index.js")}.${unionName(catalog)}`;
  const beside = besideOf(format, catalog, byCode, file);
  if (!usesVariable(format, "$context")) return [byCode, union, ...beside];
  return [byCode, union, ...beside, contextType(catalog, file)];
}
