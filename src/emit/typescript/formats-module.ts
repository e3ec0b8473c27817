/** `formats.ts`: what decoding needs of each wire format, as data. */
import type { Catalog } from "../../model/catalog.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { dataText } from "../text/print-data.js";
import { constant, type Declaration } from "./declarations.js";
import { entryConstants, otherRows } from "./entries-module.js";
import { formatNames } from "./format-names.js";
import { otherRow } from "./other-module.js";

/** The declarations of the module. */
export function formatsModule(catalog: Catalog): readonly Declaration[] {
  const constants = entryConstants(catalog);
  const others = otherRows(catalog);
  const { formats, owners } = compileCatalog(catalog);
  return formats.map(({ format, decode }) =>
    constant((file) => ({
      name: formatNames(format).value,
      type: file.type("DecodeSpec"),
      value: (head) => {
        const text = dataText(
          decode,
          (part) => {
            if (part === owners) return file.valueFrom("./catalog.js", "$owners");
            const name = constants.get(part);
            if (name !== undefined) return `${file.valuesOf("./entries.js")}.${name}`;
            const other = others.get(part);
            return other === undefined ? file.nameOf(part) : otherRow(other, catalog, file);
          },
          head.length,
        );
        // Rows of used catalogs are looked up, which a bundle would keep.
        return others.size === 0 ? text : `/*#__PURE__*/ (() => (${text}))()`;
      },
    })),
  );
}
