/** `wire.ts`: each wire format of a catalog, both ways. */
import type { Catalog } from "../../model/catalog.js";
import { unionName } from "../../model/module-names.js";
import { wireFormat } from "../../runtime/generated.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { dataText } from "../text/print-data.js";
import { formatDoc } from "./client-module.js";
import { constant, type Declaration, privateConstant, typed } from "./declarations.js";
import { formatNames } from "./format-names.js";

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
        const { byCode, value } = formatNames(format);
        const union = `${file.typesOf("./index.js")}.${unionName(catalog)}`;
        return {
          doc: formatDoc(format),
          name: value,
          type: `${file.type("WireFormat")}<${file.typesOf("./client.js")}.${byCode}, ${union}>`,
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
