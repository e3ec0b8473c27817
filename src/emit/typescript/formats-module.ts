/** `formats.ts`: what decoding needs of each wire format, as data. */
import type { Catalog } from "../../model/catalog.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { dataText } from "../text/print-data.js";
import { constant, type Declaration } from "./declarations.js";
import { entryConstants } from "./entries-module.js";
import { formatNames } from "./format-names.js";

/** The declarations of the module. */
export function formatsModule(catalog: Catalog): readonly Declaration[] {
  const constants = entryConstants(catalog);
  return compileCatalog(catalog).formats.map(({ format, decode }) =>
    constant((file) => ({
      name: formatNames(format).value,
      type: file.type("DecodeSpec"),
      value: (head) =>
        dataText(
          decode,
          (part) => {
            const name = constants.get(part);
            return name === undefined
              ? file.nameOf(part)
              : `${file.valuesOf("./entries.js")}.${name}`;
          },
          head.length,
        ),
    })),
  );
}
