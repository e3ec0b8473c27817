/** `client.ts`: each wire format of a catalog as a decoder alone, for clients that count bytes. */
import { type Catalog, compareText } from "../../model/catalog.js";
import { interfaceName } from "../../model/identifier.js";
import { unionName } from "../../model/module-names.js";
import type { WireFormat } from "../../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../../model/wire-rows.js";
import { compileCatalog } from "../../wire/compiled-catalog.js";
import { requiredOmits } from "../../wire/decode-spec.js";
import { docComment, docText } from "../text/doc-comment.js";
import { quote, quoteKey } from "../text/quote.js";
import {
  type Declaration,
  type Dress,
  importDeclaration,
  typeDeclaration,
  typed,
} from "./declarations.js";
import { type FormatNames, formatNames } from "./format-names.js";

import { memberText } from "./types.js";

/** The declarations of the module. */
export function clientModule(catalog: Catalog): readonly Declaration[] {
  const formats = compileCatalog(catalog).formats.map(({ format }) => format);
  const rows = formats.flatMap((format) => resolveRows(format, catalog));
  return [
    importDeclaration({ from: "errdex", values: ["decoder"], types: ["Decoder"] }),
    importDeclaration({
      from: "./formats.js",
      values: formats.map((format) => formatNames(format).spec),
    }),
    importDeclaration({
      from: "./index.js",
      types: [...typesFor(rows, catalog), unionName(catalog)].sort(compareText),
    }),
    ...formats.flatMap((format) => [
      ...formatTypes(format, catalog),
      valueDeclaration(
        format,
        `Decoder<${formatNames(format).byCode}, ${unionName(catalog)}>`,
        `decoder(${formatNames(format).spec})`,
      ),
    ]),
  ];
}

/** The exported value of a format. */
export function valueDeclaration(format: WireFormat, type: string, value: string): Declaration {
  const { title, name, revision, source } = format;
  const doc = [
    `${docText(title ?? name.value)}${revision === undefined ? "" : `: ${docText(revision)}`}.`,
    source === undefined ? "" : `Source: ${docText(source)}.`,
  ];
  const identifier = formatNames(format).value;
  return (dress: Dress) =>
    dress === "dts"
      ? `${docComment(doc)}export declare const ${identifier}: ${type};`
      : `${docComment(doc)}export const ${identifier}${typed(dress, `: ${type}`)} = /*#__PURE__*/ ${value};`;
}

function typesFor(rows: readonly ResolvedRow[], catalog: Catalog): ReadonlySet<string> {
  const texts = rows.flatMap(({ entry, omits }) => requiredOmits(entry, omits).map(memberText));
  const words = new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
  const named = [...catalog.types.keys()].filter((name) => words.has(name));
  return new Set([...named, ...rows.map(({ entry }) => interfaceName(entry))]);
}

function formatTypes(format: WireFormat, catalog: Catalog): readonly Declaration[] {
  const names = formatNames(format);
  const rows = resolveRows(format, catalog);
  const members = rows.map((row) => {
    const isWhole = requiredOmits(row.entry, row.omits).length === 0;
    return `  readonly ${quoteKey(row.entry.code)}: ${isWhole ? interfaceName(row.entry) : lackingName(row, names)};`;
  });
  return [
    ...rows.flatMap((row) => lackingInterface(row, names)),
    typeDeclaration(
      [`What ${names.value} decodes, by code.`],
      `interface ${names.byCode} {\n${members.join("\n")}\n}`,
    ),
    typeDeclaration(
      [`Any error that ${names.value} decodes.`],
      `type ${names.union} = ${names.byCode}[keyof ${names.byCode}];`,
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
  const members = missing
    .map((field) => `  ${memberText({ ...field, optional: true })}`)
    .join("\n");
  const base = interfaceName(row.entry);
  return [
    typeDeclaration(
      [`${base}, from a wire that does not send all of its fields.`],
      `interface ${lackingName(row, names)} extends Omit<${base}, ${keys}> {\n${members}\n}`,
    ),
  ];
}
