/** `client.ts`: each wire format of a catalog as a decoder alone, for clients that count bytes. */
import type { Catalog } from "../../model/catalog.js";
import { interfaceName } from "../../model/identifier.js";
import { unionName } from "../../model/module-names.js";
import type { WireFormat } from "../../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../../model/wire-rows.js";
import { decoder } from "../../runtime/generated.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { requiredOmits } from "../../wire/decode-spec.js";
import { docText } from "../text/doc-comment.js";
import { quote, quoteKey } from "../text/quote.js";
import { constant, type Declaration, typeDeclaration } from "./declarations.js";
import { type FormatNames, formatNames } from "./format-names.js";
import { memberText } from "./types.js";

/** The declarations of the module. */
export function clientModule(catalog: Catalog): readonly Declaration[] {
  return compileCatalog(catalog).formats.flatMap(({ format }) => [
    ...formatTypes(format, catalog),
    constant((file) => {
      const { value, byCode } = formatNames(format);
      const union = `${file.typesOf("./index.js")}.${unionName(catalog)}`;
      return {
        doc: formatDoc(format),
        name: value,
        type: `${file.type("Decoder")}<${byCode}, ${union}>`,
        value: () =>
          `/*#__PURE__*/ ${file.value(decoder)}(${file.valuesOf("./formats.js")}.${value})`,
      };
    }),
  ]);
}

/** What is said of a format where its value is exported. */
export function formatDoc({ title, name, revision, source }: WireFormat): readonly string[] {
  return [
    `${docText(title ?? name.value)}${revision === undefined ? "" : `: ${docText(revision)}`}.`,
    source === undefined ? "" : `Source: ${docText(source)}.`,
  ];
}

function formatTypes(format: WireFormat, catalog: Catalog): readonly Declaration[] {
  const names = formatNames(format);
  const rows = resolveRows(format, catalog);
  return [
    ...rows.flatMap((row) => lackingInterface(row, names)),
    typeDeclaration([`What ${names.value} decodes, by code.`], (file) => {
      const index = file.typesOf("./index.js");
      const members = rows.map((row) => {
        const isWhole = requiredOmits(row.entry, row.omits).length === 0;
        const type = isWhole ? `${index}.${interfaceName(row.entry)}` : lackingName(row, names);
        return `  readonly ${quoteKey(row.entry.code)}: ${type};`;
      });
      return `interface ${names.byCode} {\n${members.join("\n")}\n}`;
    }),
    typeDeclaration(
      [`Any error that ${names.value} decodes.`],
      () => `type ${names.union} = ${names.byCode}[keyof ${names.byCode}];`,
    ),
  ];
}

function lackingName({ entry }: ResolvedRow, { union }: FormatNames): string {
  return `${union.slice(0, -"Error".length)}${interfaceName(entry)}`;
}

function lackingInterface(row: ResolvedRow, names: FormatNames): readonly Declaration[] {
  const missing = requiredOmits(row.entry, row.omits);
  if (missing.length === 0) return [];
  const keys = missing.map(({ name }) => quote(name)).join(" | ");
  const base = interfaceName(row.entry);
  return [
    typeDeclaration([`${base}, from a wire that does not send all of its fields.`], (file) => {
      const index = file.typesOf("./index.js");
      const members = missing.map(
        (field) => `  ${memberText({ ...field, optional: true }, (name) => `${index}.${name}`)}`,
      );
      return `interface ${lackingName(row, names)} extends Omit<${index}.${base}, ${keys}> {\n${members.join("\n")}\n}`;
    }),
  ];
}
